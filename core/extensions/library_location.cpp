// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/library_location.h"

#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <system_error>
#include <vector>

namespace fairlead {

namespace fs = std::filesystem;

std::variant<fs::path, LibraryNotFound> locate_library(const fs::path& manifest_folder, std::string_view library) {
    const fs::path written{library};
    const fs::path name = written.filename();
    std::vector<fs::path> candidates{written};
    if (name.empty() || name == "." || name == "..")
        return LibraryNotFound{fmt::format("`{}` is the name of a folder, not of a library.", printable_text(library))};
    const bool has_suffix = name.native().ends_with(".so") || name.native().find(".so.") != std::string::npos;
    if (!has_suffix) {
        if (!name.native().starts_with("lib"))
            candidates.push_back(written.parent_path() / ("lib" + name.native() + ".so"));
        candidates.push_back(written.parent_path() / (name.native() + ".so"));
    }

    std::string looked_at;
    for (const fs::path& candidate : candidates) {
        fs::path path = (manifest_folder / candidate).lexically_normal();
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (fs::exists(status) && !fs::is_directory(status))
            return path;
        looked_at += fmt::format("{}{}", looked_at.empty() ? "" : ", ", printable_text(path.native()));
        if (fs::is_directory(status))
            looked_at += " (a folder)";
        else if (fs::is_symlink(fs::symlink_status(path, error)))
            looked_at += " (a link to nothing)";
        else if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown)
            looked_at += " (cannot be looked at)";
    }
    return LibraryNotFound{
        fmt::format("The library `{}` is not found. Looked at: {}.", printable_text(library), looked_at)};
}

} // namespace fairlead
