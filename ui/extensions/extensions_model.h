// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/extension_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace fairlead::ui {

/// The extensions of an environment, in the order of loading.
class ExtensionsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, State, Name, EntryPoint, Package, Import, Call, Registered, Fairseq2, ColumnCount };
    enum Role { IconNameRole = Qt::UserRole + 1, NothingRole /**< the text says that there is none */ };

    using QAbstractTableModel::QAbstractTableModel;

    /// `traced`: with which setting the last column is told. Rows of the same names stay, so that what is selected
    /// does.
    void setExtensions(std::vector<ExtensionReport> extensions, bool traced);
    [[nodiscard]] const std::vector<ExtensionReport>& extensions() const { return m_extensions; }
    /// The row of that extension, or -1.
    [[nodiscard]] int rowOf(const QString& name) const;
    /// The first one that failed, or -1.
    [[nodiscard]] int firstFailure() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const ExtensionReport& extension, int row, int column) const;

    std::vector<ExtensionReport> m_extensions;
    bool m_traced = false;
};

} // namespace fairlead::ui
