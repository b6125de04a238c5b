// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fold_levels.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int deepest = 2000;

struct Line {
    FoldLevel level;
    bool comment = false;
};

// Depth by indentation; an item of a list lies deeper than a key in its column.
Line lineOf(std::string_view text, bool inCard) {
    const std::size_t indent = text.find_first_not_of(' ');
    if (text.find_first_not_of(" \t") == std::string_view::npos)
        return {{0, false, true}, false};
    if (text[indent] == '#')
        return {{0, false, false}, true};
    if (indent == 0 && (text.starts_with("---") || text.starts_with("...") || text.starts_with('%')))
        return {};
    if (!inCard)
        return {};
    const bool item = text.substr(indent).starts_with("- ") || text.substr(indent) == "-";
    return {{1 + std::min(2 * static_cast<int>(indent) + (item ? 1 : 0), deepest), false, false}, false};
}

} // namespace

std::vector<FoldLevel> foldLevels(std::string_view document) {
    std::vector<Line> lines;
    bool inCard = false;
    for (std::size_t begin = 0; begin < document.size();) {
        const std::size_t end = std::min(document.find_first_of("\r\n", begin), document.size());
        const std::string_view text = document.substr(begin, end - begin);
        lines.push_back(lineOf(text, inCard));
        const bool content = !lines.back().level.blank && !lines.back().comment;
        const bool marker = text.starts_with("---") || text.starts_with("...") || text.starts_with('%');
        if (content && !marker)
            inCard = true; // this line is the card's first: it stays outside, and heads the rest
        begin = end + (document.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    // From the end: a comment or a blank line lies as deep as what comes next; behind the last it is outside.
    std::vector<FoldLevel> levels(lines.size());
    int next = 0;
    for (std::size_t i = lines.size(); i-- > 0;) {
        levels[i] = lines[i].level;
        if (lines[i].comment || levels[i].blank)
            levels[i].depth = next;
        else
            levels[i].header = next > levels[i].depth;
        next = levels[i].depth;
    }
    return levels;
}

} // namespace fairlead::ui
