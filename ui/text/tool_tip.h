// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

/// A plain text as a tool tip of several lines, each as long as people like to read: Qt breaks rich texts into narrow
/// columns, and plain ones nowhere. Very long texts are cut. Empty: none.
[[nodiscard]] QString toolTipOf(const QString& text);

} // namespace fairlead::ui
