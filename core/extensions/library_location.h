// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace fairlead {

/// Why the library of an entry point cannot be found; a sentence that names what was looked at.
struct LibraryNotFound {
    std::string message;
};

/// Finds the library that an entry point names, from the folder of its manifest (an absolute path counts as it is).
/// `sub/name` is the file `sub/name`, else `sub/libname.so`, else `sub/name.so`. Whether it *is* a library is not
/// looked at; the loader's own search path is never used.
[[nodiscard]] std::variant<std::filesystem::path, LibraryNotFound>
locate_library(const std::filesystem::path& manifest_folder, std::string_view library);

} // namespace fairlead
