// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/text_lines.h"

namespace fairlead::yaml {

std::uint32_t line_begin(std::string_view text, std::uint32_t offset) noexcept {
    while (offset > 0 && text[offset - 1] != '\n' && text[offset - 1] != '\r')
        --offset;
    return offset;
}

std::uint32_t line_end(std::string_view text, std::uint32_t offset) noexcept {
    while (offset < text.size() && text[offset] != '\n' && text[offset] != '\r')
        ++offset;
    return offset;
}

std::uint32_t next_line(std::string_view text, std::size_t offset) noexcept {
    const std::size_t end = text.find_first_of("\r\n", offset);
    if (end == std::string_view::npos)
        return static_cast<std::uint32_t>(text.size());
    const bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    return static_cast<std::uint32_t>(end + (pair ? 2 : 1));
}

std::string_view line_break(std::string_view text) noexcept {
    const std::uint32_t end = line_end(text, 0);
    const std::string_view found = text.substr(end, next_line(text, end) - end);
    return found.empty() ? std::string_view("\n") : found;
}

bool is_blank(std::string_view text) noexcept { return text.find_first_not_of(" \t") == std::string_view::npos; }

} // namespace fairlead::yaml
