// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace fairlead::ui {

/// The colours of the window. Those that QPalette has a role for are in the palette too; take them from there where
/// a widget is at hand. Every text is readable (4.5:1) on every ground that it is meant for.
struct Colours {
    QColor window, base, alternate, header; ///< grounds
    QColor line, controlLine, control;      ///< between things; around controls; a button's ground
    QColor text, secondaryText, disabledText;
    QColor accent, link;
    QColor selection, selectedText;
    QColor error, errorGround, warning, warningGround, ok, info, infoGround;
    QColor yamlKey, yamlText, yamlNumber, yamlComment;
};

[[nodiscard]] Colours lightColours();
[[nodiscard]] Colours darkColours();

/// All roles of all groups.
[[nodiscard]] QPalette paletteOf(const Colours& colours);

/// The contrast of two opaque colours by WCAG 2, from 1 to 21.
[[nodiscard]] double contrast(const QColor& first, const QColor& second);

/// `amount` (0 … 1) of `over` upon `under`.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double amount);

} // namespace fairlead::ui
