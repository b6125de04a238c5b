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

std::uint32_t line_after(std::string_view text, std::uint32_t offset) noexcept {
    offset = line_end(text, offset);
    if (offset < text.size())
        offset += text.substr(offset).starts_with("\r\n") ? 2U : 1U;
    return offset;
}

std::string_view line_break(std::string_view text) noexcept {
    const std::uint32_t end = line_end(text, 0);
    const std::string_view found = text.substr(end, line_after(text, end) - end);
    return found.empty() ? std::string_view("\n") : found;
}

} // namespace fairlead::yaml
