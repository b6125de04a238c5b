// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// As Python prepares a text for int() and float(): every script's decimal digits become ASCII's, white space beyond
/// ASCII a space; other characters beyond ASCII stay.
[[nodiscard]] std::string with_ascii_digits(std::string_view text);

/// What Python's str.isprintable() says of a character.
[[nodiscard]] bool is_python_printable(std::uint32_t code_point) noexcept;

} // namespace fairlead::yaml
