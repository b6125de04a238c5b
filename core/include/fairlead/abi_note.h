// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

// Writes into whatever is compiled with it a note that says what it was compiled for: an ELF note `fairlead`, read
// before a library is opened as an extension. Every header that an extension needs includes this one.
//
// The note stands in each object file, outside any function and any COMDAT group: so it survives strip, LTO and
// --gc-sections (lld would collect a note in a group). Several equal notes are nothing unusual.

#include <cstddef> // the library's configuration macros

#define FAIRLEAD_ABI_VERSION 1 // the N of the inline namespace fairlead::abiN

#if defined(__has_feature)
#define FAIRLEAD_NOTE_FEATURE(name) __has_feature(name)
#else
#define FAIRLEAD_NOTE_FEATURE(name) 0
#endif

// One digit for each, since the assembler adds them up: the bits are in core/extensions/build_note.h.
#if defined(_GLIBCXX_USE_CXX11_ABI) && _GLIBCXX_USE_CXX11_ABI
#define FAIRLEAD_NOTE_CXX11 "1"
#else
#define FAIRLEAD_NOTE_CXX11 "0"
#endif
#if defined(_GLIBCXX_DEBUG)
#define FAIRLEAD_NOTE_DEBUG_CONTAINERS "2"
#else
#define FAIRLEAD_NOTE_DEBUG_CONTAINERS "0"
#endif
#if defined(_LIBCPP_VERSION)
#define FAIRLEAD_NOTE_LIBCXX "4"
#else
#define FAIRLEAD_NOTE_LIBCXX "0"
#endif
#if defined(__SANITIZE_ADDRESS__) || FAIRLEAD_NOTE_FEATURE(address_sanitizer)
#define FAIRLEAD_NOTE_SANITIZER "8"
#elif defined(__SANITIZE_THREAD__) || FAIRLEAD_NOTE_FEATURE(thread_sanitizer)
#define FAIRLEAD_NOTE_SANITIZER "16"
#elif FAIRLEAD_NOTE_FEATURE(memory_sanitizer)
#define FAIRLEAD_NOTE_SANITIZER "32"
#elif defined(__SANITIZE_HWADDRESS__) || FAIRLEAD_NOTE_FEATURE(hwaddress_sanitizer)
#define FAIRLEAD_NOTE_SANITIZER "64"
#else
#define FAIRLEAD_NOTE_SANITIZER "0"
#endif

#define FAIRLEAD_NOTE_TEXT_OF(value) #value
#define FAIRLEAD_NOTE_TEXT(value) FAIRLEAD_NOTE_TEXT_OF(value)

// Size of the name, size of the descriptor, type; the name, filled up to words; ABI version, bits.
__asm__(".pushsection .note.fairlead,\"a\",%note\n"
        ".balign 4\n"
        ".4byte 9, 8, 1\n"
        ".asciz \"fairlead\"\n"
        ".byte 0, 0, 0\n"
        ".4byte " FAIRLEAD_NOTE_TEXT(FAIRLEAD_ABI_VERSION) "\n"
                                                           ".4byte " FAIRLEAD_NOTE_CXX11
                                                           "+" FAIRLEAD_NOTE_DEBUG_CONTAINERS "+" FAIRLEAD_NOTE_LIBCXX
                                                           "+" FAIRLEAD_NOTE_SANITIZER "\n"
                                                           ".popsection\n");

#undef FAIRLEAD_NOTE_FEATURE
#undef FAIRLEAD_NOTE_CXX11
#undef FAIRLEAD_NOTE_DEBUG_CONTAINERS
#undef FAIRLEAD_NOTE_LIBCXX
#undef FAIRLEAD_NOTE_SANITIZER
#undef FAIRLEAD_NOTE_TEXT_OF
#undef FAIRLEAD_NOTE_TEXT
