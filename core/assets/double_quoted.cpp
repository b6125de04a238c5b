// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/double_quoted.h"

#include "core/files/read.h"

#include <fmt/format.h>
#include <iterator>

namespace fairlead {
namespace {

bool is_surrogate(std::string_view bytes) {
    return bytes.size() == 3 && bytes[0] == '\xed' && static_cast<unsigned char>(bytes[1]) >= 0xA0;
}

} // namespace

std::string double_quoted(std::string_view text, Surrogates surrogates) {
    std::string quoted = "\"";
    const auto out = std::back_inserter(quoted);
    while (!text.empty()) {
        const unsigned lead = static_cast<unsigned char>(text.front());
        std::string_view one = text.substr(0, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
        const bool is_whole = printable_path(one) == one || (surrogates == Surrogates::kept && is_surrogate(one));
        if (!is_whole)
            one = one.substr(0, 1);
        std::uint32_t value = lead;
        if (!is_whole) {
            value = 0xDC00 + lead;
        } else if (one.size() > 1) {
            value = lead & (0x7Fu >> one.size());
            for (const char next : one.substr(1))
                value = (value << 6) | (static_cast<unsigned char>(next) & 0x3Fu);
        }
        if (value == '"' || value == '\\')
            quoted.append(1, '\\').append(one);
        else if (value >= ' ' && value < 0x7F)
            quoted.append(one);
        else
            fmt::format_to(out, "\\U{:08x}", value);
        text.remove_prefix(one.size());
    }
    return quoted.append(1, '"');
}

} // namespace fairlead
