// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fairlead {

// Bytes from a file, a path or a person are UTF-8 only as far as they are. Strict here means Unicode's table of section
// 3.9: no overlong forms, no surrogates, nothing beyond U+10FFFF.

/// The size of the character that `text` begins with, in bytes; 0 if no character of strict UTF-8 stands there.
[[nodiscard]] std::size_t utf8_length(std::string_view text) noexcept;

/// Whether `text` begins with a lone surrogate in three bytes, as Python's "surrogatepass" writes it.
[[nodiscard]] bool begins_with_surrogate(std::string_view text) noexcept;

/// Bytes that are no strict UTF-8 become `\xNN`. What is UTF-8 comes back unchanged.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// A text of more than `most` bytes cut there, not inside a character, with `…` for the rest.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

} // namespace fairlead
