// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/source.h"

#include "core/assets/python_path.h"

namespace fairlead {

namespace {

/// `Path("")` is the working directory.
std::filesystem::path not_empty(const std::filesystem::path& path) { return path.empty() ? "." : path; }

} // namespace

AssetSource file_source(const std::filesystem::path& path) {
    return {.kind = SourceKind::file,
            .name = "path:" + printable_path(python::path_text(path.native())),
            .path = not_empty(path)};
}

AssetSource checkpoint_source(const std::filesystem::path& directory) {
    return {.kind = SourceKind::checkpoint,
            .name = "checkpoint:" + printable_path(python::path_text(directory.native())),
            .path = not_empty(directory)};
}

AssetSource package_source(std::string package, const std::filesystem::path& folder) {
    return {.kind = SourceKind::package, .name = "package:" + std::move(package), .path = folder};
}

AssetSource recorded_source(std::string name, std::vector<GivenFile> files) {
    return {.kind = SourceKind::package, .name = std::move(name), .given = std::move(files)};
}

AssetSource in_memory_source(std::string name, std::string entries) {
    AssetSource source{.kind = SourceKind::in_memory, .name = std::move(name)};
    source.given.push_back({.path = source.name, .text = std::move(entries)});
    return source;
}

} // namespace fairlead
