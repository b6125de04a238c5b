// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/printable_text.h"

#include "core/files/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace fairlead {

namespace {

void append_escaped(std::string& out, char c) {
    if (c == '\n')
        out += "\\n";
    else if (c == '\r')
        out += "\\r";
    else if (c == '\t')
        out += "\\t";
    else
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(c));
}

// ASCII's and U+0080 to U+009F, which are two bytes: C2 80 … C2 9F.
bool is_control(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    return byte(0) < 0x20 || byte(0) == 0x7F || (byte(0) == 0xC2 && byte(1) < 0xA0);
}

} // namespace

std::string printable_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
        if (length == 0 || is_control(character)) {
            for (const char c : character)
                append_escaped(out, c);
        } else {
            out += character;
        }
        text.remove_prefix(character.size());
    }
    return out;
}

} // namespace fairlead
