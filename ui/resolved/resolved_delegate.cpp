// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/resolved_delegate.h"

#include "ui/resolved/resolved_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace fairlead::ui {

using Model = ResolvedModel;

void ResolvedDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != Model::ValueColumn)
        return;
    const Colours& colours = m_theme.colours();
    const auto colour = [&](const QColor& text) {
        option->palette.setColor(QPalette::Text, text);
        option->palette.setColor(QPalette::HighlightedText, text);
    };
    option->textElideMode = Qt::ElideMiddle;
    if (const QVariant trouble = index.data(Model::TroubleRole); trouble.isValid()) {
        const auto weight = static_cast<Weight>(trouble.toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(iconOf(weight));
        option->decorationSize = QSize(16, 16);
        colour(weight == Weight::Warning ? colours.warning : colours.error);
    } else if (index.data(Model::HolderRole).toBool()) {
        colour(colours.secondaryText);
    }
}

void ResolvedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() == Model::FromColumn)
        paintFrom(painter, option, index);
    else
        QStyledItemDelegate::paint(painter, option, index);
}

// The card and its line, the latter as a link.
void ResolvedDelegate::paintFrom(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    QFont font = option.font;
    font.setBold(index.data(Model::OwnRole).toBool());
    const QFontMetrics metrics(font);
    const QString line = index.data(Model::LineRole).toString();
    QRect area = option.rect.adjusted(6, 0, -4, 0);
    QColor text = option.palette.color(QPalette::Text);
    if (const QVariant trouble = index.data(Model::MarkRole); trouble.isValid()) {
        const QRect mark(area.left(), area.center().y() - 7, 16, 16);
        m_theme.icon(iconOf(static_cast<Weight>(trouble.toInt()))).paint(painter, mark);
        area.setLeft(mark.right() + 4);
        text = m_theme.colours().error;
    }
    const int lineWidth = option.fontMetrics.horizontalAdvance(line) + 4;
    const QString card =
        metrics.elidedText(index.data(Model::CardRole).toString(), Qt::ElideMiddle, area.width() - lineWidth);
    painter->save();
    painter->setFont(font);
    painter->setPen(text);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, card);
    painter->setFont(option.font);
    painter->setPen(m_theme.colours().link);
    painter->drawText(area.adjusted(metrics.horizontalAdvance(card) + 4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      line);
    painter->restore();
}

} // namespace fairlead::ui
