// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/utf8.h"

#include <algorithm>

#include <fmt/format.h>

namespace fairlead::yaml {

namespace {

// Whole blocks are looked at without a branch, so that the compiler makes vectors of the loops.
constexpr std::size_t block_size = 64;

bool is_block_of_ascii(const char* p) {
    unsigned char all = 0;
    for (std::size_t i = 0; i < block_size; ++i)
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(p[i]));
    return all < 0x80;
}

// Nothing but printable ASCII and LF.
bool is_block_of_text(const char* p) {
    unsigned char special = 0;
    for (std::size_t i = 0; i < block_size; ++i) {
        const auto c = static_cast<unsigned char>(p[i]);
        special = static_cast<unsigned char>(special | (static_cast<unsigned char>(c - 0x20) >= 0x5F && c != '\n'));
    }
    return special == 0;
}

bool is_printable_ascii(unsigned char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == '\r'; }

// What Python's decoder says of the sequence at `at`: its size, or how many bytes are wrong and why.
struct Sequence {
    std::size_t size = 0;
    std::uint32_t code_point = 0;
    const char* reason = nullptr;
};

Sequence sequence_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return {1, first, nullptr};
    if (first < 0xC2 || first > 0xF4)
        return {1, 0, "invalid start byte"};
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t code_point = first & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (at + i >= text.size())
            return {i, 0, "unexpected end of data"};
        const unsigned char next = byte(i);
        unsigned char least = 0x80;
        unsigned char most = 0xBF;
        if (i == 1) { // no overlong forms, no surrogates, nothing beyond U+10FFFF
            least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
            most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        }
        if (next < least || next > most)
            return {i, 0, "invalid continuation byte"};
        code_point = code_point << 6 | (next & 0x3Fu);
    }
    return {size, code_point, nullptr};
}

bool is_printable(std::uint32_t code_point) {
    if (code_point < 0x80)
        return is_printable_ascii(static_cast<unsigned char>(code_point));
    return code_point >= 0xA0 ? code_point != 0xFFFE && code_point != 0xFFFF : code_point == 0x85;
}

template <typename Stop>
std::size_t scan(std::string_view text, std::size_t at, Stop stop) {
    while (at < text.size()) {
        while (at + block_size <= text.size() && is_block_of_text(text.data() + at))
            at += block_size;
        const std::size_t end = std::min(at + block_size, text.size());
        while (at < end) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (is_printable_ascii(c)) {
                ++at;
                continue;
            }
            const Sequence sequence = sequence_at(text, at);
            if (stop(at, sequence))
                return at;
            at += sequence.size;
        }
    }
    return text.size();
}

} // namespace

std::optional<InvalidUtf8> find_invalid_utf8(std::string_view text, std::size_t from) noexcept {
    std::optional<InvalidUtf8> bad;
    scan(text, from, [&](std::size_t at, const Sequence& sequence) {
        if (sequence.reason)
            bad = InvalidUtf8{at, at + sequence.size, sequence.reason};
        return bad.has_value();
    });
    return bad;
}

std::optional<BadCharacter> find_bad_character(std::string_view text, std::size_t from) noexcept {
    std::optional<BadCharacter> bad;
    scan(text, from, [&](std::size_t at, const Sequence& sequence) {
        if (sequence.reason || !is_printable(sequence.code_point))
            bad = BadCharacter{at, at + sequence.size, sequence.code_point, sequence.reason};
        return bad.has_value();
    });
    return bad;
}

std::size_t find_non_ascii(std::string_view text, std::size_t from) noexcept {
    std::size_t at = from;
    while (at + block_size <= text.size() && is_block_of_ascii(text.data() + at))
        at += block_size;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

std::string python_decode_error(std::string_view text, const InvalidUtf8& bad) {
    if (bad.end - bad.begin == 1) {
        return fmt::format("'utf-8' codec can't decode byte 0x{:02x} in position {}: {}",
                           static_cast<unsigned char>(text[bad.begin]), bad.begin, bad.reason);
    }
    return fmt::format("'utf-8' codec can't decode bytes in position {}-{}: {}", bad.begin, bad.end - 1, bad.reason);
}

} // namespace fairlead::yaml
