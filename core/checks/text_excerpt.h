// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/diagnostic.h"

#include <string>

namespace fairlead {

/// A line of a document with a range marked below it. Long lines are cut around the range.
struct TextExcerpt {
    std::string line;      ///< what a terminal can take
    std::size_t begin = 0; ///< of the marked part, in columns of `line`
    std::size_t width = 1;
};

/// The first line of a place.
[[nodiscard]] TextExcerpt text_excerpt(const Catalog& catalog, const DocumentPlace& place);

} // namespace fairlead
