// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fairlead::yaml {

/// Line breaks and code points of a text, counted up to every kibibyte, so that a place in it is found without a walk
/// from its beginning. Never changes once it is made.
class TextMarks {
public:
    /// What lies before an offset. Lines end at LF, CRLF or a lone CR; between CR and LF the line has not ended.
    struct Place {
        std::uint32_t line_breaks = 0;
        std::uint32_t line_begin = 0;  ///< of the line that holds the offset
        std::uint32_t code_points = 0; ///< bytes that continue none
    };

    TextMarks() = default;
    /// Walks over all of the text, once.
    explicit TextMarks(std::string_view text);

    /// The place of an offset (at most the size) in the text that the marks were made of.
    [[nodiscard]] Place at(std::string_view text, std::uint32_t offset) const noexcept;
    /// The same without marks: walks from `from` on, whose place is given.
    [[nodiscard]] static Place walk(std::string_view text, std::uint32_t from, std::uint32_t to, Place place) noexcept;

private:
    std::vector<Place> marks_;
};

} // namespace fairlead::yaml
