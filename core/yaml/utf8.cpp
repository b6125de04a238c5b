// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/utf8.h"

#include <fmt/format.h>

#include <cstring>

namespace fairlead::yaml {

namespace {

constexpr std::uint64_t every_byte(std::uint8_t byte) { return 0x0101010101010101u * byte; }

std::uint64_t eight_bytes(const char* p) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    return word;
}

// A word in which some byte is below 0x20, is DEL or is beyond ASCII (never misses one, may be wrong the other way).
bool may_hold_special(std::uint64_t word) {
    const std::uint64_t high = every_byte(0x80);
    const std::uint64_t below_space = (word - every_byte(0x20)) & ~word;
    const std::uint64_t del = word ^ every_byte(0x7F);
    return ((word | below_space | ((del - every_byte(1)) & ~del)) & high) != 0;
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
        while (at + 8 <= text.size() && !may_hold_special(eight_bytes(text.data() + at)))
            at += 8;
        const std::size_t end = std::min(at + 8, text.size());
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
    while (at + 8 <= text.size() && (eight_bytes(text.data() + at) & every_byte(0x80)) == 0)
        at += 8;
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
