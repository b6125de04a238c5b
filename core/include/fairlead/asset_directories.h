// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <filesystem>
#include <optional>

namespace fairlead {
inline namespace abi1 {

/// Where cards and downloads lie on this machine (fairseq2's assets/dirs.py); resolve it. Each of its functions looks
/// anew, and throws fairseq2's OperationalError where a folder cannot be asked for. They may be called from any thread,
/// as long as none changes the process's environment.
class FAIRLEAD_API AssetDirectoryAccessor {
public:
    AssetDirectoryAccessor() = default;
    AssetDirectoryAccessor(const AssetDirectoryAccessor&) = delete;
    AssetDirectoryAccessor& operator=(const AssetDirectoryAccessor&) = delete;
    virtual ~AssetDirectoryAccessor();

    /// FAIRSEQ2_ASSET_DIR, else /etc/fairseq2/assets; nothing if it does not exist.
    [[nodiscard]] virtual std::optional<std::filesystem::path> maybe_get_system_dir() const = 0;
    /// FAIRSEQ2_USER_ASSET_DIR, else fairseq2/assets below XDG_CONFIG_HOME or ~/.config; nothing if it does not exist.
    [[nodiscard]] virtual std::optional<std::filesystem::path> maybe_get_user_dir() const = 0;
    /// FAIRSEQ2_CACHE_DIR, else fairseq2/assets below XDG_CACHE_HOME or ~/.cache; it need not exist.
    [[nodiscard]] virtual std::filesystem::path get_cache_dir() const = 0;
};

} // namespace abi1
} // namespace fairlead
