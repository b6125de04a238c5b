// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <span>
#include <string_view>

namespace fairlead::ui {

/// The style (see CardStyle) of each byte of a document that can be read, from its values: what is coloured as a
/// number is one for fairseq2. `styles` is as long as the document's text.
void highlightDocument(const yaml::Document& document, std::span<char> styles);

/// The same for text that cannot be read, or was not yet: by what its lines look like.
void highlightText(std::string_view text, std::span<char> styles);

} // namespace fairlead::ui
