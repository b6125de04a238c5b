// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/entry_point.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// The group that fairseq2's own extensions stand in (composition/extensions.py).
inline constexpr std::string_view extension_group = "fairseq2.extension";

/// Something in a manifest, or in the search for manifests, that keeps extensions from being found.
struct ManifestProblem {
    std::filesystem::path path; ///< of the manifest, or the folder
    TextPosition position{};
    std::string message{}; ///< what is wrong and what to do; without the path
};

/// `PATH:LINE:COLUMN: MESSAGE`, without what is not known.
[[nodiscard]] std::string to_string(const ManifestProblem& problem);

/// A TOML file with pyproject's own table of entry points. Read, never executed.
struct Manifest {
    std::filesystem::path path;
    std::string distribution;              ///< `project.name`, if it stands there
    std::string version;                   ///< `project.version`
    std::vector<EntryPoint> entries;       ///< in the order of the text
    std::vector<ManifestProblem> problems; ///< of the manifest as a whole: bad TOML, no table
};

/// Understands a manifest's text. Any bytes give a manifest; what cannot be understood is a problem with its place.
[[nodiscard]] Manifest parse_manifest(std::string_view text, const std::filesystem::path& path);

/// Reads and understands a file of at most 1 MiB.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& path);

} // namespace fairlead
