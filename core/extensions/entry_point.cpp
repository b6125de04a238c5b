// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/entry_point.h"

#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {
namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";
constexpr std::string_view form = "`library:namespace::function`";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_letter(char c) {
    // Letters beyond ASCII may stand in C++ names; that they are letters is left to the compiler.
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name(std::string_view text) {
    return !text.empty() && is_letter(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

bool has_controls(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// A value may have any length; a message should not.
std::string shown(std::string_view value) {
    constexpr std::size_t most = 200;
    std::string text = printable_text(value.substr(0, most));
    if (value.size() > most)
        text += "…";
    return text;
}

template <class... Parts>
EntryPointFault fault(std::string_view value, fmt::format_string<Parts...> rest, Parts&&... parts) {
    return {fmt::format("`{}` {}", shown(value), fmt::format(rest, std::forward<Parts>(parts)...))};
}

} // namespace

std::variant<EntryPointTarget, EntryPointFault> parse_entry_point(std::string_view value) {
    EntryPointTarget target;
    std::string_view rest = trimmed(value);
    if (rest.empty())
        return EntryPointFault{fmt::format("The value is empty. Write {}.", form)};
    if (rest.back() == ']') {
        const auto open = rest.rfind('[');
        if (open == std::string_view::npos)
            return fault(value, "ends in `]` that nothing opens. Write {}.", form);
        target.extras = trimmed(rest.substr(open + 1, rest.size() - open - 2));
        rest = trimmed(rest.substr(0, open));
    }
    const auto colon = rest.find(':');
    if (colon == std::string_view::npos)
        return fault(value, "has no colon between library and function. Write {}.", form);
    if (colon + 1 < rest.size() && rest[colon + 1] == ':')
        return fault(value, "names no library, only a function. Write {}.", form);
    target.library = trimmed(rest.substr(0, colon));
    if (target.library.empty())
        return fault(value, "names no library before its colon. Write {}.", form);
    if (has_controls(target.library))
        return fault(value, "has a control character in the name of its library.");

    std::string_view function = trimmed(rest.substr(colon + 1));
    if (function.empty())
        return fault(value, "names no function after its colon. Write {}.", form);
    if (function.find('.') != std::string_view::npos)
        return fault(value, "has a dot in the name of its function. C++ joins namespaces with `::`: write {}.", form);
    while (true) {
        const auto end = function.find("::");
        const auto part = function.substr(0, end);
        if (part.empty())
            return fault(value, "has an empty part in the name of its function. Write {}.", form);
        if (!is_name(part))
            return fault(value, "has `{}` in the name of its function, which is no C++ name.", shown(part));
        target.function.emplace_back(part);
        if (end == std::string_view::npos)
            return target;
        function.remove_prefix(end + 2);
    }
}

} // namespace fairlead
