// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/source_place.h"

#include <algorithm>

namespace fairlead {

std::string source_place(const Catalog& catalog, std::uint32_t source) {
    if (const std::string_view path = catalog.source_path(source); !path.empty())
        return printable_path(std::string(path));
    std::string_view name = catalog.sources()[source].name;
    name.remove_prefix(std::min(name.size(), name.find(':') + 1));
    return name == "-" ? "standard input" : std::string(name);
}

std::string shown_root(const AssetSource& source) {
    return printable_path(source.path.empty() ? std::filesystem::path(source.given_in) : source.path);
}

} // namespace fairlead
