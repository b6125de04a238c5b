// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/link_list_model.h"

#include "ui/text/tool_tip.h"

namespace fairlead::ui {

namespace {

// The internal id of a heading is 0, that of a row its group's number from 1.
constexpr quintptr headingId = 0;

} // namespace

LinkListModel::LinkListModel(QStringList headers, QObject* parent)
    : QAbstractItemModel(parent), m_headers(std::move(headers)) {}

void LinkListModel::setGroups(std::vector<LinkGroup> groups) {
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

bool LinkListModel::isFlat() const { return m_groups.size() == 1 && m_groups.front().texts.isEmpty(); }

QModelIndex LinkListModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    if (isFlat()) {
        return createIndex(row, column, quintptr(1));
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : headingId);
}

QModelIndex LinkListModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == headingId || isFlat()) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, headingId);
}

int LinkListModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(isFlat() ? m_groups.front().rows.size() : m_groups.size());
    }
    if (parent.column() > 0 || isFlat() || parent.internalId() != headingId) {
        return 0;
    }
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size());
}

int LinkListModel::columnCount(const QModelIndex&) const { return static_cast<int>(m_headers.size()); }

QVariant LinkListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const bool isHeading = index.internalId() == headingId;
    const LinkGroup& group =
        m_groups[isHeading ? static_cast<std::size_t>(index.row()) : static_cast<std::size_t>(index.internalId()) - 1];
    const LinkRow* row = isHeading ? nullptr : &group.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return (isHeading ? group.texts : row->texts).value(index.column());
    case Qt::ToolTipRole:
        return toolTipOf((isHeading ? group.texts : row->texts).value(index.column()));
    case LocationRole:
        return isHeading ? QVariant() : QVariant::fromValue(row->location);
    case IconNameRole:
        return index.column() > 0 ? QString() : isHeading ? group.icon : row->icon;
    case HeadingRole:
        return isHeading;
    default:
        return {};
    }
}

QVariant LinkListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

} // namespace fairlead::ui
