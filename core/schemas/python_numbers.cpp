// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/python_numbers.h"

#include "core/assets/python_text.h"
#include "core/schemas/python_print.h"
#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace fairlead::python {
namespace {

using Kind = ConfigValue::Kind;

/// As a TypeError names a value's type: heap types without their module.
std::string_view short_type_name(const ConfigValue& value) {
    return value.kind() == Kind::omap ? std::string_view("ordereddict") : type_name(value);
}

// Python cuts what it shows of the text at 200 characters.
std::string first_characters(const std::string& text) {
    if (yaml::count_code_points(text) <= 200)
        return text;
    std::size_t size = 0;
    for (int i = 0; i < 200; ++i)
        size += yaml::character_size(text.data() + size);
    return text.substr(0, size);
}

std::size_t leading_digits(std::string_view number) {
    std::size_t digits = 0;
    for (const char c : number) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c != '_')
            break;
    }
    return digits;
}

// Python counts the digits before it looks at what follows them.
std::size_t digits_of(std::string_view text) {
    text = strip_number(text);
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    if (const std::size_t digits = leading_digits(text); digits > yaml::max_decimal_digits)
        return digits;
    if (const auto digits = int_text(text)) { // other scripts' digits
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size(); at += yaml::character_size(text.data() + at))
            count += text[at] == '_' ? 0U : 1U;
        return count;
    }
    return 0;
}

std::variant<ConfigValue, Exception> int_of_text(const ConfigValue& value, bool ascii_only) {
    const std::string_view text = value.text();
    if (const std::size_t digits = digits_of(text); digits > yaml::max_decimal_digits)
        return Exception{"ValueError", yaml::too_many_digits(digits)};
    const bool foreign =
        ascii_only && std::ranges::any_of(text, [](char c) { return static_cast<signed char>(c) < 0; });
    if (!foreign)
        if (const auto digits = int_text(text))
            return ConfigValue::integer(*digits);
    return Exception{"ValueError", "invalid literal for int() with base 10: " + first_characters(python::repr(value))};
}

std::variant<ConfigValue, Exception> int_of_real(double real) {
    if (std::isnan(real))
        return Exception{"ValueError", "cannot convert float NaN to integer"};
    if (std::isinf(real))
        return Exception{"OverflowError", "cannot convert float infinity to integer"};
    const double whole = std::trunc(real);
    constexpr double beyond = 9223372036854775808.0;
    if (whole >= -beyond && whole < beyond)
        return ConfigValue::integer(static_cast<std::int64_t>(whole));
    return ConfigValue::integer(fmt::format("{:.0f}", whole));
}

std::variant<ConfigValue, Exception> float_of_integer(const ConfigValue& value) {
    if (const auto small = value.integer())
        return ConfigValue::real(static_cast<double>(*small));
    const std::string digits = value.integer_text();
    double real = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), real);
    if (error != std::errc() || end != digits.data() + digits.size() || std::isinf(real))
        return Exception{"OverflowError", "int too large to convert to float"};
    return ConfigValue::real(real);
}

} // namespace

std::variant<ConfigValue, Exception> to_int(const ConfigValue& value) {
    switch (value.kind()) {
    case Kind::boolean: // a bool is an int as it is
    case Kind::integer:
        return value;
    case Kind::real:
        return int_of_real(value.real());
    case Kind::string:
    case Kind::bytes:
        return int_of_text(value, value.kind() == Kind::bytes);
    default:
        return Exception{"TypeError",
                         fmt::format("int() argument must be a string, a bytes-like object or a real number, not '{}'",
                                     short_type_name(value))};
    }
}

std::variant<ConfigValue, Exception> to_float(const ConfigValue& value) {
    switch (value.kind()) {
    case Kind::boolean:
        return ConfigValue::real(value.boolean() ? 1.0 : 0.0);
    case Kind::integer:
        return float_of_integer(value);
    case Kind::real:
        return value;
    case Kind::string:
    case Kind::bytes: {
        const bool foreign = value.kind() == Kind::bytes &&
                             std::ranges::any_of(value.text(), [](char c) { return static_cast<signed char>(c) < 0; });
        if (const auto real = to_float(value.text()); real && !foreign)
            return ConfigValue::real(*real);
        return Exception{"ValueError", "could not convert string to float: " + python::repr(value)};
    }
    default:
        return Exception{"TypeError", fmt::format("float() argument must be a string or a real number, not '{}'",
                                                  short_type_name(value))};
    }
}

} // namespace fairlead::python
