// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/inputs.h"
#include "app/fairleadctl/native_registry.h"
#include "app/fairleadctl/output.h"
#include "core/assets/directories.h"
#include "core/assets/python_path.h"
#include "core/files/printable_text.h"
#include "core/registry/bundled.h"
#include "core/registry/registry_sources.h"
#include "core/yaml/stream.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace fairlead::ctl {
namespace {

constexpr std::size_t largest_snapshot = 64u << 20;
constexpr std::string_view checkpoint_prefix = "checkpoint:";

AssetSource standard_input_source() {
    AssetSource source;
    source.name = "path:-";
    source.given.push_back({"-", read_standard_input(yaml::max_stream_size)});
    return source;
}

// A directory that fairseq2 looks for by itself: that it is missing is no error then.
bool is_looked_for(const std::string& path, const VariableLookup& variable) {
    const auto asked = python::resolve(path, variable);
    const auto* const resolved = std::get_if<std::string>(&asked);
    return resolved != nullptr &&
           (*resolved == find_system_directory(variable).path || *resolved == find_user_directory(variable).path);
}

// Sources of cards, and what was noticed while the asset directories were looked for.
struct NamedSources {
    std::vector<AssetSource> sources;
    std::vector<std::string> warnings;
};

NamedSources read_sources(const std::vector<std::string>& paths, StandardInput standard_input, const Call& call) {
    const VariableLookup variable = [](const char* name) -> const char* { return std::getenv(name); };
    if (paths.empty()) {
        WellKnownSources found = well_known_sources(variable);
        return {std::move(found.sources), std::move(found.warnings)};
    }
    NamedSources named;
    bool standard_input_used = false;
    for (const std::string& path : paths) {
        if (path.empty() || path == checkpoint_prefix) {
            throw UsageError("a path is empty; the working folder is .", &call);
        } else if (path == "-") {
            if (standard_input == StandardInput::refused)
                throw UsageError("- (standard input) is for fairleadctl check and resolve; a file of that name is ./-",
                                 &call);
            if (std::exchange(standard_input_used, true))
                throw UsageError("- (standard input) can be read only once", &call);
            named.sources.push_back(standard_input_source());
        } else if (path.starts_with(checkpoint_prefix)) {
            named.sources.push_back(checkpoint_source(path.substr(checkpoint_prefix.size())));
        } else {
            named.sources.push_back(file_source(path));
            if (is_looked_for(path, variable)) {
                named.sources.back().if_missing = IfMissing::note;
                named.sources.back().from_variable = true;
            }
        }
    }
    return named;
}

} // namespace

std::shared_ptr<const RegistrySnapshot> read_registry(const Arguments& arguments, const Call& call) {
    if (arguments.no_registry && !arguments.registry.empty())
        throw UsageError("--registry and --no-registry exclude each other", &call);
    if (arguments.native && (arguments.no_registry || !arguments.registry.empty()))
        throw UsageError(arguments.no_registry ? "--native and --no-registry exclude each other"
                                               : "--native and --registry exclude each other",
                         &call);
    if (arguments.native) {
        HostRun run = run_native(arguments);
        say_host_warnings(run);
        if (call.name != "check") // it has findings for that
            say_failed_extensions(run);
        return std::make_shared<const RegistrySnapshot>(std::move(run.snapshot));
    }
    if (arguments.no_registry)
        return nullptr;
    if (arguments.registry.empty())
        return bundled_snapshot();
    const ReadResult read = read_file(arguments.registry, largest_snapshot);
    const std::string shown = printable_path(arguments.registry);
    if (const auto* error = std::get_if<FileError>(&read))
        throw std::runtime_error("--registry " + shown + ": " + error->message);
    try {
        return std::make_shared<const RegistrySnapshot>(read_snapshot(std::get<FileContent>(read).bytes));
    } catch (const SnapshotError& error) {
        throw std::runtime_error("--registry " + shown + " is no snapshot: " + error.what());
    }
}

std::string read_standard_input(std::size_t limit) {
    std::string text;
    std::string piece(1 << 16, '\0');
    while (true) {
        const ssize_t size = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (size == 0)
            return text;
        if (size < 0 && errno != EINTR)
            throw std::runtime_error(std::string("standard input cannot be read: ") + std::strerror(errno));
        if (size > 0)
            text.append(piece, 0, static_cast<std::size_t>(size));
        if (text.size() > limit)
            throw std::runtime_error("standard input has more than " + std::to_string(limit >> 20U) +
                                     " MiB; a file of that size is none that fairseq2 users write by hand");
    }
}

CheckSession load_session(const Arguments& arguments, StandardInput standard_input, const Call& call) {
    SessionOptions options;
    options.registry = read_registry(arguments, call);
    NamedSources named = read_sources(arguments.words, standard_input, call);
    options.sources = std::move(named.sources);
    options.directory_warnings = std::move(named.warnings);
    options.environment = arguments.environment;
    options.alone = arguments.alone;
    return CheckSession::load(std::move(options));
}

bool counts_as_found(const Arguments& arguments, const std::vector<const Diagnostic*>& diagnostics) {
    return std::ranges::any_of(diagnostics, [&](const Diagnostic* diagnostic) {
        return arguments.strict || diagnostic->severity == Severity::error;
    });
}

Catalog load_catalog(const Arguments& arguments, const RegistrySnapshot* registry, const Call& call) {
    NamedSources named = read_sources(arguments.sources, StandardInput::refused, call);
    for (const std::string& warning : named.warnings)
        say(printable_text(warning));
    std::vector<AssetSource> sources;
    if (registry != nullptr && !arguments.alone)
        sources = registry_sources(*registry);
    std::ranges::move(named.sources, std::back_inserter(sources));
    return Catalog::load(std::move(sources));
}

} // namespace fairlead::ctl
