// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// Where a new text will stand.
enum class Place : std::uint8_t {
    value,      ///< after `key: ` or `- `
    flow_value, ///< between brackets or braces
    key,        ///< before `: `, at the start of a line
    flow_key,   ///< before `: `, between braces
};

/// A string as YAML on one line: plain where it may be, else in quotes. Read again at its place, by the rules of
/// YAML 1.2 and of 1.1, it is that string; what was written is read to make sure. So `yes` and `017` get quotes as
/// well.
///
/// `text` is UTF-8; surrogates in three bytes become escapes, as they came from one.
[[nodiscard]] std::string write_string(std::string_view text, Place place = Place::value);

/// The same, always in double quotes.
[[nodiscard]] std::string write_quoted(std::string_view text);

} // namespace fairlead::yaml
