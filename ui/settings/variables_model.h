// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/variable_words.h"

#include <QAbstractTableModel>

#include <vector>

namespace fairlead::ui {

/// The variables that fairseq2 reads: in the shell, here, and what comes of it. `Here` (a VariableSetting::Here as int)
/// and `Value` can be edited. `shell` and `looks` outlive it.
class VariablesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Shell, Here, Value, Meaning, ColumnCount };
    /// SecretRole: bool, the variable's value is not shown. ValueRole: bool, the text is the variable's value, no word
    /// about it.
    enum Role { IconRole = Qt::UserRole + 1, SecretRole, ValueRole };

    VariablesModel(const VariableLookup& shell, const DirectoryLooks& looks, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Also those that are not fairseq2's own.
    void setAll(bool all);
    void setValues(const QMap<QString, VariableSetting>& values, bool tracing);
    void setTracing(bool tracing);
    [[nodiscard]] const QMap<QString, VariableSetting>& values() const { return m_values.variables; }
    /// The variables as they are set here. A value.
    [[nodiscard]] VariableLookup variable() const;

    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] VariableWords words(int row) const;
    /// It follows the check box above the table.
    [[nodiscard]] bool isTrace(int row) const { return name(row) == QLatin1String(traceVariable); }
    void updateMeanings();

signals:
    /// By the person.
    void edited();

private:
    const VariableLookup& m_shell;
    const DirectoryLooks& m_looks;
    std::vector<KnownVariable> m_rows;
    SettingsValues m_values; // its variables
    bool m_tracing = false;
};

} // namespace fairlead::ui
