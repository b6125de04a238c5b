// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/extension_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/write_records.h"

#include <span>

namespace fairlead {
namespace {

void write_frame(JsonWriter& json, const ReportedFrame& frame) {
    json.open_object();
    write_text_or_null(json, "file", frame.file);
    json.member("line", frame.line);
    write_text_or_null(json, "function", frame.function);
    write_text_or_null(json, "code", frame.code);
    json.key("own");
    json.boolean(frame.own);
    write_text_or_null(json, "library", frame.library);
    json.close();
}

void write_error_members(JsonWriter& json, const ReportedError& error) {
    json.member("type", error.type);
    json.member("message", error.message);
    if (!error.details.empty())
        json.member("details", error.details);
    json.key("frames");
    json.open_array();
    for (const ReportedFrame& frame : error.frames)
        write_frame(json, frame);
    json.close();
}

void write_errors(JsonWriter& json, std::span<const ReportedError> errors) {
    json.key("error");
    if (errors.empty()) {
        json.null();
        return;
    }
    json.open_object();
    write_error_members(json, errors.front());
    json.key("causes");
    json.open_array();
    for (const ReportedError& cause : errors.subspan(1)) {
        json.open_object();
        write_error_members(json, cause);
        json.close();
    }
    json.close();
    json.close();
}

void write_registrations(JsonWriter& json, const std::vector<ReportedRegistration>& registrations) {
    json.key("registered");
    json.open_array();
    for (const ReportedRegistration& registration : registrations) {
        json.open_object();
        json.member("kind", registration.kind);
        json.member("name", registration.name);
        json.member("type", registration.type);
        write_place(json, registration.place);
        json.close();
    }
    json.close();
}

void write_conflict(JsonWriter& json, const std::optional<ReportedConflict>& conflict) {
    json.key("conflict");
    if (!conflict) {
        json.null();
        return;
    }
    json.open_object();
    json.member("type", conflict->type);
    json.key("key");
    json.string_or_null(conflict->key);
    json.key("owners");
    json.open_array();
    for (const ReportedConflict::Owner& owner : conflict->owners) {
        json.open_object();
        json.key("name");
        json.string_or_null(owner.name);
        write_place(json, owner.place);
        json.close();
    }
    json.close();
    json.close();
}

void write_lacks(JsonWriter& json, const std::vector<ReportedLack>& lacks) {
    json.key("lacks");
    json.open_array();
    for (const ReportedLack& lack : lacks) {
        json.open_object();
        json.member("message", lack.message);
        json.member("details", lack.details);
        write_place(json, lack.place);
        json.key("deferred");
        json.boolean(lack.deferred);
        write_text_or_null(json, "asked_by", lack.asked_by);
        json.key("key");
        json.string_or_null(lack.key);
        json.close();
    }
    json.close();
}

void write_milliseconds(JsonWriter& json, std::string_view name, const std::optional<double>& milliseconds) {
    json.key(name);
    if (milliseconds)
        json.real(*milliseconds);
    else
        json.null();
}

} // namespace

void write_extension_members(JsonWriter& json, const ExtensionReport& extension) {
    json.member("name", extension.name);
    json.member("value", extension.value);
    write_text_or_null(json, "distribution", extension.distribution);
    write_text_or_null(json, "version", extension.version);
    write_text_or_null(json, "manifest", extension.manifest);
    json.member("line", extension.line);
    write_text_or_null(json, "library", extension.library);
    json.member("state", to_string(extension.outcome));
    write_milliseconds(json, "import_ms", extension.import_ms);
    write_milliseconds(json, "call_ms", extension.call_ms);
    write_registrations(json, extension.registered);
    json.key("warning");
    json.string_or_null(extension.warning);
    write_errors(json, extension.errors);
    json.key("exit_code");
    if (extension.exit_code)
        json.integer(*extension.exit_code);
    else
        json.null();
    json.key("signal");
    json.string_or_null(extension.signal);
    if (extension.limit_ms)
        write_milliseconds(json, "limit_ms", extension.limit_ms);
    if (extension.limit_mib)
        json.member("limit_mib", *extension.limit_mib);
    write_conflict(json, extension.conflict);
    json.key("froze");
    json.boolean(extension.froze);
    write_lacks(json, extension.lacks);
    if (!extension.output.empty())
        json.member("output", extension.output);
    json.key("fairseq2");
    json.open_object();
    json.member("untraced", extension.fairseq2.untraced);
    json.member("traced", extension.fairseq2.traced);
    json.close();
}

} // namespace fairlead
