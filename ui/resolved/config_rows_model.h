// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resolved/config_view.h"

#include <QAbstractTableModel>

#include <functional>

namespace fairlead::ui {

/// The fields of a config: as the base has them, and as the card has them. Roles are ResolvedModel's, so that the same
/// delegate paints them.
class ConfigRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FieldColumn, BeforeColumn, NowColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `onlyWhatDiffers`: the others are left out. The same fields with other values keep what is selected.
    void setView(const ConfigView& view, bool onlyWhatDiffers);
    /// What can be done about a row's value, for its tool tip.
    void setHint(std::function<QString(const ConfigRow& row)> hint) { m_hint = std::move(hint); }
    [[nodiscard]] const ConfigRow* rowAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Changes nothing here, but says `valueTyped`.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void valueTyped(const QString& field, const QString& text);

private:
    [[nodiscard]] QString toolTip(const ConfigRow& row) const;

    std::vector<ConfigRow> m_rows;
    QString m_base;
    std::function<QString(const ConfigRow& row)> m_hint;
};

} // namespace fairlead::ui
