// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/directories.h"

#include "core/assets/python_path.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace fairlead {
namespace {

bool exists(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

FoundDirectory at(const std::string& text, const VariableLookup& variable) {
    FoundDirectory found;
    auto path = python::resolve(text, variable);
    if (auto* error = std::get_if<AssetError>(&path)) {
        found.path = text;
        found.error = std::move(*error);
    } else {
        found.path = std::get<std::string>(std::move(path));
        found.exists = exists(found.path);
    }
    return found;
}

/// fairseq2's folder in one of XDG's.
std::string in_xdg(const char* name, const char* otherwise, const VariableLookup& variable) {
    const char* folder = variable(name);
    return folder ? python::join(python::path_text(folder), "fairseq2/assets") : otherwise;
}

/// `shown_name` is the variable's as fairseq2's warning has it.
FoundDirectory asset_directory(const char* name, std::string_view shown_name, const std::string& otherwise,
                               const VariableLookup& variable) {
    std::string warning;
    if (const char* value = variable(name)) {
        FoundDirectory named = at(value, variable);
        named.is_named = true;
        if (named.error || named.exists)
            return named;
        warning = fmt::format("{} pointed to by the {} environment variable is not found.", printable_path(named.path),
                              shown_name);
    }
    FoundDirectory found = at(otherwise, variable);
    found.warning = std::move(warning);
    return found;
}

} // namespace

FoundDirectory find_system_directory(const VariableLookup& variable) {
    return asset_directory("FAIRSEQ2_ASSET_DIR", "FAIRSEQ2_ASSET_DIR", "/etc/fairseq2/assets", variable);
}

FoundDirectory find_user_directory(const VariableLookup& variable) {
    return asset_directory("FAIRSEQ2_USER_ASSET_DIR", "`FAIRSEQ2_USER_ASSET_DIR`",
                           in_xdg("XDG_CONFIG_HOME", "~/.config/fairseq2/assets", variable), variable);
}

FoundDirectory find_cache_directory(const VariableLookup& variable) {
    if (const char* value = variable("FAIRSEQ2_CACHE_DIR")) {
        FoundDirectory named = at(value, variable);
        named.is_named = true;
        return named;
    }
    return at(in_xdg("XDG_CACHE_HOME", "~/.cache/fairseq2/assets", variable), variable);
}

AssetSource directory_source(const FoundDirectory& directory) {
    AssetSource source = file_source(directory.path);
    source.if_missing = IfMissing::nothing;
    source.from_variable = true;
    return source;
}

WellKnownSources well_known_sources(const VariableLookup& variable) {
    WellKnownSources found;
    for (const FoundDirectory& directory :
         std::initializer_list<FoundDirectory>{find_system_directory(variable), find_user_directory(variable)}) {
        if (!directory.warning.empty())
            found.warnings.push_back(directory.warning);
        if (directory.exists || directory.error)
            found.sources.push_back(directory_source(directory));
    }
    return found;
}

} // namespace fairlead
