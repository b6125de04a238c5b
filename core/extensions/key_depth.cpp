// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/key_depth.h"

#include <algorithm>

namespace fairlead {
namespace {

/// The end of the string that begins at `at`; of one that is not closed, where TOML gives up on it.
std::size_t end_of_string(std::string_view text, std::size_t at) noexcept {
    const char quote = text[at];
    const bool escapes = quote == '"';
    const auto is_triple = [&](std::size_t i) {
        return text.substr(i, 3).size() == 3 && text[i] == quote && text[i + 1] == quote && text[i + 2] == quote;
    };
    const bool triple = is_triple(at);
    for (std::size_t i = at + (triple ? 3 : 1); i < text.size(); ++i) {
        if (escapes && text[i] == '\\')
            ++i;
        else if (triple ? is_triple(i) : text[i] == quote)
            return i + (triple ? 3 : 1);
        else if (!triple && text[i] == '\n')
            return i;
    }
    return text.size();
}

} // namespace

std::optional<TextPosition> find_deep_key(std::string_view text, std::size_t most) noexcept {
    std::size_t line = 1;
    std::size_t parts = 1;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        std::size_t end = at + 1;
        if (c == '"' || c == '\'')
            end = std::min(end_of_string(text, at), text.size());
        else if (c == '#')
            end = std::min(text.find('\n', at), text.size());
        else if (c == '.' && ++parts > most)
            return TextPosition{line, 0};
        else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}')
            parts = 1;
        line += static_cast<std::size_t>(std::ranges::count(text.substr(at, end - at), '\n'));
        at = end;
    }
    return std::nullopt;
}

} // namespace fairlead
