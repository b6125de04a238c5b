// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_level_delegate.h"

#include "ui/log/log_model.h"
#include "ui/theme/theme.h"

namespace fairlead::ui {

LogLevelDelegate::LogLevelDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void LogLevelDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    static constexpr const char* names[] = {"debug", "info", "warning", "error"};
    const int level = index.data(LogModel::LevelRole).toInt();
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = m_theme.icon(QLatin1String(names[level]));
    option->decorationSize = QSize(16, 16);
}

} // namespace fairlead::ui
