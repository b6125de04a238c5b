// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/native_registry.h"
#include "app/fairleadctl/extension_text.h"
#include "app/fairleadctl/output.h"
#include "core/extensions/extension_loader.h"
#include "core/files/printable_text.h"
#include "core/hosts/native_host.h"

#include <cstdlib>
#include <stdexcept>

namespace fairlead::ctl {

HostRun run_native(const Arguments& arguments) {
    NativeHostOptions options;
    options.traced = arguments.trace || extension_trace_wanted([](const char* name) { return std::getenv(name); });
    options.limits.log_records = 10'000;
    HostRun run = run_native_host(options);
    if (run.end != HostEnd::finished)
        throw std::runtime_error("--native: " + run.error);
    return run;
}

void say_failed_extensions(const HostRun& run) {
    for (const ExtensionReport& extension : run.snapshot.extensions)
        if (is_failure(extension.outcome))
            say(printable_text("the extension " + extension.name + " " + outcome_text(extension) +
                               "; fairleadctl extensions --native says why"));
}

} // namespace fairlead::ctl
