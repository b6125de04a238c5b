// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/elf_library.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fairlead {

/// The name that the linker knows `void namespace::function(fairlead::DependencyContainer&)` by. The parameter's type
/// and the ABI's version are part of it, so that it is found in a library only if it can be called.
[[nodiscard]] std::string entry_symbol(std::span<const std::string> function);

/// A linker's name as C++ writes it, without `abi1::`; what is no C++ name comes back as it is.
[[nodiscard]] std::string demangled(std::string_view symbol);

/// Why a library does not export the function, as words that follow the library's name.
struct NoEntry {
    bool wrong_signature = false; ///< there is a function of that name that cannot be called
    std::string words;
};

/// The words for a function that is nowhere in a library. A compiler leaves out what its file does not call and nobody
/// else can, so that such a function leaves no trace.
[[nodiscard]] std::string no_function(std::span<const std::string> function);

/// Nothing if the function is there.
[[nodiscard]] std::optional<NoEntry> find_no_entry(const ElfLibrary& library, std::span<const std::string> function);

} // namespace fairlead
