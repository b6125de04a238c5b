// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_filter.h"

#include "ui/log/log_model.h"

namespace fairlead::ui {

void LogFilter::setLeastLevel(LogLevel level) {
    m_leastLevel = level;
    invalidateFilter();
}

void LogFilter::setText(const QString& text) {
    m_text = text;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto* model = qobject_cast<const LogModel*>(sourceModel());
    if (model == nullptr) {
        return true;
    }
    const LogRecord& record = model->record(row);
    return record.level >= m_leastLevel && (m_text.isEmpty() || record.text.contains(m_text, Qt::CaseInsensitive) ||
                                            record.origin.contains(m_text, Qt::CaseInsensitive));
}

} // namespace fairlead::ui
