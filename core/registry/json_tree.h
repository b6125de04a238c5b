// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

struct JsonMember;

/// A JSON value whose numbers keep the digits in which they are written.
struct JsonNode {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    std::string text; ///< of a scalar: `null`, `true`, `1.0`, the text of a string
    std::vector<JsonNode> elements;
    std::vector<JsonMember> members; ///< in the order of the text
};

/// A member of an object.
struct JsonMember {
    std::string name;
    JsonNode value;
};

/// Null for a text that is no JSON.
[[nodiscard]] JsonNode json_tree(std::string_view text);

/// On one line, with a blank after each comma and colon. The outermost string stands without quotes.
[[nodiscard]] std::string one_line(const JsonNode& node);

/// A text between double quotes, as JSON and YAML read it alike.
[[nodiscard]] std::string quoted(const std::string& text);

} // namespace fairlead
