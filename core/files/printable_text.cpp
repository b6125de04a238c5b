// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <iterator>

namespace fairlead {

namespace {

bool continues(std::string_view text, std::size_t at, unsigned char low = 0x80, unsigned char high = 0xBF) noexcept {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= low &&
           static_cast<unsigned char>(text[at]) <= high;
}

/// Bytes of the character that begins at `at`, by the table of Unicode's section 3.9; 0 if none does.
std::size_t character_size(std::string_view text, std::size_t at) noexcept {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return continues(text, at + 1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
        return continues(text, at + 1, low, high) && continues(text, at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(text, at + 1, low, high) && continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
    }
    return 0;
}

std::string escaped(std::string_view text, bool controls) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = character_size(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        // U+0080–U+009F are two bytes: C2 80 … C2 9F
        const bool control = byte < 0x20 || byte == 0x7F ||
                             (byte == 0xC2 && size == 2 && static_cast<unsigned char>(text[at + 1]) < 0xA0);
        if (size == 0 || (controls && control)) {
            const std::size_t count = size == 0 ? 1 : size;
            for (std::size_t i = 0; i < count; ++i) {
                const auto next = static_cast<unsigned char>(text[at + i]);
                if (next == '\n') {
                    out += "\\n";
                } else if (next == '\r') {
                    out += "\\r";
                } else if (next == '\t') {
                    out += "\\t";
                } else {
                    fmt::format_to(std::back_inserter(out), "\\x{:02x}", next);
                }
            }
            at += count;
        } else {
            out += text.substr(at, size);
            at += size;
        }
    }
    return out;
}

} // namespace

std::string printable_text(std::string_view text) { return escaped(text, true); }

std::string valid_utf8(std::string_view text) { return escaped(text, false); }

} // namespace fairlead
