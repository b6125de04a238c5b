// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fairlead::yaml {

// Classes of characters, by their first byte. All functions here look at text that ends with a NUL, which stands for
// the end of the stream, as it does in ruamel's reader.

namespace character {
inline constexpr std::uint8_t blank = 1;        // space, tab
inline constexpr std::uint8_t end = 2;          // NUL, LF, CR
inline constexpr std::uint8_t lead = 4;         // may begin NEL, U+2028, U+2029
inline constexpr std::uint8_t plain_stop = 8;   // must be looked at inside a plain scalar, block context
inline constexpr std::uint8_t flow_stop = 16;   // the same, flow context
inline constexpr std::uint8_t quoted_stop = 32; // must be looked at inside a quoted scalar
inline constexpr std::uint8_t indicator = 64;   // begins no plain scalar, or only before certain characters

constexpr std::array<std::uint8_t, 256> make_classes() {
    std::array<std::uint8_t, 256> classes{};
    const auto add = [&](std::string_view characters, std::uint8_t bits) {
        for (const char c : characters) {
            auto& entry = classes[static_cast<unsigned char>(c)];
            entry = static_cast<std::uint8_t>(entry | bits);
        }
    };
    using namespace std::string_view_literals;
    add(" \t"sv, blank | plain_stop | flow_stop | quoted_stop | indicator);
    add("\0\r\n"sv, end | plain_stop | flow_stop | quoted_stop | indicator);
    add("\xC2\xE2"sv, lead | plain_stop | flow_stop | quoted_stop);
    add(":"sv, plain_stop | flow_stop);
    add(",?[]{}"sv, flow_stop);
    add("'\"\\"sv, quoted_stop);
    add("-?:,[]{}#&*!|>'\"%@`"sv, indicator);
    return classes;
}
inline constexpr std::array<std::uint8_t, 256> classes = make_classes();
} // namespace character

[[nodiscard]] inline bool has_class(char c, std::uint8_t bits) noexcept {
    return (character::classes[static_cast<unsigned char>(c)] & bits) != 0;
}

/// The size of the line break at `p` (LF, CR, CRLF, NEL, U+2028, U+2029) in bytes, or 0.
[[nodiscard]] inline std::uint32_t break_size(const char* p) noexcept {
    switch (*p) {
    case '\n':
        return 1;
    case '\r':
        return p[1] == '\n' ? 2 : 1;
    case '\xC2':
        return p[1] == '\x85' ? 2 : 0;
    case '\xE2':
        return p[1] == '\x80' && (p[2] == '\xA8' || p[2] == '\xA9') ? 3 : 0;
    default:
        return 0;
    }
}

/// A line break or the end of the stream.
[[nodiscard]] inline bool is_end(const char* p) noexcept {
    return has_class(*p, character::end) || (has_class(*p, character::lead) && break_size(p) != 0);
}

[[nodiscard]] inline bool is_end_or_blank(const char* p) noexcept {
    return has_class(*p, character::end | character::blank) || (has_class(*p, character::lead) && break_size(p) != 0);
}

/// What ruamel allows after a tag, a directive's name and its values: the end of the line or a space, but no tab.
[[nodiscard]] inline bool is_end_or_space(const char* p) noexcept { return *p == ' ' || is_end(p); }

/// `---` or `...` before white space or an end; whether it stands at the start of a line is for the caller to know.
[[nodiscard]] inline bool is_marker(const char* p) noexcept {
    return (*p == '-' || *p == '.') && p[1] == *p && p[2] == *p && is_end_or_blank(p + 3);
}

[[nodiscard]] inline bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] inline int hex_digit(char c) noexcept {
    return is_digit(c) ? c - '0' : (c >= 'a' && c <= 'f') ? c - 'a' + 10 : (c >= 'A' && c <= 'F') ? c - 'A' + 10 : -1;
}

[[nodiscard]] inline bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The size in bytes of the character that begins at `p`, in valid UTF-8.
[[nodiscard]] inline std::uint32_t character_size(const char* p) noexcept {
    const auto first = static_cast<unsigned char>(*p);
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// The code point at the start of `text`, in valid UTF-8 (escaped surrogates as three bytes included).
[[nodiscard]] std::uint32_t code_point_at(std::string_view text) noexcept;

void append_utf8(std::string& out, std::uint32_t code_point);

/// The number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// A character as Python's repr() shows it, quotes included.
[[nodiscard]] std::string python_repr(std::string_view text);

} // namespace fairlead::yaml
