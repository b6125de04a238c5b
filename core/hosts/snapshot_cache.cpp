// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/snapshot_cache.h"

#include "core/extensions/manifest_search.h"
#include "core/files/read.h"
#include "core/files/save.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <system_error>
#include <variant>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_snapshot = std::size_t{64} << 20;

/// FNV-1a: the same in every build and on every machine, unlike std::hash.
std::uint64_t hash_of(std::string_view bytes, std::uint64_t hash) {
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    return hash;
}

fs::path cache_folder(const std::function<const char*(const char*)>& variable) {
    if (const char* folder = variable("XDG_CACHE_HOME"); folder != nullptr && fs::path(folder).is_absolute())
        return folder;
    const char* home = variable("HOME");
    return home != nullptr && *home != '\0' ? fs::path(home) / ".cache" : fs::path();
}

} // namespace

fs::path snapshot_cache_file(const std::function<const char*(const char*)>& variable, const std::string& id) {
    const fs::path folder = cache_folder(variable);
    return folder.empty() ? fs::path() : folder / "fairlead" / "snapshots" / (id + ".json");
}

std::string native_environment_id(const std::function<const char*(const char*)>& variable) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const SearchPlace& place : extension_search_path(variable))
        hash = hash_of(place.path.native() + '\n', hash);
    return fmt::format("native-{:016x}", hash);
}

std::optional<CachedSnapshot> read_cached_snapshot(const fs::path& file) {
    if (file.empty())
        return std::nullopt;
    const ReadResult read = read_file(file, largest_snapshot);
    const auto* content = std::get_if<FileContent>(&read);
    if (content == nullptr)
        return std::nullopt;
    try {
        const std::chrono::nanoseconds since_epoch(content->stamp.modified_ns);
        return CachedSnapshot{.snapshot = read_snapshot(content->bytes),
                              .time = std::chrono::system_clock::time_point(
                                  std::chrono::duration_cast<std::chrono::system_clock::duration>(since_epoch))};
    } catch (const SnapshotError&) {
        return std::nullopt; // of another version, or cut
    }
}

std::string keep_snapshot(const fs::path& file, const RegistrySnapshot& snapshot) {
    if (file.empty())
        return "There is no folder for caches: neither XDG_CACHE_HOME nor HOME is set.";
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return fmt::format("{} cannot be made: {}.", printable_path(file.parent_path()), error.message());
    const SaveResult saved = save_file(file, write_snapshot(snapshot), {.overwrite_changed = true, .in_place = true});
    const auto* failure = std::get_if<FileError>(&saved);
    return failure != nullptr ? failure->message : std::string();
}

} // namespace fairlead
