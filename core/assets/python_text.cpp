// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_text.h"

#include "core/yaml/numbers.h"

#include <algorithm>
#include <array>

namespace fairlead::python {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1; // in bytes
};

/// The code point at a place of a UTF-8 text (lone surrogates as three bytes included); a stray byte is itself.
CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || at + length > text.size())
        return {lead, 1};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i)
        value = (value << 6) | (byte(i) & 0x3Fu);
    return {value, length};
}

bool is_space(char32_t c) noexcept {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// The zeros of Unicode's rows of ten decimal digits (Unicode 14, as Python 3.11 has it).
constexpr std::array<char32_t, 66> zeros = {
    0x30,    0x660,   0x6f0,   0x7c0,   0x966,   0x9e6,   0xa66,   0xae6,   0xb66,   0xbe6,   0xc66,
    0xce6,   0xd66,   0xde6,   0xe50,   0xed0,   0xf20,   0x1040,  0x1090,  0x17e0,  0x1810,  0x1946,
    0x19d0,  0x1a80,  0x1a90,  0x1b50,  0x1bb0,  0x1c40,  0x1c50,  0xa620,  0xa8d0,  0xa900,  0xa9d0,
    0xa9f0,  0xaa50,  0xabf0,  0xff10,  0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0};

/// The text in ASCII, foreign digits as digits; nothing if another foreign character is in it.
std::optional<std::string> to_ascii(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.length;
        if (c.value < 0x80) {
            result += static_cast<char>(c.value);
            continue;
        }
        const auto after = std::upper_bound(zeros.begin(), zeros.end(), c.value);
        if (after == zeros.begin() || c.value - *std::prev(after) > 9)
            return std::nullopt;
        result += static_cast<char>('0' + (c.value - *std::prev(after)));
    }
    return result;
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Underscores may stand between digits only; they are taken out.
bool remove_underscores(std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])))
            return false;
    }
    std::erase(text, '_');
    return true;
}

/// Takes a sign off the start; true if it is a minus.
bool take_sign(std::string& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.erase(0, 1);
    return negative;
}

/// What int() and float() pass over; unlike str.strip() they take the separators U+001C to U+001F for text.
bool is_space_of_numbers(char32_t c) noexcept { return is_space(c) && (c < 0x1C || c > 0x1F); }

std::string_view stripped(std::string_view text, bool (*is_blank)(char32_t)) noexcept {
    while (!text.empty()) {
        const CodePoint c = code_point_at(text, 0);
        if (!is_blank(c.value))
            break;
        text.remove_prefix(c.length);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        for (int i = 0; i < 3 && last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0u) == 0x80; ++i)
            --last;
        const CodePoint c = code_point_at(text, last);
        if (last + c.length != text.size() || !is_blank(c.value))
            break;
        text.remove_suffix(c.length);
    }
    return text;
}

} // namespace

std::string_view strip(std::string_view text) noexcept { return stripped(text, is_space); }

std::string_view strip_number(std::string_view text) noexcept { return stripped(text, is_space_of_numbers); }

std::optional<std::string> int_text(std::string_view text) {
    auto ascii = to_ascii(strip_number(text));
    if (!ascii)
        return std::nullopt;
    const bool negative = take_sign(*ascii);
    if (ascii->empty() || !remove_underscores(*ascii) || !std::all_of(ascii->begin(), ascii->end(), is_digit))
        return std::nullopt;
    ascii->erase(0, std::min(ascii->find_first_not_of('0'), ascii->size() - 1));
    return negative && *ascii != "0" ? "-" + *ascii : *ascii;
}

std::optional<double> to_float(std::string_view text) {
    auto ascii = to_ascii(strip_number(text));
    if (!ascii || !remove_underscores(*ascii))
        return std::nullopt;
    try {
        return yaml::python_float(*ascii);
    } catch (const yaml::PythonError&) {
        return std::nullopt;
    }
}

bool is_less(std::string_view left, std::string_view right) noexcept {
    const bool left_negative = left.starts_with('-');
    const bool right_negative = right.starts_with('-');
    if (left_negative != right_negative)
        return left_negative;
    if (left_negative) {
        std::swap(left, right);
    }
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

} // namespace fairlead::python
