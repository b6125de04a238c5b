// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/native_registry.h"
#include "app/fairleadctl/extension_text.h"
#include "app/fairleadctl/output.h"
#include "core/extensions/extension_loader.h"
#include "core/files/printable_text.h"
#include "core/hosts/native_host.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fairlead::ctl {

namespace {

/// The lines of a text, all but the first of them indented.
std::string printable_lines(std::string_view text) {
    std::string lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (begin > 0)
            lines += "\n  ";
        lines += printable_text(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

} // namespace

HostRun run_native(const Arguments& arguments) {
    NativeHostOptions options;
    options.traced = arguments.trace || extension_trace_wanted([](const char* name) { return std::getenv(name); });
    options.limits.log_records = 10'000;
    HostRun run = run_native_host(options);
    if (run.end != HostEnd::finished)
        throw std::runtime_error("--native: " + run.error);
    return run;
}

bool say_host_warnings(const HostRun& run) {
    const auto has_failed = [&](const std::string& name) {
        const auto extension = std::ranges::find(run.snapshot.extensions, name, &ExtensionReport::name);
        return extension != run.snapshot.extensions.end() && is_failure(extension->outcome);
    };
    std::set<std::string> said; // each start of the host warns again
    bool is_error = false;
    for (const LogRecord& record : run.log) {
        if (record.origin != LogOrigin::host || record.severity == LogSeverity::info || has_failed(record.extension))
            continue;
        is_error = is_error || record.severity == LogSeverity::error;
        std::string text = record.extension.empty() ? std::string() : printable_text(record.extension) + ": ";
        text += printable_lines(record.text);
        if (said.insert(text).second)
            say(text);
    }
    return is_error;
}

void say_failed_extensions(const HostRun& run) {
    for (const ExtensionReport& extension : run.snapshot.extensions)
        if (is_failure(extension.outcome))
            say(printable_text("the extension " + extension.name + " " + outcome_text(extension) +
                               "; fairleadctl extensions --native says why"));
}

} // namespace fairlead::ctl
