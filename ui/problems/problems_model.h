// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/problem_list.h"

#include <QAbstractItemModel>

namespace fairlead::ui {

/// Findings as rows; below each fairseq2's own words and the places that belong to it. Texts only: icons and colours
/// are the delegate's.
class ProblemsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, RuleColumn, WhereColumn, FixColumn, ColumnCount };
    enum class RowKind { Problem, Says, Related };
    enum Role {
        KindRole = Qt::UserRole, ///< RowKind
        WeightRole,              ///< of the finding
        CertainRole,             ///< the row's fix is certain
        FixRole,                 ///< the number of the fix that a click on the row's fix makes; -1: none, or several
        HasFixRole,              ///< the row's cell in FixColumn is about a fix
        PlaceRole,               ///< there is a text to go to
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Rows that stay keep their selection and their children.
    void setRows(std::vector<ProblemRow> rows);
    [[nodiscard]] const std::vector<ProblemRow>& rows() const { return m_rows; }
    /// The finding of a row or of the row above it. Null for no index.
    [[nodiscard]] const ProblemRow* problemAt(const QModelIndex& index) const;
    [[nodiscard]] RowKind kindOf(const QModelIndex& index) const;
    /// The place that a row is about.
    [[nodiscard]] std::optional<Location> locationAt(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const ProblemRow& row, int column) const;
    [[nodiscard]] QString childText(const ProblemRow& row, int child, int column) const;
    [[nodiscard]] int relatedOf(const ProblemRow& row, int child) const;
    [[nodiscard]] QString relatedWord(const ProblemRow& row, int related) const;
    [[nodiscard]] QString fullText(const ProblemRow& row, const QModelIndex& index, bool child, int related) const;
    [[nodiscard]] int fixOf(const ProblemRow& row, int related) const;
    void updateHasFixes();

    std::vector<ProblemRow> m_rows;
    bool m_hasFixes = false;
};

} // namespace fairlead::ui
