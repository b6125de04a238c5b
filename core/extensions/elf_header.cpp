// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/elf_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string_view>

namespace fairlead::elf {
namespace {

using namespace std::string_view_literals;

struct Machine {
    std::uint16_t number;
    std::string_view name;
};

constexpr std::array machines = {
    Machine{EM_386, "32-bit x86"sv},  Machine{EM_X86_64, "x86-64"sv}, Machine{EM_ARM, "32-bit ARM"sv},
    Machine{EM_AARCH64, "AArch64"sv}, Machine{EM_RISCV, "RISC-V"sv},  Machine{EM_PPC64, "64-bit PowerPC"sv},
    Machine{EM_S390, "s390"sv},       Machine{EM_MIPS, "MIPS"sv},     Machine{EM_CUDA, "CUDA"sv},
};

#if defined(__x86_64__)
constexpr std::uint16_t own_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr std::uint16_t own_machine = EM_AARCH64;
#elif defined(__riscv)
constexpr std::uint16_t own_machine = EM_RISCV;
#elif defined(__powerpc64__)
constexpr std::uint16_t own_machine = EM_PPC64;
#else
#error "This machine's number in ELF files is not known here: add it."
#endif

std::string name_of(std::uint16_t machine) {
    const auto found = std::ranges::find(machines, machine, &Machine::number);
    return found == machines.end() ? fmt::format("a machine with the number {}", machine) : std::string(found->name);
}

struct Magic {
    std::string_view bytes;
    std::string_view words;
};

// What people put where a library is expected.
constexpr std::array magics = {
    Magic{"!<arch>\n"sv, "is a static library (an archive of object files), not a shared one"sv},
    Magic{"!<thin>\n"sv, "is a static library (an archive of object files), not a shared one"sv},
    Magic{"MZ"sv, "is a Windows program or library"sv},
    Magic{"\xCF\xFA\xED\xFE"sv, "is a macOS program or library"sv},
    Magic{"\xCA\xFE\xBA\xBE"sv, "is a macOS program or library, or a Java class"sv},
    Magic{"PK\x03\x04"sv, "is a ZIP archive or a Python wheel"sv},
    Magic{"\x1F\x8B"sv, "is compressed by gzip"sv},
    Magic{"BC\xC0\xDE"sv, "is LLVM bitcode"sv},
};

/// What a file that is no ELF file is.
std::string words_for(std::string_view start) {
    if (start.empty())
        return "is empty";
    for (const Magic& magic : magics)
        if (start.starts_with(magic.bytes))
            return std::string(magic.words);
    const bool text = std::ranges::none_of(start, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x7F || (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B);
    });
    return text ? "is a text file, not a shared library" : "is not a shared library: it does not begin as an ELF file";
}

} // namespace

Elf64_Ehdr read_header(const ByteSource& bytes) {
    std::array<std::byte, 512> start{};
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), start.size()));
    if (!bytes.read(0, std::span(start).first(size)))
        throw Refused{"cannot be read"};
    const std::string_view text(reinterpret_cast<const char*>(start.data()), size);
    constexpr std::string_view magic(ELFMAG, SELFMAG);
    if (!text.empty() && text.size() < magic.size() && magic.starts_with(text))
        throw Refused{fmt::format("is cut short: it ends after {} bytes", size)};
    if (!text.starts_with(magic))
        throw Refused{words_for(text)};
    if (size < EI_NIDENT)
        throw Refused{fmt::format("is cut short: it ends after {} bytes", size)};
    if (text[EI_CLASS] == ELFCLASS32)
        throw Refused{"is a 32-bit library; this program has 64 bits"};
    if (text[EI_CLASS] != ELFCLASS64)
        throw Refused{"is damaged: its header names no word size"};
    if (text[EI_DATA] != (std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB))
        throw Refused{"is for a machine with the other byte order"};
    if (size < sizeof(Elf64_Ehdr))
        throw Refused{fmt::format("is cut short: it ends after {} bytes", size)};
    Elf64_Ehdr header;
    std::memcpy(&header, start.data(), sizeof header);
    if (header.e_machine != own_machine)
        throw Refused{
            fmt::format("is built for {}; this program runs on {}", name_of(header.e_machine), name_of(own_machine))};
    if (header.e_type == ET_REL)
        throw Refused{"is an object file, not a shared library"};
    if (header.e_type == ET_CORE)
        throw Refused{"is a memory dump, not a shared library"};
    if (header.e_type == ET_EXEC)
        throw Refused{"is a program, not a shared library"};
    if (header.e_type != ET_DYN)
        throw Refused{"is damaged: its header names no kind of file"};
    return header;
}

} // namespace fairlead::elf
