// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fairlead::python {

/// `str.strip()`: without what Python takes for white space, Unicode's included.
[[nodiscard]] std::string_view strip(std::string_view text) noexcept;

/// Without the white space that int() and float() pass over: that of strip() but for U+001C to U+001F.
[[nodiscard]] std::string_view strip_number(std::string_view text) noexcept;

/// `int(text)`, written out again: `+07` gives `7`, `1_0` gives `10`, foreign digits are digits. Nothing where Python
/// raises ValueError.
[[nodiscard]] std::optional<std::string> int_text(std::string_view text);

/// `float(text)`, or nothing where Python raises ValueError.
[[nodiscard]] std::optional<double> to_float(std::string_view text);

/// Whether one integer as written by `int_text` is below another.
[[nodiscard]] bool is_less(std::string_view left, std::string_view right) noexcept;

} // namespace fairlead::python
