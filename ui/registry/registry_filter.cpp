// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_filter.h"

#include "ui/registry/registry_model.h"

namespace fairlead::ui {

RegistryFilter::RegistryFilter(QObject* parent) : QSortFilterProxyModel(parent) { setRecursiveFilteringEnabled(true); }

void RegistryFilter::setWanted(const QString& text, Scope scope) {
    if (text == m_text && scope == m_scope)
        return;
    m_text = text;
    m_scope = scope;
    invalidateFilter();
}

bool RegistryFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const {
    const QModelIndex index = sourceModel()->index(sourceRow, RegistryModel::NameColumn, sourceParent);
    return isInScope(index) && hasText(index);
}

bool RegistryFilter::isInScope(const QModelIndex& index) const {
    switch (m_scope) {
    case Scope::All:
        return true;
    case Scope::Yours:
        return index.data(RegistryModel::YoursRole).toBool();
    case Scope::WithProblems:
        return index.data(RegistryModel::TroubleRole).toInt() > static_cast<int>(Trouble::None);
    }
    return true;
}

bool RegistryFilter::hasText(const QModelIndex& index) const {
    if (m_text.isEmpty())
        return true;
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        const auto kind = static_cast<RowKind>(at.data(RegistryModel::KindRole).toInt());
        if (kind == RowKind::Section || kind == RowKind::Group)
            continue; // their names are the window's, not the person's
        if (at.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace fairlead::ui
