// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/manifest.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace fairlead {

/// Why a place is on the search path. One that a person named has to be there; the others may be missing.
enum class SearchReason : std::uint8_t { variable, user_data, system_data };

/// A folder whose `*.toml` files are manifests, or a manifest itself.
struct SearchPlace {
    std::filesystem::path path;
    SearchReason reason = SearchReason::variable;
    friend bool operator==(const SearchPlace&, const SearchPlace&) = default;
};

/// The places that `FAIRLEAD_EXTENSION_PATH` names (joined by `:`, empty parts skipped), then `fairlead/extensions` in
/// the user's data folder (`XDG_DATA_HOME`, else `HOME`/.local/share) and in the system's (`XDG_DATA_DIRS`, else
/// /usr/local/share and /usr/share). As the XDG rules have it, their folders count only if they are absolute.
/// `variable` gives the value of an environment variable, or null.
[[nodiscard]] std::vector<SearchPlace> extension_search_path(const std::function<const char*(const char*)>& variable);

struct FoundManifests {
    std::vector<Manifest> manifests;       ///< in the order in which their extensions are loaded
    std::vector<ManifestProblem> problems; ///< of places that cannot be looked into
};

/// Reads the manifests of the places, in their order; those of a folder by their names' bytes. A manifest that is found
/// twice counts once. Of two extensions of one name, the later one gets a fault that names both places.
[[nodiscard]] FoundManifests find_manifests(std::span<const SearchPlace> places);

} // namespace fairlead
