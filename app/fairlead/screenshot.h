// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {
class MainWindow;
}

namespace fairlead {

/// Runs the application until what was opened is on the window, and writes a picture of that (PNG). The status to end
/// with; what went wrong is said on standard error.
int takeScreenshot(ui::MainWindow& window, const QString& file);

} // namespace fairlead
