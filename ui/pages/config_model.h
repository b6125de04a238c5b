// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/config_tree.h"

#include <QAbstractItemModel>
#include <QString>

#include <memory>
#include <vector>

namespace fairlead::ui {

/// The fields of an architecture's config beside those of its class's default and of one other architecture.
class ConfigModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Field, Value, Default, Other, Type, ColumnCount };
    enum Role {
        DiffersRole = Qt::UserRole + 1, ///< in Value, Default, Other: unlike the architecture's (Value: the default)
        DocumentationRole,
        DefaultTextRole,
        SummaryRole, ///< the text is a count of a nested config, not a value
    };

    explicit ConfigModel(QObject* parent = nullptr);
    ~ConfigModel() override;

    /// An empty `defaults` or `other`: there is none to compare with. `otherName` heads its column.
    void setConfigs(const std::vector<ConfigNode>& own, const std::vector<ConfigNode>& defaults,
                    const std::vector<ConfigNode>& other, const QString& otherName);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] int valueCount() const { return m_valueCount; }
    /// Differing values in the Default or Other column.
    [[nodiscard]] int differing(Column column) const;
    /// Whether a field, or one below it, differs in the column.
    [[nodiscard]] bool differs(const QModelIndex& index, Column column) const;

private:
    struct Row;
    [[nodiscard]] const Row* rowOf(const QModelIndex& index) const;
    [[nodiscard]] QString text(const Row& row, int column) const;

    std::unique_ptr<Row> m_root;
    QString m_otherName;
    bool m_hasDefaults = false;
    int m_valueCount = 0;
};

} // namespace fairlead::ui
