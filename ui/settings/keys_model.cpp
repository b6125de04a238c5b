// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_model.h"

#include <QFont>

namespace fairlead::ui {

KeysModel::KeysModel(std::vector<Shortcuts::Act> acts, QObject* parent)
    : QAbstractTableModel(parent), m_acts(std::move(acts)) {}

int KeysModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_acts.size());
}

int KeysModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant KeysModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (role == Qt::FontRole && index.column() == Keys && !isUsual(index.row())) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Act ? act(index.row()).name
                                 : QKeySequence::listToString(keys(index.row()), QKeySequence::NativeText);
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Act ? tr("Act") : tr("Keys");
}

QList<QKeySequence> KeysModel::keys(int row) const { return m_changed.value(act(row).name, act(row).usual); }

int KeysModel::ownerOf(const QKeySequence& key, int except) const {
    for (int row = 0; row < rowCount(); ++row)
        if (row != except && keys(row).contains(key))
            return row;
    return -1;
}

void KeysModel::setChanged(const QMap<QString, QList<QKeySequence>>& changed) {
    beginResetModel();
    m_changed = changed;
    endResetModel();
}

void KeysModel::setKeys(int row, const QList<QKeySequence>& keys) {
    if (keys == act(row).usual)
        m_changed.remove(act(row).name);
    else
        m_changed.insert(act(row).name, keys);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace fairlead::ui
