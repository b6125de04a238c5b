// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/elf_library.h"

#include <cstdint>
#include <vector>

namespace fairlead {

/// What a library was compiled for, as <fairlead/abi_note.h> writes it into each of its object files.
struct BuildNote {
    enum Bit : std::uint32_t {
        cxx11_strings = 1,    ///< _GLIBCXX_USE_CXX11_ABI=1
        debug_containers = 2, ///< _GLIBCXX_DEBUG
        libcxx = 4,           ///< LLVM's library, not GCC's
        address_sanitizer = 8,
        thread_sanitizer = 16,
        memory_sanitizer = 32,
        hwaddress_sanitizer = 64,
    };
    std::uint32_t abi = 0;
    std::uint32_t bits = 0;
    friend bool operator==(const BuildNote&, const BuildNote&) = default;
};

/// What this program's own core was compiled for.
[[nodiscard]] BuildNote own_build() noexcept;

/// The different notes of a library: one, unless its parts were compiled differently; none if it is no extension.
[[nodiscard]] std::vector<BuildNote> build_notes(const ElfLibrary& library);

} // namespace fairlead
