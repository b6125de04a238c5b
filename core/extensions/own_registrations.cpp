// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/own_registrations.h"

#include "core/assets/download_managers.h"
#include "core/assets/environment.h"
#include "core/extensions/progress.h"
#include "core/schemas/config_directive.h"

#include <fairlead/object_validator.h>
#include <fairlead/value_converter.h>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fairlead {
namespace {

void register_progress(DependencyContainer& container, const Environment& environment,
                       std::optional<bool> no_progress) {
    bool quiet = no_progress.value_or(environment.has("FAIRSEQ2_NO_PROGRESS"));
    if (!quiet) // the first of several processes speaks for all
        quiet = get_rank(environment).value_or(0) != 0;
    const auto make = [quiet]() -> std::shared_ptr<ProgressReporter> {
        if (quiet)
            return std::make_shared<NoopProgressReporter>();
        return std::make_shared<TerminalProgressReporter>(STDERR_FILENO);
    };
    container.register_<ProgressReporter>(make, {.singleton = true});
    container.register_<ProgressReporter>(make, {.key = "download_reporter", .singleton = true});
}

void register_downloads(DependencyContainer& container) {
    container.register_type<AssetDownloadManager, DelegatingAssetDownloadManager>({.singleton = true});
    container.collection().register_type<AssetDownloadManager, LocalAssetDownloadManager>();
}

} // namespace

void register_fairseq2(DependencyContainer& container, OwnRegistrations options) {
    const auto environment = std::make_shared<GivenEnvironment>(options.variable);
    container.register_instance<Environment>(environment);
    register_progress(container, *environment, options.no_progress);
    container.register_type<ObjectValidator>({.singleton = true});
    container.register_type<ValueConverter>({.singleton = true});
    container.collection().register_<ConfigDirective>(
        [variable = options.variable] { return std::shared_ptr<ConfigDirective>(replace_env_directive(variable)); });
    const auto warn = [log = options.log](const std::string& line) {
        if (log)
            log(LogLevel::warning, line);
    };
    container.register_<AssetDirectoryAccessor>([variable = options.variable, warn] {
        return std::make_shared<StandardAssetDirectoryAccessor>(variable, warn);
    });
    std::vector<std::string> warnings;
    register_asset_store(container, options.variable, std::move(options.folders), warnings);
    for (const std::string& warning : warnings)
        warn(warning);
    register_downloads(container);
}

} // namespace fairlead
