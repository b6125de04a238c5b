// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/table_columns.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace fairlead::ui {

namespace {
constexpr int margin = 12; // so that two texts do not read as one
}

void fitColumns(QTableView& table, int widest, std::span<const int> yielding, int narrowest) {
    const int last = table.model()->columnCount() - 1;
    const QAbstractItemView& view = table; // where the hint is public
    const auto heading = [&](int column) { return table.horizontalHeader()->sectionSizeHint(column); };
    int missing = std::max(view.sizeHintForColumn(last), heading(last)) - table.viewport()->width();
    for (int column = 0; column < last; ++column) {
        table.resizeColumnToContents(column);
        if (column > 0) // the numbers stand on the other side
            table.setColumnWidth(column, std::min(table.columnWidth(column) + margin, widest));
        missing += table.columnWidth(column);
    }
    for (const int column : yielding) {
        const int width = table.columnWidth(column);
        const int given = std::clamp(missing, 0, std::max(width - std::max(heading(column), narrowest), 0));
        table.setColumnWidth(column, width - given);
        missing -= given;
    }
}

} // namespace fairlead::ui
