// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/shortcuts.h"

#include <QAbstractTableModel>

namespace fairlead::ui {

/// Acts and their keys, as they are to be.
class KeysModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Act, Keys, ColumnCount };

    explicit KeysModel(std::vector<Shortcuts::Act> acts, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setChanged(const QMap<QString, QList<QKeySequence>>& changed);
    /// Only those that are not the usual ones.
    [[nodiscard]] const QMap<QString, QList<QKeySequence>>& changed() const { return m_changed; }
    [[nodiscard]] QList<QKeySequence> keys(int row) const;
    [[nodiscard]] const QList<QKeySequence>& usualKeys(int row) const { return act(row).usual; }
    [[nodiscard]] bool isUsual(int row) const { return !m_changed.contains(act(row).name); }
    /// Who has this key, beside a row; -1: nobody.
    [[nodiscard]] int ownerOf(const QKeySequence& key, int except) const;
    void setKeys(int row, const QList<QKeySequence>& keys);

private:
    [[nodiscard]] const Shortcuts::Act& act(int row) const { return m_acts[static_cast<std::size_t>(row)]; }

    std::vector<Shortcuts::Act> m_acts;
    QMap<QString, QList<QKeySequence>> m_changed;
};

} // namespace fairlead::ui
