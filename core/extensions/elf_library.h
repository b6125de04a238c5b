// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/byte_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fairlead {

/// A symbol that the loader sees.
struct ElfSymbol {
    std::string_view name; ///< borrowed from ElfLibrary::names
    bool defined = false;
    bool weak = false;
    bool function = false;
};

struct ElfNote {
    std::string name;
    std::uint32_t type = 0;
    std::vector<std::byte> descriptor;
};

/// What of a shared library the loader goes by: its program headers, dynamic section, dynamic symbols and notes.
/// Sections are looked at for names of functions that are not exported only; a library may have none.
struct ElfLibrary {
    ElfLibrary() = default;
    ElfLibrary(ElfLibrary&&) = default;
    ElfLibrary& operator=(ElfLibrary&&) = default;

    std::vector<std::string> needed; ///< DT_NEEDED, in order
    std::string soname;
    std::string rpath;
    std::string runpath;
    std::vector<ElfSymbol> symbols;                 ///< exported and imported
    std::vector<std::string_view> hidden_functions; ///< in the symbol table for debuggers only
    std::vector<ElfNote> notes;
    std::vector<char> names;        ///< the dynamic string table
    std::vector<char> hidden_names; ///< the other one
};

/// Why bytes are no shared library of this machine. The words follow the file's name: `is a text file, …`.
struct ElfRefusal {
    std::string words;
};

/// Reads what the loader would. Any bytes give a library or a refusal; tables of over 256 MiB are refused, and so is
/// what would take longer than a pass over the file.
///
/// Not libelf: that goes by sections, this by what the loader maps, and all of it runs under the fuzzer's sanitizers.
[[nodiscard]] std::variant<ElfLibrary, ElfRefusal> read_elf_library(const ByteSource& bytes);

/// Whether the mapped, unwritable parts of a library hold this string between zero bytes. Reads all of them.
[[nodiscard]] bool elf_holds_constant(const ByteSource& bytes, std::string_view text);

} // namespace fairlead
