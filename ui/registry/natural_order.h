// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace fairlead::ui {

/// Numbers in names sort as numbers: `7b` before `13b`; case only where nothing else differs. The sign of the result
/// is that of left - right.
[[nodiscard]] int compareNaturally(QStringView left, QStringView right);

[[nodiscard]] inline bool naturallyLess(QStringView left, QStringView right) {
    return compareNaturally(left, right) < 0;
}

/// The same for relative paths: the files of a folder before those of the folders in it.
[[nodiscard]] bool pathNaturallyLess(QStringView left, QStringView right);

} // namespace fairlead::ui
