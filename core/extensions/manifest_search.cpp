// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/manifest_search.h"

#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t manifest_limit = 10'000; // of one folder

/// The parts of a list such as PATH that are not empty.
std::vector<std::string> parts_of(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto end = list.find(':');
        if (const auto part = list.substr(0, end); !part.empty())
            parts.emplace_back(part);
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return parts;
}

std::string_view text_of(const char* value) { return value == nullptr ? std::string_view{} : std::string_view{value}; }

ManifestProblem cannot_look(const fs::path& path, const std::error_code& error) {
    return {path, {}, fmt::format("It cannot be looked into: {}.", error.message())};
}

/// The manifests of a folder, sorted; or nothing and a problem.
std::vector<fs::path> manifests_in(const fs::path& folder, std::vector<ManifestProblem>& problems) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() != ".toml")
            continue;
        paths.push_back(entry->path());
        if (paths.size() > manifest_limit) {
            problems.push_back({folder, {}, fmt::format("It has over {} manifests; none is read.", manifest_limit)});
            return {};
        }
    }
    if (error)
        problems.push_back(cannot_look(folder, error));
    std::ranges::sort(paths, {}, [](const fs::path& path) { return path.filename().native(); });
    return paths;
}

std::vector<fs::path> manifests_at(const SearchPlace& place, std::vector<ManifestProblem>& problems) {
    std::error_code error;
    const fs::file_status status = fs::status(place.path, error);
    if (fs::is_directory(status))
        return manifests_in(place.path, problems);
    if (fs::exists(status))
        return {place.path};
    if (status.type() != fs::file_type::not_found)
        problems.push_back(cannot_look(place.path, error));
    else if (place.reason == SearchReason::variable)
        problems.push_back({place.path, {}, "FAIRLEAD_EXTENSION_PATH names it, but it does not exist."});
    return {};
}

} // namespace

std::vector<SearchPlace> extension_search_path(const std::function<const char*(const char*)>& variable) {
    std::vector<SearchPlace> places;
    for (const std::string& part : parts_of(text_of(variable("FAIRLEAD_EXTENSION_PATH"))))
        places.push_back({part, SearchReason::variable});

    const fs::path below = fs::path("fairlead") / "extensions";
    fs::path user = text_of(variable("XDG_DATA_HOME"));
    if (!user.is_absolute())
        user = fs::path(text_of(variable("HOME"))) / ".local" / "share";
    if (user.is_absolute())
        places.push_back({user / below, SearchReason::user_data});

    std::vector<std::string> system = parts_of(text_of(variable("XDG_DATA_DIRS")));
    std::erase_if(system, [](const std::string& part) { return !fs::path(part).is_absolute(); });
    if (system.empty())
        system = {"/usr/local/share", "/usr/share"};
    for (const std::string& part : system)
        places.push_back({part / below, SearchReason::system_data});
    return places;
}

FoundManifests find_manifests(std::span<const SearchPlace> places) {
    FoundManifests found;
    std::set<fs::path> seen;
    std::map<std::string, std::pair<fs::path, TextPosition>> owners;
    for (const SearchPlace& place : places) {
        for (const fs::path& path : manifests_at(place, found.problems)) {
            std::error_code error;
            const fs::path real = fs::canonical(path, error);
            if (!seen.insert(error ? path : real).second)
                continue;
            Manifest manifest = read_manifest(path);
            for (EntryPoint& entry : manifest.entries) {
                const auto [owner, first] = owners.try_emplace(entry.name, path, entry.position);
                if (!first)
                    entry.fault = fmt::format("An extension named `{}` is already in {}:{}. Rename one of them.",
                                              printable_text(entry.name), printable_text(owner->second.first.native()),
                                              owner->second.second.line);
            }
            found.manifests.push_back(std::move(manifest));
        }
    }
    return found;
}

} // namespace fairlead
