// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/at_line.h"

namespace fairlead::ui {

QString atLine(const QString& file, qint64 line) { return line > 0 ? file + u':' + QString::number(line) : file; }

} // namespace fairlead::ui
