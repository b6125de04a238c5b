// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// Bytes that are no strict UTF-8, as Python's decoder reports them.
struct InvalidUtf8 {
    std::size_t begin = 0;
    std::size_t end = 0;
    const char* reason = "";
};

/// A character or byte that ruamel's reader refuses.
struct BadCharacter {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t code_point = 0;
    const char* decode_reason = nullptr; ///< set for bytes that are no UTF-8
};

/// The first bytes at or after `from` that are no strict UTF-8.
[[nodiscard]] std::optional<InvalidUtf8> find_invalid_utf8(std::string_view text, std::size_t from) noexcept;

/// The first character at or after `from` that is not printable to ruamel, or is no UTF-8.
[[nodiscard]] std::optional<BadCharacter> find_bad_character(std::string_view text, std::size_t from) noexcept;

/// The first byte at or after `from` that is beyond ASCII, or the size of the text.
[[nodiscard]] std::size_t find_non_ascii(std::string_view text, std::size_t from) noexcept;

/// The text of Python's UnicodeDecodeError; `bad` counts from the start of what was decoded.
[[nodiscard]] std::string python_decode_error(std::string_view text, const InvalidUtf8& bad);

} // namespace fairlead::yaml
