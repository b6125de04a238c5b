// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/write_json.h"

#include "core/files/utf8.h"

#include <nlohmann/json.hpp>

namespace fairlead {

namespace {

using Json = nlohmann::ordered_json;

Json related_json(const Catalog& catalog, const RelatedPlace& related) {
    const FilePlace place = file_place(catalog, related.place);
    return {{"message", valid_utf8(related.message)},
            {"file", valid_utf8(place.file)},
            {"line", place.line},
            {"column", place.column}};
}

Json fix_json(const Catalog& catalog, const Fix& fix) {
    Json edits = Json::array();
    for (const FileEdit& edit : file_edits(catalog, fix)) {
        edits.push_back({{"file", valid_utf8(catalog.file(edit.file).shown)},
                         {"begin", edit.begin},
                         {"end", edit.end},
                         {"text", valid_utf8(edit.text)}});
    }
    return {{"title", valid_utf8(fix.title)}, {"edits", std::move(edits)}};
}

Json diagnostic_json(const Catalog& catalog, const Diagnostic& diagnostic) {
    const RuleInfo* const rule = rule_info(diagnostic.rule);
    FilePlace place;
    place.file = diagnostic.path;
    if (diagnostic.place) {
        place = file_place(catalog, *diagnostic.place);
    }
    Json related = Json::array();
    for (const RelatedPlace& one : diagnostic.related) {
        related.push_back(related_json(catalog, one));
    }
    Json fixes = Json::array();
    for (const Fix& fix : diagnostic.fixes) {
        if (fix.certain) {
            fixes.push_back(fix_json(catalog, fix));
        }
    }
    return {{"rule", rule == nullptr ? "" : rule->id},
            {"name", rule == nullptr ? "" : rule->name},
            {"severity", to_string(diagnostic.severity)},
            {"load", diagnostic.load},
            {"message", valid_utf8(diagnostic.message)},
            {"file", valid_utf8(place.file)},
            {"line", place.line},
            {"column", place.column},
            {"end_line", place.end_line},
            {"end_column", place.end_column},
            {"card", diagnostic.card ? Json(valid_utf8(catalog.stored_name(*diagnostic.card))) : Json(nullptr)},
            {"related", std::move(related)},
            {"fixes", std::move(fixes)}};
}

} // namespace

std::string report_json(const CheckSession& session, std::span<const Diagnostic* const> diagnostics) {
    const StoreVerdict& verdict = session.verdict();
    Json error = nullptr;
    if (verdict.error) {
        error = {{"type", valid_utf8(verdict.error->type)}, {"message", valid_utf8(verdict.error->message)}};
    }
    Json found = Json::array();
    for (const Diagnostic* const diagnostic : diagnostics) {
        found.push_back(diagnostic_json(session.catalog(), *diagnostic));
    }
    const Summary summary = session.summary();
    const Json report = {{"format", 1},
                         {"loads", verdict.loads()},
                         {"error", std::move(error)},
                         {"diagnostics", std::move(found)},
                         {"summary",
                          {{"sources", summary.sources},
                           {"files", summary.files},
                           {"cards", summary.cards},
                           {"errors", summary.errors},
                           {"warnings", summary.warnings},
                           {"infos", summary.infos}}}};
    return report.dump(2) + "\n";
}

} // namespace fairlead
