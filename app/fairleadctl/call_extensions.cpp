// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/extension_text.h"
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/native_registry.h"
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/text_table.h"
#include "core/files/printable_text.h"
#include "core/registry/extension_json.h"
#include "core/registry/fairseq2_course.h"
#include "core/registry/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead::ctl {

extern const Call extensions_call;

namespace {

constexpr std::array options = {Option::native, Option::trace, Option::registry,
                                Option::format, Option::color, Option::help};

constexpr std::array examples = {
    Example{"fairleadctl extensions --native",
            "Load the native extensions, each whatever becomes of the others, and say what became of each."},
    Example{"fairleadctl extensions --native --trace", "The same with the whole trace of each failure."},
    Example{"fairleadctl extensions --native --format json", "The same with everything, for another program."},
};

/// What is known of extensions, from a host or from a registry that was kept.
struct Known {
    std::vector<ExtensionReport> extensions;
    Fairseq2Courses fairseq2;
    int runs = 0;
    bool traced = false;
    bool has_errors = false; ///< of the host, besides those of extensions
};

Known find_out(const Arguments& arguments) {
    if (arguments.native && arguments.registry.empty()) {
        HostRun run = run_native(arguments);
        const bool has_errors = say_host_warnings(run);
        return {std::move(run.snapshot.extensions), std::move(run.fairseq2), run.starts, run.traced, has_errors};
    }
    Known known;
    known.extensions = read_registry(arguments, extensions_call)->extensions;
    known.fairseq2 = foretell_fairseq2(known.extensions);
    return known;
}

void write_course(JsonWriter& json, std::string_view name, const Fairseq2Course& course) {
    json.key(name);
    json.open_object();
    json.key("starts");
    json.boolean(course.starts);
    json.key("stops_at");
    json.string_or_null(course.stops_at);
    json.key("error");
    json.string_or_null(course.error.empty() ? std::nullopt : std::optional(course.error));
    json.close();
}

std::string json_of(const Known& known) {
    JsonWriter json;
    json.open_object();
    json.member("format", 1);
    json.member("runs", known.runs);
    json.key("traced");
    json.boolean(known.traced);
    json.key("fairseq2");
    json.open_object();
    write_course(json, "untraced", known.fairseq2.untraced);
    write_course(json, "traced", known.fairseq2.traced);
    json.close();
    json.key("extensions");
    json.open_array();
    for (const ExtensionReport& extension : known.extensions) {
        json.open_object();
        write_extension_members(json, extension);
        json.close();
    }
    json.close();
    json.close();
    return std::move(json).take() + "\n";
}

bool needs_attention(const ExtensionReport& extension) {
    return is_failure(extension.outcome) || extension.froze || !extension.lacks.empty();
}

std::string milliseconds(const std::optional<double>& time) { return time ? fmt::format("{:.1f} ms", *time) : "-"; }

/// Of one that took its process with it, what was not told in time is not known.
std::string registered_text(const ExtensionReport& extension) {
    return extension.registered.empty() && ends_process(extension.outcome)
               ? "-"
               : std::to_string(extension.registered.size());
}

std::string course_text(std::string_view tracing, const Fairseq2Course& course) {
    if (course.starts)
        return fmt::format("fairseq2, tracing {}: starts.\n", tracing);
    return fmt::format("fairseq2, tracing {}: does not start. It stops at {}: {}{}\n", tracing,
                       printable_text(course.stops_at.value_or("")), printable_text(course.error),
                       course.error.ends_with('.') ? "" : ".");
}

std::string text_of(const Output& output, const Known& known, bool trace) {
    TextTable table({"EXTENSION", "STATE", "PACKAGE", "IMPORT", "CALL", "REGISTERED"});
    for (const ExtensionReport& extension : known.extensions) {
        std::string package = extension.distribution.empty() ? "-" : extension.distribution;
        if (!extension.version.empty())
            package += " " + extension.version;
        table.add({extension.name, outcome_text(extension), package, milliseconds(extension.import_ms),
                   milliseconds(extension.call_ms), registered_text(extension)});
    }
    std::string text = table.text(output);
    for (const ExtensionReport& extension : known.extensions)
        if (needs_attention(extension))
            text += "\n" + extension_text(output, extension, trace);
    text += "\n" + course_text("off", known.fairseq2.untraced);
    text += course_text("on", known.fairseq2.traced);
    return text;
}

int run(const Arguments& arguments, Output& output) {
    const Known known = find_out(arguments);
    if (arguments.json())
        output.write(json_of(known));
    else if (known.extensions.empty())
        output.write(arguments.native ? "There are no native extensions along FAIRLEAD_EXTENSION_PATH and in the data "
                                        "folders.\n"
                                      : "The registry has no extensions. fairleadctl extensions --native looks for "
                                        "native ones.\n");
    else
        output.write(text_of(output, known, arguments.trace));
    const bool found = std::ranges::any_of(known.extensions, [](const ExtensionReport& extension) {
        return is_failure(extension.outcome) || extension.froze;
    });
    return found || known.has_errors ? status_found : status_good;
}

} // namespace

constexpr Call extensions_call = {
    .name = "extensions",
    .words = {},
    .min_words = 0,
    .max_words = 0,
    .summary = "Show what becomes of extensions, and why.",
    .about =
        "Loads each extension in a process of its own and shows its state, times, what it registered, the cause of "
        "a failure, and what fairseq2 itself does at it, with tracing off and on. An extension that crashes, ends "
        "the process or does not come back is a state too, and the others are loaded without it.\n\n"
        "The exit status is 1 if one of them failed, or registers what cannot be made or read.",
    .options = options,
    .examples = examples,
    .run = run,
};

} // namespace fairlead::ctl
