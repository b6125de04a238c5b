// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/elf_library.h"

#include "core/extensions/elf_reading.h"

#include <algorithm>
#include <array>
#include <optional>

namespace fairlead {
namespace {

std::optional<std::uint64_t> value_of(const std::vector<Elf64_Dyn>& dynamic, Elf64_Sxword tag) {
    const auto entry = std::ranges::find(dynamic, tag, &Elf64_Dyn::d_tag);
    return entry == dynamic.end() ? std::nullopt : std::optional<std::uint64_t>(entry->d_un.d_val);
}

void read_names(const ByteSource& bytes, const elf::Segments& segments, const std::vector<Elf64_Dyn>& dynamic,
                ElfLibrary& library) {
    const auto address = value_of(dynamic, DT_STRTAB);
    const auto place = address ? segments.find(*address) : std::nullopt;
    if (!place)
        throw elf::Refused{"is damaged: its table of names is not in the file"};
    const std::uint64_t size = value_of(dynamic, DT_STRSZ).value_or(0);
    if (size > place->size)
        throw elf::Refused{"is cut short or damaged: its table of names is longer than the part of the file it is in"};
    library.names = elf::read_table<char>(bytes, place->offset, size, "table of names");
}

void read_symbols(const ByteSource& bytes, const elf::Segments& segments, const std::vector<Elf64_Dyn>& dynamic,
                  ElfLibrary& library, elf::Names& names) {
    const auto address = value_of(dynamic, DT_SYMTAB);
    const auto place = address ? segments.find(*address) : std::nullopt;
    if (!place)
        throw elf::Refused{"is damaged: its table of symbols is not in the file"};
    const std::uint64_t count = elf::count_symbols(bytes, segments, dynamic);
    if (count > place->size / sizeof(Elf64_Sym))
        throw elf::Refused{"is damaged: it counts more symbols than it has room for"};
    const auto symbols = elf::read_table<Elf64_Sym>(bytes, place->offset, count, "table of symbols");
    for (std::size_t i = 1; i < symbols.size(); ++i) { // the first one is empty
        const Elf64_Sym& symbol = symbols[i];
        const auto binding = ELF64_ST_BIND(symbol.st_info);
        const auto type = ELF64_ST_TYPE(symbol.st_info);
        if (binding == STB_LOCAL)
            continue;
        library.symbols.push_back({names.at(symbol.st_name), symbol.st_shndx != SHN_UNDEF, binding == STB_WEAK,
                                   type == STT_FUNC || type == STT_GNU_IFUNC});
    }
}

ElfLibrary read(const ByteSource& bytes) {
    const Elf64_Ehdr header = elf::read_header(bytes);
    const elf::Segments segments(bytes, header);
    const auto dynamic = elf::read_dynamic(bytes, segments);
    constexpr std::uint64_t pie = 0x08000000; // DF_1_PIE
    if ((value_of(dynamic, DT_FLAGS_1).value_or(0) & pie) != 0)
        throw elf::Refused{"is a program, not a shared library"};

    ElfLibrary library;
    read_names(bytes, segments, dynamic, library);
    elf::Names names(library.names);
    for (const Elf64_Dyn& entry : dynamic)
        if (entry.d_tag == DT_NEEDED)
            library.needed.emplace_back(names.at(entry.d_un.d_val));
    const auto text = [&](Elf64_Sxword tag) {
        const auto offset = value_of(dynamic, tag);
        return offset ? std::string(names.at(*offset)) : std::string();
    };
    library.soname = text(DT_SONAME);
    library.rpath = text(DT_RPATH);
    library.runpath = text(DT_RUNPATH);
    read_symbols(bytes, segments, dynamic, library, names);
    library.notes = elf::read_notes(bytes, segments);
    elf::read_hidden_functions(bytes, header, library);
    return library;
}

} // namespace

std::variant<ElfLibrary, ElfRefusal> read_elf_library(const ByteSource& bytes) {
    try {
        return read(bytes);
    } catch (elf::Refused& refused) {
        return ElfRefusal{std::move(refused.words)};
    }
}

bool elf_holds_constant(const ByteSource& bytes, std::string_view text) {
    std::string pattern(1, '\0');
    pattern += text;
    pattern += '\0';
    constexpr std::size_t chunk = 65536;
    std::vector<char> window(chunk + pattern.size());
    try {
        const elf::Segments segments(bytes, elf::read_header(bytes));
        for (const Elf64_Phdr& segment : segments.all()) {
            if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0)
                continue;
            for (std::uint64_t at = 0; at < segment.p_filesz; at += chunk) {
                const auto size =
                    static_cast<std::size_t>(std::min<std::uint64_t>(segment.p_filesz - at, window.size()));
                const std::span part(window.data(), size);
                if (!bytes.read(segment.p_offset + at, std::as_writable_bytes(part)))
                    return false;
                if (std::string_view(part.data(), part.size()).find(pattern) != std::string_view::npos)
                    return true;
            }
        }
    } catch (const elf::Refused&) {
        return false;
    }
    return false;
}

} // namespace fairlead
