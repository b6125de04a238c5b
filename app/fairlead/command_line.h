// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace fairlead {

/// What the person asked for.
struct CommandLine {
    QStringList paths;         ///< folders and files to open
    QString place;             ///< to show then; empty: what is found first
    QString screenshot;        ///< the file of a picture to write instead of showing a window; empty: none
    std::optional<QSize> size; ///< of the window
    std::optional<ui::Theme::Choice> theme;
    bool traces = false; ///< extensions, this time
};

/// Text to print, and how to end then.
struct Answer {
    QString text;
    int status = 0; ///< 0: asked for; 2: wrong use
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<CommandLine, Answer> readCommandLine(const QStringList& arguments);

/// The arguments of a process; bytes that are no UTF-8 as `\xNN`, so that no path is lost.
[[nodiscard]] QStringList argumentsOf(int argc, char** argv);

} // namespace fairlead
