// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/bring_up.h"

#include "app/fairlead-host/extension_round.h"
#include "app/fairlead-host/family_round.h"
#include "app/fairlead-host/source_round.h"
#include "core/extensions/extension_loader.h"
#include "core/extensions/init_scope.h"
#include "core/extensions/manifest_search.h"
#include "core/extensions/own_registrations.h"

#include <fairlead/throw_traces.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace fairlead::host {
namespace {

const char* variable(const char* name) { return std::getenv(name); }

LogRecord warning(std::string text) { return record_now(LogSeverity::warning, std::move(text)); }

/// Whose rules the core follows.
constexpr const char* fairseq2_version = "0.8.1";

} // namespace

void bring_up(const Arguments& arguments, MessageChannel& channel) {
    const bool traced = extension_trace_wanted(variable);
    channel.send(HelloMessage{"native", fairseq2_version, "", {{"fairlead", FAIRLEAD_VERSION}}, traced});

    // Kept for good: threads of extensions may use them until the process ends.
    auto& container = *new DependencyContainer; // NOLINT(cppcoreguidelines-owning-memory)
    const auto folders = std::make_shared<PackageFolders>();
    register_fairseq2(container,
                      {.variable = variable,
                       .folders = folders,
                       .log = [&channel](LogLevel, std::string_view line) { channel.send(warning(std::string(line))); },
                       .no_progress = true}); // what would be a bar on a terminal is none in a log

    const FoundManifests found = find_manifests(extension_search_path(variable));
    for (const ManifestProblem& problem : found.problems)
        channel.send(warning(to_string(problem)));
    for (const Manifest& manifest : found.manifests)
        for (const ManifestProblem& problem : manifest.problems)
            channel.send(warning(to_string(problem)));
    std::vector<ExtensionRecord> records = discovered_extensions(found);
    for (const ExtensionRecord& record : records)
        folders->of_extensions.try_emplace(record.entry.name,
                                           std::filesystem::absolute(record.entry.manifest).parent_path());

    auto& watch = *new ExtensionWatch(channel, container, recorded_throws()); // NOLINT(cppcoreguidelines-owning-memory)
    ExtensionRound extensions(container, channel, watch);
    {
        const InitScope scope;
        extensions.run(std::move(records), arguments.switched_off, traced);
    }
    const ForeignCode code{container, extensions, channel, watch};
    send_sources(code, *folders);
    send_families(code);
    std::vector<std::string> schemes = find_schemes(code);
    extensions.send_last();
    channel.send_done({0, {"user"}, std::move(schemes), {}});
}

} // namespace fairlead::host
