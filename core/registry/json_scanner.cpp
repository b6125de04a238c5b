// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_scanner.h"

#include "core/files/utf8.h"
#include "core/registry/snapshot.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>

namespace fairlead {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// How many of eight bytes stand before the first that needs a look within a string: a quote, a backslash, a control
/// character, or one that is no ASCII.
std::size_t plain_run(const char* bytes) noexcept {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    if constexpr (std::endian::native == std::endian::big) {
        word = __builtin_bswap64(word);
    }
    const auto quotes = word ^ (ones * '"');
    const auto backslashes = word ^ (ones * '\\');
    // A byte that is found may borrow from the next ones, so only the first found is sure.
    const auto found = ((quotes - ones) & ~quotes) | ((backslashes - ones) & ~backslashes) | (word - ones * ' ') | word;
    return static_cast<std::size_t>(std::countr_zero(found & highs)) / 8;
}

void append_utf8(std::string& out, unsigned code_point) {
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
        return;
    }
    const int tail = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
    constexpr std::array<unsigned, 4> leads{0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(leads[static_cast<std::size_t>(tail)] | (code_point >> (6 * tail)));
    for (int i = tail - 1; i >= 0; --i) {
        out += static_cast<char>(0x80 | ((code_point >> (6 * i)) & 0x3F));
    }
}

unsigned read_hex4(const char* digits) noexcept {
    unsigned value = 0;
    std::from_chars(digits, digits + 4, value, 16);
    return value;
}

/// Whether a number of JSON's grammar is too large for a double; one that is too small is not.
bool exceeds_double(std::string_view number) {
    double value = 0;
    const char* const end = number.data() + number.size();
    if (std::from_chars(number.data(), end, value).ec != std::errc::result_out_of_range) {
        return false;
    }
    const auto mantissa = number.substr(0, number.find_first_of("eE"));
    long long exponent = 0;
    if (mantissa.size() < number.size()) {
        const bool plus = number[mantissa.size() + 1] == '+';
        const char* const digits = number.data() + mantissa.size() + (plus ? 2 : 1);
        if (std::from_chars(digits, end, exponent).ec == std::errc::result_out_of_range) {
            return *digits != '-';
        }
    }
    // Out of range it is either way: the decimal place of the first digit that counts tells which.
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    const auto first = mantissa.find_first_of("123456789");
    return static_cast<long long>(point) - static_cast<long long>(first) + exponent > 0;
}

} // namespace

std::string_view JsonScanner::skip_string() {
    const std::size_t begin = ++at_;
    for (;;) {
        for (std::size_t run = 8; run == 8 && at_ + 8 <= text_.size(); at_ += run) {
            run = plain_run(text_.data() + at_);
        }
        const auto c = static_cast<unsigned char>(peek());
        if (at_ == text_.size()) {
            fail("the text ends within a string");
        }
        if (c == '"') {
            return text_.substr(begin, at_++ - begin);
        }
        if (c == '\\') {
            skip_escape();
        } else if (c < 0x20) {
            fail("a control character stands in a string; it has to be escaped");
        } else if (c >= 0x80) {
            skip_utf8();
        } else {
            ++at_;
        }
    }
}

void JsonScanner::skip_escape() {
    ++at_;
    if (peek() != 'u') {
        if (peek() == '\0' || std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos) {
            fail("no such escape");
        }
        ++at_;
        return;
    }
    const unsigned unit = hex4();
    if (unit < 0xD800 || unit > 0xDFFF) {
        return;
    }
    if (unit > 0xDBFF || peek() != '\\' || peek(1) != 'u') {
        fail("an escape is half a character");
    }
    ++at_;
    const unsigned low = hex4();
    if (low < 0xDC00 || low > 0xDFFF) {
        fail("an escape is half a character");
    }
}

unsigned JsonScanner::hex4() {
    for (std::size_t i = 1; i <= 4; ++i) {
        const char c = peek(i);
        if (!is_digit(c) && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
            fail("an escape needs four hexadecimal digits");
        }
    }
    const unsigned value = read_hex4(text_.data() + at_ + 1);
    at_ += 5;
    return value;
}

void JsonScanner::skip_utf8() {
    const std::size_t size = utf8_length(text_.substr(at_));
    if (size == 0) {
        fail("the text is no UTF-8");
    }
    at_ += size;
}

bool JsonScanner::skip_digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) {
        ++at_;
    }
    return at_ > begin;
}

void JsonScanner::skip_number() {
    const std::size_t begin = at_;
    at_ += peek() == '-' ? 1U : 0U;
    if (peek() == '0' && is_digit(peek(1))) {
        fail("a number starts with 0");
    }
    bool good = skip_digits();
    if (good && peek() == '.') {
        ++at_;
        good = skip_digits();
    }
    const bool exponent = good && (peek() == 'e' || peek() == 'E');
    if (exponent) {
        ++at_;
        at_ += peek() == '+' || peek() == '-' ? 1U : 0U;
        good = skip_digits();
    }
    if (!good) {
        fail("a digit is expected");
    }
    if ((exponent || at_ - begin > 300) && exceeds_double(text_.substr(begin, at_ - begin))) {
        at_ = begin;
        fail("a number is too large");
    }
}

void JsonScanner::skip_scalar() {
    const char first = peek();
    if (first == '"') {
        skip_string();
        return;
    }
    if (first == '-' || is_digit(first)) {
        skip_number();
        return;
    }
    for (const std::string_view word : {"true", "false", "null"}) {
        if (text_.substr(at_, word.size()) == word) {
            at_ += word.size();
            return;
        }
    }
    fail(at_ == text_.size() ? "the text ends where a value is expected" : "a value is expected");
}

std::string unescape_json(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    for (;;) {
        const auto backslash = raw.find('\\');
        out += raw.substr(0, backslash);
        if (backslash == std::string_view::npos) {
            return out;
        }
        raw.remove_prefix(backslash + 1);
        const char escape = raw.front();
        raw.remove_prefix(1);
        if (escape != 'u') {
            constexpr std::string_view letters = "bfnrt";
            const auto letter = letters.find(escape);
            out += letter == std::string_view::npos ? escape : "\b\f\n\r\t"[letter];
            continue;
        }
        unsigned code_point = read_hex4(raw.data());
        raw.remove_prefix(4);
        if (code_point >= 0xD800 && code_point <= 0xDBFF) {
            code_point = 0x10000 + ((code_point - 0xD800) << 10) + (read_hex4(raw.data() + 2) - 0xDC00);
            raw.remove_prefix(6);
        }
        append_utf8(out, code_point);
    }
}

std::string JsonScanner::place_text(std::size_t offset) const {
    const auto before = text_.substr(0, offset);
    const auto line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    const auto column = std::ranges::count_if(before.substr(line_begin), [](char c) { return (c & 0xC0) != 0x80; });
    return fmt::format("line {}, column {}", std::ranges::count(before, '\n') + 1, column + 1);
}

void JsonScanner::fail(std::string_view message) const {
    throw SnapshotError(fmt::format("{}: {}.", place_text(at_), message));
}

} // namespace fairlead
