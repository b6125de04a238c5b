// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/text_excerpt.h"

#include "core/checks/document_edits.h"
#include "core/files/printable_text.h"

#include <algorithm>

namespace fairlead {

namespace {

constexpr std::uint32_t before_range = 60; // bytes kept of a long line
constexpr std::uint32_t after_range = 100;

bool continues(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::string for_terminal(std::string_view text) {
    std::string line(text);
    std::replace(line.begin(), line.end(), '\t', ' ');
    return printable_text(line);
}

} // namespace

TextExcerpt text_excerpt(const Catalog& catalog, const DocumentPlace& place) {
    const std::string_view text = catalog.document({place.file, place.document}).text();
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t begin = std::min(place.range.begin, size);
    // Of an endless line no more is looked at than may be shown.
    const std::uint32_t nearest = begin - std::min(begin, before_range + 1);
    std::uint32_t first = nearest + line_begin(text.substr(nearest), begin - nearest);
    const std::uint32_t farthest = std::min(size, std::clamp(place.range.end, begin, size) + after_range + 1);
    std::uint32_t last = line_end(text.substr(0, farthest), begin);
    const std::uint32_t end = std::clamp(place.range.end, begin, last);
    const bool is_cut_before = begin - first > before_range;
    const bool is_cut_after = last - end > after_range;
    if (is_cut_before) {
        first = begin - before_range;
        while (first < begin && continues(text[first])) {
            ++first;
        }
    }
    std::uint32_t marked_end = std::min(end, begin + after_range);
    while (marked_end < end && continues(text[marked_end])) {
        ++marked_end;
    }
    if (is_cut_after || marked_end < end) {
        last = marked_end + (is_cut_after ? after_range / 2 : 0);
        while (last > marked_end && last < size && continues(text[last])) {
            --last;
        }
    }
    TextExcerpt excerpt;
    const std::string before = (is_cut_before ? "…" : "") + for_terminal(text.substr(first, begin - first));
    const std::string marked = for_terminal(text.substr(begin, marked_end - begin));
    excerpt.begin = columns(before);
    excerpt.width = std::max<std::size_t>(columns(marked), 1);
    excerpt.line = before + marked + for_terminal(text.substr(marked_end, last - marked_end));
    if (is_cut_after || marked_end < end) {
        excerpt.line += "…";
    }
    return excerpt;
}

} // namespace fairlead
