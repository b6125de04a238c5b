// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/link_tree_view.h"

#include "ui/resolved/resolved_delegate.h"
#include "ui/resolved/resolved_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {
constexpr int mostHeight = 2000;
}

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
        if (isOnLink(index, m_released))
            emit linkFollowed(index);
    });
    connect(this, &QTreeView::expanded, this, &LinkTreeView::updateGeometry);
    connect(this, &QTreeView::collapsed, this, &LinkTreeView::updateGeometry);
}

QSize LinkTreeView::sizeHint() const { return {QTreeView::sizeHint().width(), minimumSizeHint().height()}; }

int LinkTreeView::heightOfRows() const {
    int height = header()->sizeHint().height();
    QModelIndex index = model() ? model()->index(0, 0) : QModelIndex();
    for (; index.isValid() && height < mostHeight; index = indexBelow(index))
        height += rowHeight(index);
    return std::min(height, mostHeight);
}

bool LinkTreeView::isOnLink(const QModelIndex& index, const QPoint& position) const {
    if (index.column() != m_linkColumn || !m_isEditable)
        return index.column() == m_linkColumn;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    const auto* delegate = qobject_cast<const ResolvedDelegate*>(itemDelegate());
    return delegate != nullptr && delegate->linkRect(option, index).contains(position);
}

void LinkTreeView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex current = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool edits = m_isEditable && (event->key() == Qt::Key_F2 || (isEnter && current.column() == m_linkColumn));
    if (state() == EditingState) // what the editor leaves of its keys
        event->accept();
    else if (current.isValid() && edits)
        emit editAsked(current.siblingAtColumn(m_linkColumn));
    else if (current.isValid() && isEnter)
        emit linkFollowed(current);
    else
        QTreeView::keyPressEvent(event);
}

void LinkTreeView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isLink =
        isOnLink(index, event->position().toPoint()) && !index.data(ResolvedModel::LineRole).toString().isEmpty();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LinkTreeView::mouseReleaseEvent(QMouseEvent* event) {
    m_released = event->position().toPoint();
    QTreeView::mouseReleaseEvent(event);
    // Not before: a list that opens under the mouse would take the release for a choice.
    const QPersistentModelIndex doubleClicked = std::exchange(m_doubleClicked, {});
    if (doubleClicked.isValid() && doubleClicked == indexAt(m_released))
        emit editAsked(doubleClicked);
}

void LinkTreeView::mouseDoubleClickEvent(QMouseEvent* event) {
    QTreeView::mouseDoubleClickEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const bool edits = m_isEditable && event->button() == Qt::LeftButton && index.column() == m_linkColumn;
    m_doubleClicked = edits && !isOnLink(index, position) ? index : QModelIndex();
}

void LinkTreeView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        emit widthChanged();
}

} // namespace fairlead::ui
