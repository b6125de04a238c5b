// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace fairlead::ui {

/// What a person does to act: its first keys, which may be others than the usual ones, or where it has none its name.
[[nodiscard]] QString keysOrName(const QAction& action);
/// A tool tip's text with the keys behind it: `Reads all sources again (F5)`.
[[nodiscard]] QString withKeys(const QString& text, const QAction& action);

} // namespace fairlead::ui
