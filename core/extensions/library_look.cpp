// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/library_look.h"

#include "core/extensions/build_note.h"
#include "core/extensions/entry_symbol.h"
#include "core/extensions/needed_symbols.h"
#include "core/extensions/open_library.h"
#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace fairlead {
namespace {

using What = LibraryFault::What;

/// A build that a library has and this program has not, and neither can do with the other's.
struct Difference {
    std::uint32_t bit;
    What what;
    std::string_view with;
    std::string_view without;
};

constexpr std::array differences = {
    Difference{BuildNote::libcxx, What::other_abi,
               "was built with libc++, Fairlead with libstdc++. Build it without -stdlib=libc++",
               "was built with libstdc++, Fairlead with libc++. Build it with -stdlib=libc++"},
    Difference{
        BuildNote::cxx11_strings, What::other_abi,
        "was built with the new std::string, Fairlead with the old one. Build it with _GLIBCXX_USE_CXX11_ABI=0",
        "was built with the old std::string, Fairlead with the new one. Build it without _GLIBCXX_USE_CXX11_ABI=0"},
    Difference{BuildNote::debug_containers, What::other_abi,
               "was built with _GLIBCXX_DEBUG, whose containers are laid out differently. Build it without",
               "was built without _GLIBCXX_DEBUG, but Fairlead with it. Build it with _GLIBCXX_DEBUG"},
};

struct Sanitizer {
    std::uint32_t bit;
    std::string_view name;
    std::string_view option;
    std::string_view library; ///< what gives it away where the note does not
};

constexpr std::array sanitizers = {
    Sanitizer{BuildNote::address_sanitizer, "AddressSanitizer", "address", "libasan.so"},
    Sanitizer{BuildNote::thread_sanitizer, "ThreadSanitizer", "thread", "libtsan.so"},
    Sanitizer{BuildNote::memory_sanitizer, "MemorySanitizer", "memory", "libmsan.so"},
    Sanitizer{BuildNote::hwaddress_sanitizer, "HWAddressSanitizer", "hwaddress", "libhwasan.so"},
};

bool needs(const ElfLibrary& library, std::string_view beginning) {
    return std::ranges::any_of(library.needed, [&](const std::string& name) { return name.starts_with(beginning); });
}

/// The C++ runtime is in the library itself: its exceptions are not those of the process. The name of a class of the
/// runtime's own gives it away even where its symbols are hidden.
bool has_own_runtime(const ElfLibrary& library, const ByteSource& bytes) {
    const bool exports = std::ranges::any_of(
        library.symbols, [](const ElfSymbol& symbol) { return symbol.defined && symbol.name == "__cxa_throw"; });
    return exports || (!needs(library, "libstdc++.so") && !needs(library, "libc++.so") &&
                       elf_holds_constant(bytes, "N10__cxxabiv117__class_type_infoE"));
}

class Look {
public:
    Look(const std::filesystem::path& path, const ElfLibrary& library) : path_(path), library_(library) {}

    template <class... Parts>
    void fault(What what, fmt::format_string<Parts...> rest, Parts&&... parts) {
        faults.push_back({what, fmt::format("{} {}.", printable_text(path_.native()),
                                            fmt::format(rest, std::forward<Parts>(parts)...))});
    }

    void compare(const BuildNote& note, const BuildNote& own) {
        if (note.abi != own.abi)
            return fault(What::other_abi,
                         "was built for version {} of Fairlead's ABI; this is version {}. Build it again with this "
                         "Fairlead's headers",
                         note.abi, own.abi);
        for (const Difference& difference : differences)
            if (((note.bits ^ own.bits) & difference.bit) != 0)
                fault(difference.what, "{}", (note.bits & difference.bit) != 0 ? difference.with : difference.without);
        for (const Sanitizer& sanitizer : sanitizers)
            if ((note.bits & ~own.bits & sanitizer.bit) != 0)
                this->sanitizer(sanitizer);
    }

    void compare_sanitizer_libraries(const BuildNote& own) {
        for (const Sanitizer& sanitizer : sanitizers)
            if ((own.bits & sanitizer.bit) == 0 && needs(library_, sanitizer.library))
                this->sanitizer(sanitizer);
    }

    void sanitizer(const Sanitizer& sanitizer) {
        const bool said = std::ranges::any_of(faults, [](const LibraryFault& f) { return f.what == What::sanitizer; });
        if (!said)
            fault(What::sanitizer,
                  "was built with {}, which ends a program that was not. Build it without -fsanitize={}",
                  sanitizer.name, sanitizer.option);
    }

    std::vector<LibraryFault> faults;

private:
    const std::filesystem::path& path_;
    const ElfLibrary& library_;
};

std::string listed(const std::vector<std::string>& symbols) {
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(symbols.size(), most); ++i)
        text += fmt::format("{}`{}`", i == 0 ? "" : ", ", printable_text(demangled(symbols[i])));
    if (symbols.size() > most)
        text += fmt::format(" and {} more", symbols.size() - most);
    return text;
}

LibraryFault unreadable(const std::filesystem::path& path, int error) {
    std::error_code ignored;
    const std::string name = printable_text(path.native());
    if (error != 0)
        return {What::unreadable,
                fmt::format("{} cannot be opened: {}.", name, std::generic_category().message(error))};
    return {What::unreadable, fmt::format("{} is {}, not a shared library.", name,
                                          std::filesystem::is_directory(path, ignored) ? "a folder" : "no file")};
}

} // namespace

std::vector<LibraryFault> look_at_library(const std::filesystem::path& path, const EntryPointTarget& target) {
    int error = 0;
    const auto bytes = open_library(path, &error);
    if (bytes == nullptr)
        return {unreadable(path, error)};
    const auto read = read_elf_library(*bytes);
    if (const auto* refusal = std::get_if<ElfRefusal>(&read))
        return {{What::not_a_library, fmt::format("{} {}.", printable_text(path.native()), refusal->words)}};
    const auto& library = std::get<ElfLibrary>(read);

    const BuildNote own = own_build();
    Look look(path, library);
    const std::vector<BuildNote> notes = build_notes(library);
    for (const BuildNote& note : notes)
        look.compare(note, own);
    look.compare_sanitizer_libraries(own);
    if (has_own_runtime(library, *bytes))
        look.fault(What::own_runtime, "has a C++ runtime of its own, so that an exception would end the program. Link "
                                      "it without -static-libstdc++");
    if (notes.empty())
        look.fault(What::no_note, "was not built as an extension: it does not say for which of Fairlead's ABIs. Build "
                                  "it by CMake's fairlead_add_extension");
    // Functions of another ABI have other names; to build the library again is said already.
    const bool of_other_abi =
        std::ranges::any_of(look.faults, [](const LibraryFault& f) { return f.what == What::other_abi; });
    if (const auto no_entry = of_other_abi ? std::nullopt : find_no_entry(library, target.function))
        look.fault(no_entry->wrong_signature ? What::wrong_signature : What::no_function, "{}", no_entry->words);
    if (look.faults.empty())
        if (const auto missing = unresolved_symbols(library, path); missing && !missing->empty())
            look.fault(What::unresolved,
                       "needs what neither it nor this program has: {}. Link the library that "
                       "defines that",
                       listed(*missing));
    return std::move(look.faults);
}

} // namespace fairlead
