// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/extension_loader.h"
#include "core/extensions/init_scope.h"
#include "core/extensions/own_registrations.h"

#include <fairlead/extension_error.h>
#include <fairlead/init_fairseq2.h>

#include <cstdlib>
#include <string>
#include <utility>

namespace fairlead {
namespace {

/// A manifest that cannot be understood is to its extensions what a module that cannot be imported is to Python's.
void report_problem(const ManifestProblem& problem, const LoadOptions& options) {
    if (options.traced)
        throw ExtensionError(problem.path.string(), to_string(problem), {});
    if (options.log)
        options.log(LogLevel::warning, to_string(problem));
}

} // namespace

inline namespace abi1 {

std::unique_ptr<DependencyResolver> init_fairseq2(InitOptions options) {
    const InitScope scope;
    if (!options.variable)
        options.variable = [](const char* name) -> const char* { return std::getenv(name); };
    const LoadOptions load{extension_trace_wanted(options.variable), options.traces, options.log};

    auto container = std::make_unique<DependencyContainer>();
    const auto folders = std::make_shared<PackageFolders>();
    folders->path = std::move(options.package_path);
    register_fairseq2(*container, {options.variable, folders, options.log, options.no_progress});

    const FoundManifests found = find_manifests(extension_search_path(options.variable));
    for (const ManifestProblem& problem : found.problems)
        report_problem(problem, load);
    for (const Manifest& manifest : found.manifests)
        for (const ManifestProblem& problem : manifest.problems)
            report_problem(problem, load);
    std::vector<ExtensionRecord> extensions = discovered_extensions(found);
    for (const ExtensionRecord& extension : extensions)
        folders->of_extensions.try_emplace(extension.entry.name,
                                           std::filesystem::absolute(extension.entry.manifest).parent_path());
    load_extensions(*container, extensions, load);
    if (options.extras) {
        const OwnerScope owner(*container, "the program's extras");
        options.extras(*container);
    }
    return container;
}

} // namespace abi1
} // namespace fairlead
