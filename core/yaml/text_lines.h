// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fairlead::yaml {

// Lines end at LF, CRLF or a lone CR, as for the reader.

/// Where the line that holds an offset begins.
[[nodiscard]] std::uint32_t line_begin(std::string_view text, std::uint32_t offset) noexcept;
/// Where its text ends, before the line's end.
[[nodiscard]] std::uint32_t line_end(std::string_view text, std::uint32_t offset) noexcept;
/// Where the next line begins, or the text ends.
[[nodiscard]] std::uint32_t next_line(std::string_view text, std::size_t offset) noexcept;
/// The line's end that a document uses: that of its first line, else LF.
[[nodiscard]] std::string_view line_break(std::string_view text) noexcept;
/// Nothing but spaces and tabs.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

} // namespace fairlead::yaml
