// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resolved/resolved_tree.h"

#include <QAbstractItemModel>

namespace fairlead::ui {

/// The fields of a resolved card, nested values below them. Texts only: the delegate has the colours.
class ResolvedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { FieldColumn, ValueColumn, FromColumn, ColumnCount };
    enum Role {
        TroubleRole = Qt::UserRole, ///< Weight, or invalid
        OwnRole,                    ///< the value stands in the card itself
        HolderRole,                 ///< the value's text is words
        CardRole,                   ///< FromColumn: the card's part of the text; LineRole the rest
        LineRole,
        LocationRole,
        MarkRole, ///< FromColumn: Weight to mark the text with, or invalid
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// The same fields with other values keep what is unfolded and selected; other fields reset the model.
    void setFields(std::vector<ResolvedNode> fields);
    [[nodiscard]] const ResolvedNode* nodeAt(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        const ResolvedNode* node = nullptr;
        int parent = -1; // in m_rows
        int row = 0;     // below the parent
        std::vector<int> children;
    };
    int addRow(const ResolvedNode& node, int parent, int row);
    void build();
    void emitAll(const QModelIndex& parent);
    [[nodiscard]] QString textOf(const ResolvedNode& node, int column) const;

    std::vector<ResolvedNode> m_fields;
    std::vector<Row> m_rows; // all levels; an index holds a number of it
    std::vector<int> m_top;
};

} // namespace fairlead::ui
