// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/at_line.h"

namespace fairlead::ui {

QString atLine(const QString& file, qint64 line) { return line > 0 ? file + u':' + QString::number(line) : file; }

QString atLineInFolder(const QString& path, qint64 line) {
    const qsizetype name = path.lastIndexOf(u'/');
    const qsizetype folder = name > 0 ? path.lastIndexOf(u'/', name - 1) : -1;
    return atLine(path.mid(folder + 1), line);
}

} // namespace fairlead::ui
