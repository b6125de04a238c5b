// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/variables_model.h"

#include "ui/text/tool_tip.h"
#include "ui/workspace/open_sources.h"

#include <QSettings>

#include <algorithm>

namespace fairlead::ui {

using Setting = VariableSetting::Here;

VariablesModel::VariablesModel(const VariableLookup& shell, const DirectoryLooks& looks, QObject* parent)
    : QAbstractTableModel(parent), m_shell(shell), m_looks(looks) {
    setAll(false);
}

void VariablesModel::setAll(bool all) {
    beginResetModel();
    m_rows.clear();
    std::ranges::copy_if(knownVariables(), std::back_inserter(m_rows),
                         [all](const KnownVariable& known) { return all || known.isOwn; });
    endResetModel();
}

void VariablesModel::setValues(const QMap<QString, VariableSetting>& values, bool tracing) {
    beginResetModel();
    m_values.variables = values;
    m_tracing = tracing;
    endResetModel();
}

void VariablesModel::setTracing(bool tracing) {
    m_tracing = tracing;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void VariablesModel::updateMeanings() { emit dataChanged(index(0, Meaning), index(rowCount() - 1, Meaning)); }

VariableLookup VariablesModel::variable() const {
    return changedVariables(variableChanges(m_values, m_tracing, m_shell), m_shell);
}

QString VariablesModel::name(int row) const { return QString::fromLatin1(m_rows[static_cast<std::size_t>(row)].name); }

VariableWords VariablesModel::words(int row) const {
    VariableWords words = wordsOf(name(row), variable(), m_shell, m_looks);
    if (m_rows[static_cast<std::size_t>(row)].isSecret && m_values.variable(name(row)).here == Setting::Set) {
        words.icon = QStringLiteral("warning");
        words.text += u' ' + tr("Fairlead keeps it as plain text in %1, which only you can read.")
                                 .arg(shortPath(QSettings().fileName()));
    }
    return words;
}

int VariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VariablesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant VariablesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const KnownVariable& known = m_rows[static_cast<std::size_t>(index.row())];
    const QString name = this->name(index.row());
    const VariableSetting setting = m_values.variable(name);
    const char* inShell = m_shell(known.name);
    if (role == Qt::EditRole && index.column() == Here)
        return static_cast<int>(isTrace(index.row()) ? (m_tracing ? Setting::Set : Setting::Unset) : setting.here);
    if (role == Qt::EditRole && index.column() == Value)
        return setting.value;
    if (role == SecretRole)
        return known.isSecret;
    if (role == ValueRole)
        return (index.column() == Shell || (index.column() == Value && !isTrace(index.row()))) && inShell &&
               *inShell != '\0' && !known.isSecret;
    if (role == IconRole && index.column() == Meaning)
        return words(index.row()).icon;
    if (role == IconRole && index.column() == Shell)
        return inShell && *inShell == '\0' && name.endsWith(QLatin1String("_DIR")) ? QStringLiteral("warning")
                                                                                   : QString();
    if (role == Qt::ToolTipRole)
        return toolTipOf(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return name;
    case Shell:
        return shellText(known, inShell);
    case Here:
        if (isTrace(index.row()))
            return m_tracing ? tr("set") : tr("unset");
        return setting.here == Setting::AsInShell ? tr("as in shell")
               : setting.here == Setting::Unset   ? tr("unset")
                                                  : tr("set to");
    case Value:
        if (isTrace(index.row()))
            return tr("switch above");
        if (setting.here == Setting::Set)
            return known.isSecret ? tr("not shown") : setting.value;
        return setting.here == Setting::AsInShell && inShell ? shellText(known, inShell) : QString();
    case Meaning:
        return words(index.row()).text;
    default:
        return {};
    }
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Variable");
    case Shell:
        return tr("In your shell");
    case Here:
        return tr("Here");
    case Value:
        return tr("Set to");
    case Meaning:
        return tr("What fairseq2 makes of it");
    default:
        return {};
    }
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || isTrace(index.row()))
        return flags;
    const bool isSet = m_values.variable(name(index.row())).here == Setting::Set;
    if (index.column() == Here || (index.column() == Value && isSet))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool VariablesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString variable = name(index.row());
    VariableSetting setting = m_values.variable(variable);
    if (index.column() == Here) {
        const int here = value.toInt();
        if (here < static_cast<int>(Setting::AsInShell) || here > static_cast<int>(Setting::Set))
            return false;
        setting.here = static_cast<Setting>(here);
    } else {
        setting.value = value.toString();
    }
    if (setting == m_values.variable(variable))
        return true;
    m_values.setVariable(variable, setting);
    emit dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1)); // one may count for another
    emit edited();
    return true;
}

} // namespace fairlead::ui
