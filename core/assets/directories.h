// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"
#include "core/assets/source.h"

#include <optional>
#include <string>

namespace fairlead {

/// Where fairseq2 looks for one kind of files, and what it finds there (assets/dirs.py).
struct FoundDirectory {
    std::string path;                ///< links resolved; where it would be, if it is not there
    bool is_named = false;           ///< by its own variable; else by XDG's or fairseq2's default
    bool exists = false;             ///< an asset directory that does not is no source
    std::string warning{};           ///< fairseq2's: its variable names what is not there, so that the default counts
    std::optional<AssetError> error; ///< fairseq2 raises it in place of a path
};

/// `FAIRSEQ2_ASSET_DIR`, else /etc/fairseq2/assets.
[[nodiscard]] FoundDirectory find_system_directory(const VariableLookup& variable);
/// `FAIRSEQ2_USER_ASSET_DIR`, else fairseq2/assets in `XDG_CONFIG_HOME` or ~/.config.
[[nodiscard]] FoundDirectory find_user_directory(const VariableLookup& variable);
/// Of downloads: `FAIRSEQ2_CACHE_DIR`, else fairseq2/assets in `XDG_CACHE_HOME` or ~/.cache.
[[nodiscard]] FoundDirectory find_cache_directory(const VariableLookup& variable);

/// An asset directory as a source; the error, if there is one, is raised when it is loaded.
[[nodiscard]] AssetSource directory_source(const FoundDirectory& directory);

} // namespace fairlead
