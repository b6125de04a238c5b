// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/text_marks.h"

#include "core/yaml/characters.h"

namespace fairlead::yaml {

namespace {

constexpr std::uint32_t step = 1024;

} // namespace

TextMarks::TextMarks(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    marks_.reserve(size / step + 1);
    marks_.emplace_back();
    for (std::uint32_t offset = step; offset <= size; offset += step)
        marks_.push_back(walk(text, offset - step, offset, marks_.back()));
}

TextMarks::Place TextMarks::at(std::string_view text, std::uint32_t offset) const noexcept {
    const std::uint32_t mark = offset / step;
    return walk(text, mark * step, offset, marks_[mark]);
}

TextMarks::Place TextMarks::walk(std::string_view text, std::uint32_t from, std::uint32_t to, Place place) noexcept {
    for (std::uint32_t at = from; at < to; ++at) {
        const char c = text[at];
        if (!is_continuation(c))
            ++place.code_points;
        if (c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))) {
            ++place.line_breaks;
            place.line_begin = at + 1;
        }
    }
    return place;
}

} // namespace fairlead::yaml
