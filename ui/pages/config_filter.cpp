// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/config_filter.h"

#include "ui/pages/config_model.h"

namespace fairlead::ui {

ConfigFilter::ConfigFilter(QObject* parent) : QSortFilterProxyModel(parent) { setRecursiveFilteringEnabled(true); }

void ConfigFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

void ConfigFilter::setText(const QString& text) {
    m_text = text;
    invalidateFilter();
}

bool ConfigFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* model = qobject_cast<const ConfigModel*>(sourceModel());
    if (model == nullptr) {
        return true;
    }
    const QModelIndex index = model->index(row, 0, parent);
    // A nested config is shown where one of its fields is: the recursive filter sees to that.
    if (model->rowCount(index) > 0 && (m_show != Show::All || !m_text.isEmpty())) {
        return false;
    }
    if (m_show != Show::All) {
        const bool byDefault = m_show == Show::DiffersFromDefault;
        if (!model->differs(index, byDefault ? ConfigModel::Default : ConfigModel::Other)) {
            return false;
        }
    }
    return m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive) ||
           parent.data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace fairlead::ui
