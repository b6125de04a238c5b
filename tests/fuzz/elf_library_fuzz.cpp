// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/build_note.h"
#include "core/extensions/elf_library.h"
#include "core/extensions/entry_symbol.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// Any bytes are a library whose names lie in its tables, or are refused in words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace fairlead;
    const MemoryBytes source({reinterpret_cast<const std::byte*>(bytes), size});
    const auto read = read_elf_library(source);
    (void)elf_holds_constant(source, "N10__cxxabiv117__class_type_infoE");
    if (const auto* refusal = std::get_if<ElfRefusal>(&read))
        return refusal->words.empty() ? std::abort(), 0 : 0;
    const auto& library = std::get<ElfLibrary>(read);
    for (const ElfSymbol& symbol : library.symbols)
        if (symbol.name.data() < library.names.data() ||
            symbol.name.data() + symbol.name.size() > library.names.data() + library.names.size())
            std::abort();
    (void)build_notes(library);
    const std::string function[] = {"sample", "setup"};
    if (const auto no_entry = find_no_entry(library, function); no_entry && no_entry->words.empty())
        std::abort();
    return 0;
}
