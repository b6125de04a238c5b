// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/build_note.h"

#include <fairlead/abi_note.h>

#include <algorithm>
#include <cstring>

#if !defined(__has_feature)
#define __has_feature(name) 0
#endif

namespace fairlead {

BuildNote own_build() noexcept {
    BuildNote note{FAIRLEAD_ABI_VERSION, 0};
#if defined(_GLIBCXX_USE_CXX11_ABI) && _GLIBCXX_USE_CXX11_ABI
    note.bits |= BuildNote::cxx11_strings;
#endif
#if defined(_GLIBCXX_DEBUG)
    note.bits |= BuildNote::debug_containers;
#endif
#if defined(_LIBCPP_VERSION)
    note.bits |= BuildNote::libcxx;
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
    note.bits |= BuildNote::address_sanitizer;
#elif defined(__SANITIZE_THREAD__) || __has_feature(thread_sanitizer)
    note.bits |= BuildNote::thread_sanitizer;
#elif __has_feature(memory_sanitizer)
    note.bits |= BuildNote::memory_sanitizer;
#elif defined(__SANITIZE_HWADDRESS__) || __has_feature(hwaddress_sanitizer)
    note.bits |= BuildNote::hwaddress_sanitizer;
#endif
    return note;
}

std::vector<BuildNote> build_notes(const ElfLibrary& library) {
    std::vector<BuildNote> notes;
    for (const ElfNote& raw : library.notes) {
        if (raw.name != "fairlead" || raw.type != 1 || raw.descriptor.size() < 2 * sizeof(std::uint32_t))
            continue;
        BuildNote note;
        std::memcpy(&note.abi, raw.descriptor.data(), sizeof note.abi);
        std::memcpy(&note.bits, raw.descriptor.data() + sizeof note.abi, sizeof note.bits);
        if (std::ranges::find(notes, note) == notes.end() && notes.size() < 16)
            notes.push_back(note);
    }
    return notes;
}

} // namespace fairlead
