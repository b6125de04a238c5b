// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_container.h>
#include <fairlead/log.h>
#include <fairlead/throw_traces.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead {
inline namespace abi1 {

struct InitOptions {
    /// Registers what a program of its own brings; called after all extensions.
    std::function<void(DependencyContainer&)> extras = {};
    /// Whether ProgressReporter shows nothing; empty: if FAIRSEQ2_NO_PROGRESS is set. False or empty: nothing is shown
    /// where RANK is not 0, either.
    std::optional<bool> no_progress = {};
    /// Folders that packages of register_package_assets() are looked for below, after the registering extension's own.
    std::vector<std::filesystem::path> package_path = {};
    LogSink log = log_warnings;                                 ///< gets the warnings of extensions that fail
    const ThrowTraces* traces = nullptr;                        ///< `&recorded_throws()`, of fairlead::trace
    std::function<const char*(const char* name)> variable = {}; ///< environment variables; empty: the process's own
};

/// Makes a container, registers what fairseq2 has itself and needs no torch (Environment, ProgressReporter,
/// ObjectValidator, ValueConverter, ConfigDirective, AssetDirectoryAccessor, the cards of the asset directories,
/// AssetDownloadManager; no family, no card of fairseq2's), loads the extensions that are found along
/// FAIRLEAD_EXTENSION_PATH and in the data folders, calls `extras`, and gives what came of it. Nothing is global: it
/// may be called again, and each result is its own; what a provider resolves lives as long as the result.
///
/// An extension that fails is a warning, and what it registered till then stays; with FAIRSEQ2_EXTENSION_TRACE present
/// the first one throws ExtensionError. A RANK that is no number: EnvironmentVariableError. What `extras` throws passes
/// through. Called by what it calls itself, on the same thread: InvalidOperationError.
[[nodiscard]] FAIRLEAD_API std::unique_ptr<DependencyResolver> init_fairseq2(InitOptions options = {});

} // namespace abi1
} // namespace fairlead
