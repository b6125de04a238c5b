// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace fairlead::ui {

/// How deep a line of a document lies, for folding: a card folds to its first line, what is nested below a key to that
/// key.
struct FoldLevel {
    int depth = 0;       ///< 0: outside of the card (markers, comments above it)
    bool header = false; ///< the next line that is not blank lies deeper
    bool blank = false;
    friend bool operator==(const FoldLevel&, const FoldLevel&) = default;
};

/// One for each line of a document's text. Line ends are LF, CRLF and lone CR; a text that ends with one has no empty
/// last line.
[[nodiscard]] std::vector<FoldLevel> foldLevels(std::string_view document);

} // namespace fairlead::ui
