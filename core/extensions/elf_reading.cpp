// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/elf_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <span>

namespace fairlead::elf {
namespace {

constexpr std::uint64_t table_limit = std::uint64_t{256} << 20;
constexpr std::uint64_t note_limit = std::uint64_t{1} << 20;

[[noreturn]] void refuse(std::string words) { throw Refused{std::move(words)}; }

} // namespace

template <class Entry>
std::vector<Entry> read_table(const ByteSource& bytes, std::uint64_t offset, std::uint64_t count,
                              std::string_view what) {
    const std::uint64_t size = bytes.size();
    if (count > table_limit / sizeof(Entry))
        refuse(fmt::format("is damaged: its {} would have {} entries", what, count));
    if (offset > size || count * sizeof(Entry) > size - offset)
        refuse(fmt::format("is cut short or damaged: its {} reaches beyond the file's {} bytes", what, size));
    std::vector<Entry> entries(static_cast<std::size_t>(count));
    if (!bytes.read(offset, std::as_writable_bytes(std::span(entries))))
        refuse(fmt::format("cannot be read at its {}", what));
    return entries;
}

template std::vector<char> read_table<char>(const ByteSource&, std::uint64_t, std::uint64_t, std::string_view);
template std::vector<std::byte> read_table<std::byte>(const ByteSource&, std::uint64_t, std::uint64_t,
                                                      std::string_view);
template std::vector<std::uint32_t> read_table<std::uint32_t>(const ByteSource&, std::uint64_t, std::uint64_t,
                                                              std::string_view);
template std::vector<Elf64_Sym> read_table<Elf64_Sym>(const ByteSource&, std::uint64_t, std::uint64_t,
                                                      std::string_view);
template std::vector<Elf64_Shdr> read_table<Elf64_Shdr>(const ByteSource&, std::uint64_t, std::uint64_t,
                                                        std::string_view);

Segments::Segments(const ByteSource& bytes, const Elf64_Ehdr& header)
    : all_(header.e_phentsize == sizeof(Elf64_Phdr)
               ? read_table<Elf64_Phdr>(bytes, header.e_phoff, header.e_phnum, "table of program headers")
               : std::vector<Elf64_Phdr>{}) {
    if (all_.empty())
        refuse("is damaged: it has no program headers");
    std::uint64_t loaded = 0;
    for (const Elf64_Phdr& segment : all_) {
        if (segment.p_type != PT_LOAD)
            continue;
        if (segment.p_offset > bytes.size() || segment.p_filesz > bytes.size() - segment.p_offset)
            refuse(fmt::format("is cut short: a part that is to be loaded reaches beyond the file's {} bytes",
                               bytes.size()));
        loaded += segment.p_filesz;
        if (loaded > 4 * bytes.size())
            refuse("is damaged: the parts that are to be loaded overlap over and over");
    }
}

std::optional<Segments::Place> Segments::find(std::uint64_t address) const noexcept {
    for (const Elf64_Phdr& segment : all_)
        if (segment.p_type == PT_LOAD && address >= segment.p_vaddr && address - segment.p_vaddr < segment.p_filesz)
            return Place{segment.p_offset + (address - segment.p_vaddr),
                         segment.p_filesz - (address - segment.p_vaddr)};
    return std::nullopt;
}

std::vector<Elf64_Dyn> read_dynamic(const ByteSource& bytes, const Segments& segments) {
    const auto segment = std::ranges::find(segments.all(), Elf64_Word{PT_DYNAMIC}, &Elf64_Phdr::p_type);
    if (segment == segments.all().end())
        refuse("is not a shared library: it has no dynamic section");
    auto entries =
        read_table<Elf64_Dyn>(bytes, segment->p_offset, segment->p_filesz / sizeof(Elf64_Dyn), "dynamic section");
    const auto end = std::ranges::find(entries, Elf64_Sxword{DT_NULL}, &Elf64_Dyn::d_tag);
    entries.erase(end, entries.end());
    return entries;
}

std::uint64_t count_symbols(const ByteSource& bytes, const Segments& segments, const std::vector<Elf64_Dyn>& dynamic) {
    constexpr std::string_view what = "hash table of symbols";
    const auto place_of = [&](Elf64_Sxword tag) -> std::optional<Segments::Place> {
        const auto entry = std::ranges::find(dynamic, tag, &Elf64_Dyn::d_tag);
        return entry == dynamic.end() ? std::nullopt : segments.find(entry->d_un.d_ptr);
    };
    if (const auto table = place_of(DT_HASH)) // buckets, chains; there are as many chains as symbols
        return read_table<std::uint32_t>(bytes, table->offset, 2, what)[1];
    const auto table = place_of(DT_GNU_HASH);
    if (!table)
        return 0;
    const auto header = read_table<std::uint32_t>(bytes, table->offset, 4, what);
    const std::uint64_t buckets_at = table->offset + 16 + std::uint64_t{header[2]} * 8;
    const auto buckets = read_table<std::uint32_t>(bytes, buckets_at, header[0], what);
    const std::uint64_t first = header[1];
    const std::uint64_t last = buckets.empty() ? 0 : *std::ranges::max_element(buckets);
    if (last < first)
        return first;
    // The last bucket's chain ends the table; its last entry is odd.
    const std::uint64_t chains_at = buckets_at + std::uint64_t{header[0]} * 4;
    std::uint64_t index = last;
    for (constexpr std::uint64_t step = 256;;) {
        const std::uint64_t at = chains_at + (index - first) * 4;
        const std::uint64_t rest = at < bytes.size() ? (bytes.size() - at) / 4 : 0;
        if (rest == 0)
            refuse(
                fmt::format("is cut short or damaged: its {} reaches beyond the file's {} bytes", what, bytes.size()));
        for (const std::uint32_t hash : read_table<std::uint32_t>(bytes, at, std::min(step, rest), what)) {
            ++index;
            if ((hash & 1) != 0)
                return index;
        }
    }
}

std::vector<ElfNote> read_notes(const ByteSource& bytes, const Segments& segments) {
    std::vector<ElfNote> notes;
    std::uint64_t budget = note_limit;
    for (const Elf64_Phdr& segment : segments.all()) {
        if (segment.p_type != PT_NOTE)
            continue;
        if (segment.p_filesz > budget)
            refuse("is damaged: it has over 1 MiB of notes");
        budget -= segment.p_filesz + 1 < budget ? segment.p_filesz + 1 : budget;
        const auto all = read_table<std::byte>(bytes, segment.p_offset, segment.p_filesz, "notes");
        const std::size_t alignment = segment.p_align == 8 ? 8 : 4;
        const auto aligned = [&](std::size_t at) { return (at + alignment - 1) / alignment * alignment; };
        std::size_t at = 0;
        while (all.size() - at >= sizeof(Elf64_Nhdr)) {
            Elf64_Nhdr head;
            std::memcpy(&head, all.data() + at, sizeof head);
            const std::size_t name_at = at + sizeof head;
            if (head.n_namesz > all.size() - name_at)
                break;
            const std::size_t descriptor_at = std::min(aligned(name_at + head.n_namesz), all.size());
            if (head.n_descsz > all.size() - descriptor_at)
                break;
            ElfNote note;
            note.name.assign(reinterpret_cast<const char*>(all.data() + name_at), head.n_namesz);
            note.name.resize(std::strlen(note.name.c_str()));
            note.type = head.n_type;
            note.descriptor.assign(all.begin() + static_cast<std::ptrdiff_t>(descriptor_at),
                                   all.begin() + static_cast<std::ptrdiff_t>(descriptor_at + head.n_descsz));
            notes.push_back(std::move(note));
            at = std::min(aligned(descriptor_at + head.n_descsz), all.size());
        }
    }
    return notes;
}

void read_hidden_functions(const ByteSource& bytes, const Elf64_Ehdr& header, ElfLibrary& library) {
    // Of help only, so that sections that are missing or make no sense are no refusal.
    constexpr std::string_view what = "symbol table";
    if (header.e_shentsize != sizeof(Elf64_Shdr))
        return;
    try {
        const auto sections = read_table<Elf64_Shdr>(bytes, header.e_shoff, header.e_shnum, "table of sections");
        const auto table = std::ranges::find(sections, Elf64_Word{SHT_SYMTAB}, &Elf64_Shdr::sh_type);
        if (table == sections.end() || table->sh_link >= sections.size())
            return;
        const Elf64_Shdr& names = sections[table->sh_link];
        library.hidden_names = read_table<char>(bytes, names.sh_offset, names.sh_size, what);
        Names texts(library.hidden_names);
        for (const Elf64_Sym& symbol :
             read_table<Elf64_Sym>(bytes, table->sh_offset, table->sh_size / sizeof(Elf64_Sym), what)) {
            const bool hidden = ELF64_ST_BIND(symbol.st_info) == STB_LOCAL ||
                                ELF64_ST_VISIBILITY(symbol.st_other) == STV_HIDDEN ||
                                ELF64_ST_VISIBILITY(symbol.st_other) == STV_INTERNAL;
            if (hidden && symbol.st_shndx != SHN_UNDEF && ELF64_ST_TYPE(symbol.st_info) == STT_FUNC)
                library.hidden_functions.push_back(texts.at(symbol.st_name));
        }
    } catch (const Refused&) {
        library.hidden_functions.clear();
    }
}

std::string_view Names::at(std::uint64_t offset) {
    if (offset >= table_.size())
        refuse("is damaged: a name lies outside of its table of names");
    const char* begin = table_.data() + offset;
    const std::size_t length = ::strnlen(begin, table_.size() - static_cast<std::size_t>(offset));
    if (length + 1 > budget_)
        refuse("is damaged: its names overlap over and over");
    budget_ -= length + 1;
    return {begin, length};
}

} // namespace fairlead::elf
