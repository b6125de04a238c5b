// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/elf_library.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairlead {

/// The symbols that a library needs and neither this process nor the libraries that it names provide, as the linker
/// writes them, in order. None if a needed library is not found where it is looked for (the library's own paths,
/// LD_LIBRARY_PATH, the usual folders): the loader may know better.
[[nodiscard]] std::optional<std::vector<std::string>> unresolved_symbols(const ElfLibrary& library,
                                                                         const std::filesystem::path& path);

} // namespace fairlead
