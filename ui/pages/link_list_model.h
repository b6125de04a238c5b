// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace fairlead::ui {

/// A row that leads somewhere.
struct LinkRow {
    QString icon;      ///< by its name in the theme
    QStringList texts; ///< one for each column
    Location location;
};

/// Rows under one heading. A heading without text: its rows stand at the top level.
struct LinkGroup {
    QString icon;
    QStringList texts;
    std::vector<LinkRow> rows;
};

/// Groups of links: what uses an architecture, what a family consists of.
class LinkListModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { LocationRole = Qt::UserRole + 1, IconNameRole, HeadingRole };

    explicit LinkListModel(QStringList headers, QObject* parent = nullptr);
    void setGroups(std::vector<LinkGroup> groups);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isFlat() const;

    QStringList m_headers;
    std::vector<LinkGroup> m_groups;
};

} // namespace fairlead::ui
