// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

/// A line of a file for people: `models.yaml:12`, or the file alone where `line` is none (0). The file's name stays as
/// it is, also where it looks like a place holder.
[[nodiscard]] QString atLine(const QString& file, qint64 line);
/// The same of a path, of which the last folder is told: `lab/setup.py:33`.
[[nodiscard]] QString atLineInFolder(const QString& path, qint64 line);

} // namespace fairlead::ui
