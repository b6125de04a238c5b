// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/entry_point.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fairlead {

/// Why a library is not opened.
struct LibraryFault {
    enum class What : std::uint8_t {
        unreadable,      ///< no permission, a folder, a device
        not_a_library,   ///< a text file, cut short, of another machine
        no_note,         ///< not built against Fairlead's headers
        other_abi,       ///< for another version of Fairlead's ABI, or another C++ library
        sanitizer,       ///< would end a program that was not built with it
        own_runtime,     ///< a C++ runtime of its own
        no_function,     ///< the function is missing, or not exported
        wrong_signature, ///< a function of that name with other parameters
        unresolved,      ///< symbols that nothing provides
    };
    What what = What::unreadable;
    std::string message; ///< a sentence or two that name the file and the cure
};

/// Looks at a library without running any of it: whether this process can open it and call the function that the entry
/// point names, and if not, why not; the gravest first. What the loader would refuse, or what would end the process, is
/// known before it happens.
///
/// Whether all symbols are provided is asked of this process and of the libraries that the library needs; if one of
/// those is found by the loader alone, the loader has the last word.
[[nodiscard]] std::vector<LibraryFault> look_at_library(const std::filesystem::path& path,
                                                        const EntryPointTarget& target);

} // namespace fairlead
