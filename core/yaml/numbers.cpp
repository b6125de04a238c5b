// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/numbers.h"

#include "core/yaml/big_number.h"
#include "core/yaml/characters.h"
#include "core/yaml/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace fairlead::yaml {

namespace {

std::string_view trimmed(std::string_view text) {
    static constexpr std::string_view blanks = " \t\n\v\f\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Python cuts what it shows of the text at 200 characters.
std::string invalid_int(std::string_view text, unsigned base) {
    std::string shown = python_repr(text);
    if (count_code_points(shown) > 200) {
        std::size_t size = 0;
        for (int i = 0; i < 200; ++i)
            size += character_size(shown.data() + size);
        shown.resize(size);
    }
    return fmt::format("invalid literal for int() with base {}: {}", base, shown);
}

// True for what float() takes, once blanks and digits are ASCII's and the sign is gone.
bool is_float(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && is_digit(text[at]))
            ++at;
        return at - from;
    };
    std::size_t mantissa = digits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        mantissa += digits();
    }
    if (mantissa == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

// For a number that from_chars finds out of range: does it overflow?
bool is_huge(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, e);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t leading = std::min(mantissa.find_first_not_of("0."), mantissa.size());
    long long exponent = 0;
    if (e != std::string_view::npos) {
        std::string_view digits = text.substr(e + 1);
        const bool negative = digits.starts_with('-');
        digits.remove_prefix(digits.starts_with('-') || digits.starts_with('+') ? 1 : 0);
        for (const char digit : digits)
            exponent = std::min(exponent * 10 + (digit - '0'), 1'000'000'000'000LL);
        exponent = negative ? -exponent : exponent;
    }
    return static_cast<long long>(point) - static_cast<long long>(leading) + exponent > 0;
}

} // namespace

std::string too_many_digits(std::size_t digits) {
    return fmt::format("Exceeds the limit (4300 digits) for integer string conversion: value has {} digits; use "
                       "sys.set_int_max_str_digits() to increase the limit",
                       digits);
}

Integer python_int(std::string_view text, unsigned base) {
    const std::string ascii = with_ascii_digits(text);
    std::string_view digits = trimmed(ascii);
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+'))
        digits.remove_prefix(1);
    if (base != 10 && digits.size() > 2 && digits[0] == '0') {
        const char letter = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
        if ((digits[1] | 0x20) == letter)
            digits.remove_prefix(2);
    }
    // Python counts the digits before it looks at what follows them.
    const std::size_t count = std::min(digits.find_first_not_of("0123456789"), digits.size());
    if (base == 10 && count > max_decimal_digits)
        throw PythonError{"ValueError", too_many_digits(count)};
    std::uint64_t value = 0;
    bool fits = true;
    for (const char c : digits) {
        const int digit = hex_digit(c);
        if (digit < 0 || static_cast<unsigned>(digit) >= base)
            throw PythonError{"ValueError", invalid_int(text, base)};
        fits = fits && value <= (0x7FFFFFFFFFFFFFFFu - static_cast<unsigned>(digit)) / base;
        if (fits)
            value = value * base + static_cast<unsigned>(digit);
    }
    if (digits.empty())
        throw PythonError{"ValueError", invalid_int(text, base)};
    if (fits)
        return {.small = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value), .large = {}};
    std::string large =
        base == 10 ? std::string(digits.substr(digits.find_first_not_of('0'))) : big_number(digits, base);
    return normalized(negative, std::move(large));
}

Integer negated(Integer value) {
    if (value.large.empty())
        return value.small == std::numeric_limits<std::int64_t>::min()
                   ? Integer{.small = 0, .large = "9223372036854775808"}
                   : Integer{.small = -value.small, .large = {}};
    const bool negative = value.large.front() == '-';
    return normalized(!negative, value.large.substr(negative ? 1 : 0));
}

double python_float(std::string_view text) {
    const std::string ascii = with_ascii_digits(text);
    std::string_view number = trimmed(ascii);
    const bool negative = number.starts_with('-');
    if (negative || number.starts_with('+'))
        number.remove_prefix(1);
    double value = 0;
    std::string lower(number.substr(0, 16));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower == "inf" || lower == "infinity") {
        value = std::numeric_limits<double>::infinity();
    } else if (lower == "nan") {
        value = std::numeric_limits<double>::quiet_NaN();
    } else if (!is_float(number)) {
        throw PythonError{"ValueError", "could not convert string to float: " + python_repr(text)};
    } else if (std::from_chars(number.data(), number.data() + number.size(), value).ec ==
               std::errc::result_out_of_range) {
        value = is_huge(number) ? std::numeric_limits<double>::infinity() : 0.0;
    }
    return negative ? -value : value;
}

std::string python_float_repr(double value) {
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    // The shortest digits that read back the same; Python writes an exponent below 1e-4 and from 1e16 on.
    char buffer[400];
    const auto shortest = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    std::string digits(buffer, shortest.ptr);
    const std::size_t e = digits.find('e');
    const int exponent = std::stoi(digits.substr(e + 1));
    if (exponent < -4 || exponent >= 16)
        return digits;
    const auto fixed = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    std::string text(buffer, fixed.ptr);
    if (text.find('.') == std::string::npos)
        text += ".0";
    return text;
}

} // namespace fairlead::yaml
