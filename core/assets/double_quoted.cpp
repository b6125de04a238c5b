// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/double_quoted.h"

#include "core/files/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace fairlead {

std::string double_quoted(std::string_view text, Surrogates surrogates) {
    std::string quoted = "\"";
    const auto out = std::back_inserter(quoted);
    while (!text.empty()) {
        const unsigned lead = static_cast<unsigned char>(text.front());
        std::size_t size = utf8_length(text);
        if (size == 0 && surrogates == Surrogates::kept && begins_with_surrogate(text))
            size = 3;
        const std::string_view one = text.substr(0, std::max<std::size_t>(size, 1));
        std::uint32_t value = lead;
        if (size == 0) {
            value = 0xDC00 + lead;
        } else if (size > 1) {
            value = lead & (0x7Fu >> size);
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
