// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/snapshot.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace fairlead {

/// Where the last snapshot of an environment is kept: `$XDG_CACHE_HOME/fairlead/snapshots/ID.json`, else below
/// `~/.cache`; empty if neither variable is set. `id` names the environment: letters, digits, `-` and `_`.
/// `variable` gives the environment's variables, null for one that is not set.
[[nodiscard]] std::filesystem::path snapshot_cache_file(const std::function<const char*(const char*)>& variable,
                                                        const std::string& id);

/// A name for the native environment that these variables make: it changes with its search path.
[[nodiscard]] std::string native_environment_id(const std::function<const char*(const char*)>& variable);

struct CachedSnapshot {
    RegistrySnapshot snapshot;
    std::chrono::system_clock::time_point time{}; ///< of its keeping
};

/// The snapshot that was kept, or none: there is no such file, or it is no snapshot of this version. Any bytes will do.
[[nodiscard]] std::optional<CachedSnapshot> read_cached_snapshot(const std::filesystem::path& file);

/// Keeps a snapshot in place of the one before; whoever reads sees either. Empty, or why it could not be kept.
[[nodiscard]] std::string keep_snapshot(const std::filesystem::path& file, const RegistrySnapshot& snapshot);

} // namespace fairlead
