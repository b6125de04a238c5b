// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// The nan of `.nan`: one object in ruamel, so that as a key it equals itself, which no other nan does.
inline constexpr std::uint64_t shared_nan_bits = 0x7FF8000000000001;

/// Thrown where Python raises a built-in exception on a value; caught where the place is known.
struct PythonError {
    const char* type;
    std::string text;
};

/// Thrown where a value is beyond a limit of ours, with the words for people.
struct TooLarge {
    std::string message;
};

/// Python refuses to read more decimal digits than these (sys.get_int_max_str_digits()).
inline constexpr std::size_t max_decimal_digits = 4300;
[[nodiscard]] std::string too_many_digits(std::size_t digits);

/// A Python integer: `small` if it fits, else its text: in decimal with a sign, or in hexadecimal with `0x` where it
/// has more than `max_decimal_digits` digits, which Python itself does not print.
struct Integer {
    std::int64_t small = 0;
    std::string large;
};

/// Python's `int(text, base)` for base 2, 8, 10 and 16: blanks around it, any script's digits, a prefix; throws
/// ValueError.
[[nodiscard]] Integer python_int(std::string_view text, unsigned base);
/// Python's `float(text)`; throws ValueError.
[[nodiscard]] double python_float(std::string_view text);

[[nodiscard]] Integer negated(Integer value);
/// digits[0] * 60^n + …: the sexagesimal integers of YAML 1.1. Throws TooLarge.
[[nodiscard]] Integer sexagesimal(std::string_view text);

/// Python's `repr(value)`, save for nan and infinities, which are `nan`, `inf`, `-inf`.
[[nodiscard]] std::string python_float_repr(double value);

} // namespace fairlead::yaml
