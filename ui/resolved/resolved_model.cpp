// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/resolved_model.h"

#include "ui/text/tool_tip.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

// The same rows, whatever the values.
bool sameShape(const std::vector<ResolvedNode>& left, const std::vector<ResolvedNode>& right) {
    return std::ranges::equal(left, right, [](const ResolvedNode& a, const ResolvedNode& b) {
        return a.name == b.name && sameShape(a.children, b.children);
    });
}

} // namespace

void ResolvedModel::setFields(std::vector<ResolvedNode> fields) {
    if (fields == m_fields)
        return;
    if (!sameShape(fields, m_fields)) {
        beginResetModel();
        m_fields = std::move(fields);
        build();
        endResetModel();
        return;
    }
    m_fields = std::move(fields);
    build();
    emitAll({});
}

void ResolvedModel::build() {
    m_rows.clear();
    m_top.clear();
    for (std::size_t row = 0; row < m_fields.size(); ++row)
        m_top.push_back(addRow(m_fields[row], -1, static_cast<int>(row)));
}

int ResolvedModel::addRow(const ResolvedNode& node, int parent, int row) {
    const int number = static_cast<int>(m_rows.size());
    m_rows.push_back({&node, parent, row, {}});
    for (std::size_t child = 0; child < node.children.size(); ++child) {
        const int added = addRow(node.children[child], number, static_cast<int>(child));
        m_rows[static_cast<std::size_t>(number)].children.push_back(added);
    }
    return number;
}

void ResolvedModel::emitAll(const QModelIndex& parent) {
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    for (int row = 0; row < rows; ++row)
        emitAll(index(row, 0, parent));
}

const ResolvedNode* ResolvedModel::nodeAt(const QModelIndex& index) const {
    return index.isValid() ? m_rows[index.internalId()].node : nullptr;
}

QModelIndex ResolvedModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<int>& siblings = parent.isValid() ? m_rows[parent.internalId()].children : m_top;
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex ResolvedModel::parent(const QModelIndex& index) const {
    const int above = index.isValid() ? m_rows[index.internalId()].parent : -1;
    return above < 0 ? QModelIndex()
                     : createIndex(m_rows[static_cast<std::size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int ResolvedModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_top.size());
    return parent.column() == 0 ? static_cast<int>(m_rows[parent.internalId()].children.size()) : 0;
}

int ResolvedModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QString ResolvedModel::textOf(const ResolvedNode& node, int column) const {
    switch (column) {
    case FieldColumn:
        return node.name;
    case ValueColumn:
        return node.value;
    default:
        if (node.card.isEmpty())
            return {};
        return tr("%1 :%2").arg(node.isOwn ? tr("this card") : node.card, QString::number(node.line));
    }
}

QVariant ResolvedModel::data(const QModelIndex& index, int role) const {
    const ResolvedNode* node = nodeAt(index);
    if (node == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*node, index.column());
    case Qt::ToolTipRole: {
        QStringList lines;
        if (!node->troubleText.isEmpty())
            lines.append(node->troubleText);
        if (index.column() == ValueColumn)
            lines.append(node->type.isEmpty() ? node->value : tr("%1 (%2)").arg(node->value, node->type));
        if (index.column() == FromColumn && !node->card.isEmpty())
            lines.append(tr("%1, line %2").arg(node->card, QString::number(node->line)));
        return toolTipOf(lines.join(QLatin1Char('\n')));
    }
    case TroubleRole:
        return node->trouble ? QVariant(static_cast<int>(*node->trouble)) : QVariant();
    case OwnRole:
        return node->isOwn;
    case HolderRole:
        return node->isHolder;
    case CardRole:
        return node->isOwn ? tr("this card") : node->card;
    case LineRole:
        return node->card.isEmpty() ? QString() : QStringLiteral(":%1").arg(node->line);
    case LocationRole:
        return QVariant::fromValue(node->place);
    default:
        return {};
    }
}

QVariant ResolvedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FieldColumn ? tr("Field") : section == ValueColumn ? tr("Value") : tr("From");
}

} // namespace fairlead::ui
