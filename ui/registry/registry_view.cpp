// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_view.h"

#include "ui/registry/registry_delegate.h"
#include "ui/registry/registry_model.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace fairlead::ui {

RegistryView::RegistryView(const Theme& theme, QWidget* parent) : QTreeView(parent), m_theme(theme) {
    setItemDelegate(new RegistryDelegate(theme, this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerItem);
    setAutoExpandDelay(600);
    connect(this, &QTreeView::clicked, this, &RegistryView::rowChosen);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void RegistryView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (static_cast<RowKind>(index.data(RegistryModel::KindRole).toInt()) == RowKind::Section) {
        const QRect& rect = option.rect;
        painter->fillRect(rect, m_theme.colours().alternate);
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), m_theme.colours().line);
    }
    QTreeView::drawRow(painter, option, index);
}

void RegistryView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        emit rowChosen(currentIndex());
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace fairlead::ui
