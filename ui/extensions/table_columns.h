// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

class QTableView;

namespace fairlead::ui {

/// Makes a table's columns as wide as what is in them, none but the last wider than `widest` pixels. Where they have no
/// room beside each other, the columns `yielding` become narrower, the first of them first, but no narrower than their
/// headings and `narrowest` pixels. The last column gets what is left.
void fitColumns(QTableView& table, int widest, std::span<const int> yielding, int narrowest);

} // namespace fairlead::ui
