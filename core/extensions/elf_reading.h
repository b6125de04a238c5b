// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/byte_source.h"
#include "core/extensions/elf_library.h"

#include <cstdint>
#include <elf.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::elf {

/// Thrown inside the reader and caught where it begins.
struct Refused {
    std::string words;
};

/// A table of `count` entries at an offset. Refused if it reaches beyond the file or is beyond reason.
template <class Entry>
[[nodiscard]] std::vector<Entry> read_table(const ByteSource& bytes, std::uint64_t offset, std::uint64_t count,
                                            std::string_view what);

/// The file's header, checked: ELF, 64 bits, this machine's order and architecture, a shared library.
[[nodiscard]] Elf64_Ehdr read_header(const ByteSource& bytes);

/// Where the loader maps what; addresses to offsets.
class Segments {
public:
    Segments(const ByteSource& bytes, const Elf64_Ehdr& header);

    [[nodiscard]] const std::vector<Elf64_Phdr>& all() const noexcept { return all_; }
    /// The offset of an address and how many bytes of the file follow it in its segment.
    struct Place {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    [[nodiscard]] std::optional<Place> find(std::uint64_t address) const noexcept;

private:
    std::vector<Elf64_Phdr> all_;
};

/// The entries of the dynamic section.
[[nodiscard]] std::vector<Elf64_Dyn> read_dynamic(const ByteSource& bytes, const Segments& segments);

/// How many dynamic symbols there are: only the hash tables say.
[[nodiscard]] std::uint64_t count_symbols(const ByteSource& bytes, const Segments& segments,
                                          const std::vector<Elf64_Dyn>& dynamic);

/// The notes of all PT_NOTE segments, up to 1 MiB of them.
[[nodiscard]] std::vector<ElfNote> read_notes(const ByteSource& bytes, const Segments& segments);

/// Fills in the names of functions in .symtab that the dynamic symbols lack, if there is one.
void read_hidden_functions(const ByteSource& bytes, const Elf64_Ehdr& header, ElfLibrary& library);

/// Texts out of a string table, with a limit on what they have together: hostile ones overlap.
class Names {
public:
    explicit Names(const std::vector<char>& table) noexcept : table_(table), budget_(8 * table.size() + 65536) {}
    [[nodiscard]] std::string_view at(std::uint64_t offset);

private:
    const std::vector<char>& table_;
    std::uint64_t budget_;
};

} // namespace fairlead::elf
