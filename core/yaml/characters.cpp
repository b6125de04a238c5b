// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/characters.h"

#include "core/yaml/unicode.h"

#include <fmt/format.h>

namespace fairlead::yaml {

std::uint32_t code_point_at(std::string_view text) noexcept {
    const std::uint32_t size = character_size(text.data());
    const auto first = static_cast<unsigned char>(text[0]);
    if (size == 1)
        return first;
    std::uint32_t code_point = first & (0xFFu >> (size + 1));
    for (std::uint32_t i = 1; i < size && i < text.size(); ++i)
        code_point = code_point << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    return code_point;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
    const auto continuation = [&](int shift) { out += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | code_point >> 6);
        continuation(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0 | code_point >> 12);
        continuation(6);
        continuation(0);
    } else {
        out += static_cast<char>(0xF0 | code_point >> 18);
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text)
        count += is_continuation(c) ? 0u : 1u;
    return count;
}

std::string python_repr(std::string_view text) {
    const bool has_single = text.find('\'') != std::string_view::npos;
    const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    std::string result{quote};
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t size = character_size(text.data() + at);
        const std::uint32_t c = code_point_at(text.substr(at));
        if (c == static_cast<unsigned char>(quote) || c == '\\') {
            result += '\\';
            result += static_cast<char>(c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            result += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
        } else if (c < 0x100 && !is_python_printable(c)) {
            result += fmt::format("\\x{:02x}", c);
        } else if (!is_python_printable(c)) {
            result += c < 0x10000 ? fmt::format("\\u{:04x}", c) : fmt::format("\\U{:08x}", c);
        } else {
            result.append(text.substr(at, size));
        }
        at += size;
    }
    return result + quote;
}

} // namespace fairlead::yaml
