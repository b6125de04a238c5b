// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/node.h"
#include "core/yaml/text_range.h"

#include <cstdint>

namespace fairlead::yaml {

/// What the parser finds in the tokens of a document.
struct Event {
    enum class Type : std::uint8_t {
        alias,
        scalar,
        sequence_start,
        mapping_start,
        sequence_end,
        mapping_end,
        document_end,
    };

    Type type = Type::document_end;
    Style style = Style::plain;
    bool decoded = false; // scalar: the content lies in the chunk's `decoded`
    bool plain = false;   // scalar: its type is told from its text
    bool tagged = false;  // an explicit tag other than `!`, in `tag`
    Tag tag = Tag::unknown;
    TextRange range = {};  // in the chunk's text, without anchor and tag
    TextRange anchor = {}; // the name; empty if there is none
    TextRange tag_place = {};
    std::uint32_t data = 0; // scalar: place of the content
    std::uint32_t size = 0;
};

} // namespace fairlead::yaml
