// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/utf8.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fairlead::yaml {

/// Thrown inside the reader where ruamel raises; never leaves it. Offsets are those of the chunk's text.
struct Failure {
    enum class Origin : std::uint8_t { reader, scanner, parser, composer, constructor, duplicate_key, python };

    Refusal what = Refusal::syntax;
    Origin origin = Origin::scanner;
    TextRange range = {};
    std::optional<TextRange> related = {};
    std::string message = {};      // for people
    std::string problem = {};      // ruamel's or Python's
    std::string context = {};      // ruamel's
    const char* builtin = nullptr; // the class, if the origin is Python

    /// The problem of a document that begins at `document_begin`.
    [[nodiscard]] Problem to_problem(std::uint32_t document_begin) const;
};

/// The problem of a document's text with a character that cannot be read.
[[nodiscard]] Problem bad_character_problem(std::string_view text, const BadCharacter& bad);

} // namespace fairlead::yaml
