// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/write_json.h"

#include "core/registry/json_writer.h"

#include <algorithm>

namespace fairlead {

namespace {

void member(JsonWriter& json, std::string_view name, std::size_t number) {
    json.member(name, static_cast<std::int64_t>(number));
}

void write_related(JsonWriter& json, const Catalog& catalog, const RelatedPlace& related) {
    const FilePlace place = file_place(catalog, related.place);
    json.open_object();
    json.member("message", related.message);
    json.member("file", place.file);
    member(json, "line", place.line);
    member(json, "column", place.column);
    json.close();
}

void write_fix(JsonWriter& json, const Catalog& catalog, const Fix& fix) {
    json.open_object();
    json.member("title", fix.title);
    json.key("edits");
    json.open_array();
    for (const FileEdit& edit : file_edits(catalog, fix)) {
        json.open_object();
        json.member("file", catalog.file(edit.file).shown);
        member(json, "begin", edit.begin);
        member(json, "end", edit.end);
        json.member("text", edit.text);
        json.close();
    }
    json.close();
    json.close();
}

void write_diagnostic(JsonWriter& json, const Catalog& catalog, const Diagnostic& diagnostic) {
    const RuleInfo* const rule = rule_info(diagnostic.rule);
    FilePlace place;
    place.file = diagnostic.path;
    place.line = place.end_line = std::max<std::size_t>(diagnostic.path_line, 1);
    if (diagnostic.place) {
        place = file_place(catalog, *diagnostic.place);
    }
    json.open_object();
    json.member("rule", rule == nullptr ? "" : rule->id);
    json.member("name", rule == nullptr ? "" : rule->name);
    json.member("severity", to_string(diagnostic.severity));
    json.key("load");
    json.boolean(diagnostic.load);
    json.member("message", diagnostic.message);
    json.member("file", place.file);
    member(json, "line", place.line);
    member(json, "column", place.column);
    member(json, "end_line", place.end_line);
    member(json, "end_column", place.end_column);
    json.key("card");
    json.string_or_null(diagnostic.card ? std::optional(catalog.stored_name(*diagnostic.card)) : std::nullopt);
    json.key("related");
    json.open_array();
    for (const RelatedPlace& related : diagnostic.related) {
        write_related(json, catalog, related);
    }
    json.close();
    json.key("fixes");
    json.open_array();
    for (const Fix& fix : diagnostic.fixes) {
        if (fix.certain) {
            write_fix(json, catalog, fix);
        }
    }
    json.close();
    json.close();
}

void write_error(JsonWriter& json, const StoreVerdict& verdict) {
    if (!verdict.error) {
        json.null();
        return;
    }
    json.open_object();
    json.member("type", verdict.error->type);
    json.member("message", verdict.error->message);
    json.close();
}

void write_summary(JsonWriter& json, const Summary& summary) {
    json.open_object();
    member(json, "sources", summary.sources);
    member(json, "files", summary.files);
    member(json, "cards", summary.cards);
    member(json, "errors", summary.errors);
    member(json, "warnings", summary.warnings);
    member(json, "infos", summary.infos);
    json.close();
}

} // namespace

std::string report_json(const CheckSession& session, std::span<const Diagnostic* const> diagnostics,
                        bool package_cards) {
    JsonWriter json;
    json.open_object(JsonWriter::Layout::lines);
    member(json, "format", 1);
    json.key("loads");
    json.boolean(session.verdict().loads());
    json.key("error");
    write_error(json, session.verdict());
    json.key("diagnostics");
    json.open_array(JsonWriter::Layout::lines);
    for (const Diagnostic* const diagnostic : diagnostics) {
        write_diagnostic(json, session.catalog(), *diagnostic);
    }
    json.close();
    json.key("summary");
    write_summary(json, session.summary(package_cards));
    json.close();
    return std::move(json).take() + "\n";
}

} // namespace fairlead
