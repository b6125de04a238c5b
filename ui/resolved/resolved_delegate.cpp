// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/resolved_delegate.h"

#include "ui/resolved/resolved_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

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

ResolvedDelegate::Cell ResolvedDelegate::cellOf(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Cell cell;
    cell.font = option.font;
    cell.font.setBold(index.data(Model::OwnRole).toBool());
    cell.area = option.rect.adjusted(6, 0, -4, 0);
    if (index.data(Model::MarkRole).isValid()) {
        cell.mark = QRect(cell.area.left(), cell.area.center().y() - 7, 16, 16);
        cell.area.setLeft(cell.mark.right() + 4);
    }
    const QFontMetrics metrics(cell.font);
    const int line = QFontMetrics(option.font).horizontalAdvance(index.data(Model::LineRole).toString()) + 4;
    cell.card = metrics.elidedText(index.data(Model::CardRole).toString(), Qt::ElideMiddle, cell.area.width() - line);
    cell.cardWidth = metrics.horizontalAdvance(cell.card) + 4;
    return cell;
}

QRect ResolvedDelegate::linkRect(const QStyleOptionViewItem& given, const QModelIndex& index) const {
    const QString line = index.data(Model::LineRole).toString();
    if (line.isEmpty())
        return {};
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Cell cell = cellOf(option, index);
    QRect rect = cell.area.adjusted(cell.cardWidth - 2, 0, 0, 0);
    rect.setWidth(std::min(rect.width(), QFontMetrics(option.font).horizontalAdvance(line) + 4));
    return rect;
}

// The card and its line, the latter as a link.
void ResolvedDelegate::paintFrom(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const Cell cell = cellOf(option, index);
    QColor text = option.palette.color(QPalette::Text);
    if (!cell.mark.isEmpty()) {
        m_theme.icon(iconOf(static_cast<Weight>(index.data(Model::MarkRole).toInt()))).paint(painter, cell.mark);
        text = m_theme.colours().error;
    }
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(text);
    painter->drawText(cell.area, Qt::AlignVCenter | Qt::AlignLeft, cell.card);
    painter->setFont(option.font);
    painter->setPen(m_theme.colours().link);
    painter->drawText(cell.area.adjusted(cell.cardWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      index.data(Model::LineRole).toString());
    painter->restore();
}

} // namespace fairlead::ui
