// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/open_place.h"

#include "ui/navigation/navigator.h"

#include <QProcess>
#include <QStringList>

namespace fairlead::ui {

void openPlace(const QString& command, const QString& file, int line, Navigator& navigator) {
    QStringList words = QProcess::splitCommand(command);
    for (QString& word : words)
        word.replace(QStringLiteral("{line}"), QString::number(line)).replace(QStringLiteral("{file}"), file);
    const QString program = words.isEmpty() ? QString() : words.takeFirst();
    if (program.isEmpty() || !QProcess::startDetached(program, words))
        navigator.go(Location::inSource(file, line));
}

} // namespace fairlead::ui
