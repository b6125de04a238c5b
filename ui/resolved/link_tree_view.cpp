// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/link_tree_view.h"

#include "ui/resolved/resolved_delegate.h"
#include "ui/resolved/resolved_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace fairlead::ui {

LinkTreeView::LinkTreeView(int linkColumn, const Theme& theme, QWidget* parent)
    : QTreeView(parent), m_linkColumn(linkColumn) {
    setItemDelegate(new ResolvedDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setProperty("rowHeight", 24);
    setMouseTracking(true);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == m_linkColumn)
            emit linkFollowed(index);
    });
}

void LinkTreeView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        emit linkFollowed(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void LinkTreeView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isLink = index.column() == m_linkColumn && !index.data(ResolvedModel::LineRole).toString().isEmpty();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LinkTreeView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        emit widthChanged();
}

} // namespace fairlead::ui
