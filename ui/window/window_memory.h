// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace fairlead::ui {

/// What a window looked like for the sources that were open, kept beyond this run.
struct WindowMemory {
    QByteArray geometry;
    QByteArray docks;
    bool rightDockWanted = true;
    int bottomPanel = 0;
    int hiddenProblems = 0; ///< as ProblemsBar has it
    int zoom = 0;           ///< of the editors, in points beside the font's own
    QStringList unfolded;   ///< rows of the registry
    std::vector<Location> pages;
    int currentPage = 0;
};

/// What is remembered for these paths. For paths that were never open: only how the last window was laid out.
struct RememberedWindow {
    WindowMemory memory;
    bool wasOpen = false;
};
[[nodiscard]] RememberedWindow recallWindow(const QStringList& paths);
void rememberWindow(const QStringList& paths, const WindowMemory& memory);

/// A place as a line of text, and back.
[[nodiscard]] QString textOf(const Location& location);
[[nodiscard]] std::optional<Location> locationOfText(const QString& text);

} // namespace fairlead::ui
