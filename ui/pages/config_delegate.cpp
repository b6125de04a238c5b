// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/config_delegate.h"

#include "ui/pages/config_model.h"
#include "ui/theme/theme.h"

#include <QIcon>
#include <QPixmap>

namespace fairlead::ui {

namespace {

constexpr int leastHeight = 22;

} // namespace

ConfigDelegate::ConfigDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize ConfigDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index).expandedTo(QSize(0, leastHeight));
}

void ConfigDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    const bool isValue = column == ConfigModel::Value || column == ConfigModel::Default || column == ConfigModel::Other;
    const bool differs = index.data(ConfigModel::DiffersRole).toBool();
    if (isValue && !index.data(ConfigModel::SummaryRole).toBool()) {
        option->font = Theme::fixedFont();
        option->font.setBold(differs && column == ConfigModel::Value);
    }
    if (column == ConfigModel::Default || column == ConfigModel::Other) {
        // Equal ones keep the sign's place free, so that values stand below each other.
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        if (differs) {
            option->icon = m_theme.icon(QStringLiteral("differs"));
        } else {
            QPixmap blank(16, 16);
            blank.fill(Qt::transparent);
            option->icon = QIcon(blank);
        }
    }
    if (isValue ? !differs && column != ConfigModel::Value : column == ConfigModel::Type) {
        option->palette.setColor(QPalette::Text, m_theme.colours().secondaryText);
    }
}

} // namespace fairlead::ui
