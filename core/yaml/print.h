// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <cstddef>
#include <string>

namespace fairlead::yaml {

/// How much text `to_json` makes before it stops: a few aliases can stand for any number of values.
inline constexpr std::size_t max_json_size = 16u << 20;

/// The JSON text of a value on one line, as design/command.md has values: integers in full; floats with a fraction or
/// an exponent, the shortest that reads back the same; `".nan"`, `".inf"`, `"-.inf"`; dates as isoformat(); bytes as
/// base64; tuples, sets and pairs as arrays, an omap as an array of pairs; a key that is no text as its JSON text; a
/// lone surrogate as its escape; `"<cycle>"` where a value contains itself. Absent is `null`.
///
/// What would go beyond `limit` bytes is `"<too large>"`, what is nested over a thousand levels `"<too deep>"`: the
/// text stays JSON.
[[nodiscard]] std::string to_json(const Value& value, std::size_t limit = max_json_size);

/// A short text for people, on one line: a string without quotes, numbers and dates as in JSON, `null` as `null`,
/// collections in JSON's form cut at about `limit` code points with an ellipsis. Control characters are shown as
/// escapes.
[[nodiscard]] std::string to_line(const Value& value, std::size_t limit = 120);

/// A JSON string, quotes included. Lone surrogates become escapes, other bytes that are no UTF-8 U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

} // namespace fairlead::yaml
