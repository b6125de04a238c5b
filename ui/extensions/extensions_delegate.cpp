// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extensions_delegate.h"

#include "ui/extensions/extensions_model.h"
#include "ui/theme/theme.h"

namespace fairlead::ui {

void ExtensionsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = index.column() == ExtensionsModel::EntryPoint ? Qt::ElideMiddle : Qt::ElideRight;
    const QString icon = index.data(ExtensionsModel::IconNameRole).toString();
    if (!icon.isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(icon);
        option->decorationSize = QSize(16, 16);
    }
    if (index.data(ExtensionsModel::NothingRole).toBool())
        option->palette.setColor(QPalette::Text, m_theme.colours().secondaryText);
}

} // namespace fairlead::ui
