// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>

namespace fairlead::ui {

/// Numbers in names sort as numbers: `7b` before `13b`; case only where nothing else differs. The sign of the result
/// is that of left - right.
[[nodiscard]] int compareNaturally(QStringView left, QStringView right);

[[nodiscard]] inline bool naturallyLess(QStringView left, QStringView right) {
    return compareNaturally(left, right) < 0;
}

/// Keys in their own order are names in natural order, but for names that differ only in case or in leading zeros,
/// whose keys are equal. Worth it where a name is compared more often than it changes.
[[nodiscard]] std::u16string naturalKey(QStringView name);

/// The same for relative paths: the files of a folder before those of the folders in it.
[[nodiscard]] bool pathNaturallyLess(QStringView left, QStringView right);

} // namespace fairlead::ui
