// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace fairlead::ui {

/// The text, cut in the middle if it is longer: names and values may be as long as a file, widgets may not. No
/// character is cut in two, here and below.
[[nodiscard]] QString shortened(const QString& text, qsizetype longest);

/// The first `longest` units of a text, without a word on what is left out.
[[nodiscard]] QString beginningOf(const QString& text, qsizetype longest);

/// The first `longest` bytes of a text in UTF-8, with an ellipsis if there is more. Only they are looked at.
[[nodiscard]] QString shortenedUtf8(std::string_view text, std::size_t longest);

} // namespace fairlead::ui
