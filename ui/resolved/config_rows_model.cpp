// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/config_rows_model.h"

#include "ui/problems/diagnostic_words.h"
#include "ui/resolved/resolved_model.h"
#include "ui/text/tool_tip.h"

#include <algorithm>
#include <iterator>

namespace fairlead::ui {

void ConfigRowsModel::setView(const ConfigView& view, bool onlyWhatDiffers) {
    std::vector<ConfigRow> rows;
    std::ranges::copy_if(view.rows, std::back_inserter(rows),
                         [&](const ConfigRow& row) { return !onlyWhatDiffers || row.differs(); });
    const bool sameFields =
        std::ranges::equal(rows, m_rows, {}, &ConfigRow::field, &ConfigRow::field) && view.base == m_base;
    if (!sameFields)
        beginResetModel();
    const bool same = rows == m_rows;
    m_rows = std::move(rows);
    m_base = view.base;
    if (!sameFields)
        endResetModel();
    else if (!same)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ConfigRow* ConfigRowsModel::rowAt(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int ConfigRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConfigRowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int{ColumnCount}; }

QString ConfigRowsModel::toolTip(const ConfigRow& row) const {
    QStringList lines{row.field + QStringLiteral(": ") + row.now};
    if (!row.card.isEmpty())
        lines.append(tr("From %1, line %2").arg(row.card, QString::number(row.line)));
    if (!row.variables.isEmpty())
        lines.append(tr("Made with the environment's %1").arg(row.variables));
    if (!row.trouble.isEmpty())
        lines.append(row.trouble);
    if (const QString hint = m_hint ? m_hint(row) : QString(); !hint.isEmpty())
        lines.append(hint);
    return lines.join(QLatin1Char('\n'));
}

QVariant ConfigRowsModel::data(const QModelIndex& index, int role) const {
    const ConfigRow* row = rowAt(index);
    if (row == nullptr)
        return {};
    const bool now = index.column() == NowColumn;
    const QString line = row->line == 0 ? QString() : QStringLiteral(":%1").arg(row->line);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == FieldColumn ? row->field : now ? row->now + line : row->before;
    case Qt::ToolTipRole:
        return toolTipOf(toolTip(*row));
    case Qt::AccessibleTextRole:
        return now && !row->trouble.isEmpty() ? tr("error: %1").arg(row->now) : data(index, Qt::DisplayRole);
    case ResolvedModel::TroubleRole:
    case ResolvedModel::MarkRole:
        return now && !row->trouble.isEmpty() ? QVariant(static_cast<int>(Weight::Error)) : QVariant();
    case ResolvedModel::OwnRole:
        return row->isOwn;
    case ResolvedModel::HolderRole:
        return row->isUnknown;
    case ResolvedModel::CardRole:
        return row->now;
    case ResolvedModel::LineRole:
        return row->isOwn || row->card.isEmpty() ? line : QLatin1Char(' ') + row->card + line;
    default:
        return {};
    }
}

Qt::ItemFlags ConfigRowsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == NowColumn ? flags | Qt::ItemIsEditable : flags;
}

bool ConfigRowsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const ConfigRow* row = rowAt(index);
    if (row == nullptr || index.column() != NowColumn || role != Qt::EditRole)
        return false;
    emit valueTyped(QString(row->field), value.toString()); // the rows may change with it
    return true;
}

QVariant ConfigRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FieldColumn ? tr("Field") : section == BeforeColumn ? m_base : tr("This card");
}

} // namespace fairlead::ui
