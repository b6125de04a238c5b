// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <cstdint>
#include <string_view>

namespace fairlead::yaml {

enum class TokenType : std::uint8_t {
    stream_end,
    directive,
    document_start,
    document_end,
    block_sequence_start,
    block_mapping_start,
    block_end,
    flow_sequence_start,
    flow_mapping_start,
    flow_sequence_end,
    flow_mapping_end,
    block_entry,
    flow_entry,
    key,
    value,
    alias,
    anchor,
    tag,
    scalar,
};

/// A token: a range of the chunk's text, and for some where their content lies.
struct Token {
    TokenType type = TokenType::stream_end;
    Style style = Style::plain; // scalar
    bool decoded = false;       // scalar: its content lies in the chunk's `decoded`
    std::uint32_t begin = 0;    // in the chunk's text
    std::uint32_t end = 0;
    std::uint32_t data = 0; // scalar, anchor, alias: place of the content; tag, directive: index into the scanner's
    std::uint32_t size = 0;
};

/// The token as ruamel's messages name it.
[[nodiscard]] std::string_view python_name(TokenType type) noexcept;

} // namespace fairlead::yaml
