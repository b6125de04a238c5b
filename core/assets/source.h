// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace fairlead {

enum class SourceKind : std::uint8_t { package, file, in_memory, checkpoint };

/// What a file or folder is that does not exist: fairseq2's error, nothing (`not_exist_ok`), or worth a note.
enum class IfMissing : std::uint8_t { error, nothing, note };

/// A card file whose bytes are given: of a recorded package, or of a buffer.
struct GivenFile {
    std::string path{}; ///< relative to the source, as shown
    std::string text{};
};

/// A place that cards come from (fairseq2's AssetMetadataSource). A value: nothing is read before a Catalog loads it.
struct AssetSource {
    SourceKind kind = SourceKind::file;
    std::string name{};             ///< fairseq2's: `package:NAME`, `path:PATH`, `checkpoint:DIR`
    std::filesystem::path path{};   ///< folder or file, as given; empty if the bytes are given
    std::vector<GivenFile> given{}; ///< of an in-memory source, a recorded package, or standard input
    std::string given_in{};     ///< the folder, resolved, in which the given files lie; empty: in none that is known
    bool from_registry = false; ///< the registry's own, not one that the person named
    IfMissing if_missing = IfMissing::error;
    bool from_variable = false; ///< the system's or the user's directory
};

/// `register_file_assets(container, path)`: a folder or a file. `path:` + the path as Python's `Path` prints it; an
/// empty one is the working directory.
[[nodiscard]] AssetSource file_source(const std::filesystem::path& path);
/// `register_checkpoint_models(container, dir)`.
[[nodiscard]] AssetSource checkpoint_source(const std::filesystem::path& directory);
/// `register_package_assets(container, package)` for a package whose folder is known.
[[nodiscard]] AssetSource package_source(std::string package, const std::filesystem::path& folder);
/// A package whose card files are recorded. `name`: `package:NAME`.
[[nodiscard]] AssetSource recorded_source(std::string name, std::vector<GivenFile> files);
/// `register_in_memory_assets(container, source, entries)`: the entries as a YAML text with one document each (a row
/// of JSON objects with `---` between them is that).
[[nodiscard]] AssetSource in_memory_source(std::string name, std::string entries);

/// What a folder is asked for; the default asks the system. Tests give their own, to fix the order. Throws
/// std::filesystem::filesystem_error if the folder cannot be read.
using DirectoryLister = std::function<std::vector<std::filesystem::directory_entry>(const std::filesystem::path&)>;

/// The variables that fairseq2 reads, as they are to be taken (assets/dirs.py). Null: it is not set.
using VariableLookup = std::function<const char*(const char* name)>;

/// The system's and the user's asset directory as fairseq2 finds them (assets/dirs.py), with its warnings.
struct WellKnownSources {
    std::vector<AssetSource> sources;
    std::vector<std::string> warnings;
};
[[nodiscard]] WellKnownSources well_known_sources(const VariableLookup& variable);

} // namespace fairlead
