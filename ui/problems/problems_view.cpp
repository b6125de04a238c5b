// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_view.h"

#include "ui/problems/problems_delegate.h"
#include "ui/problems/problems_model.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace fairlead::ui {

using Model = ProblemsModel;

ProblemsView::ProblemsView(const Theme& theme, QWidget* parent) : QTreeView(parent), m_theme(theme) {
    setItemDelegate(new ProblemsDelegate(theme, this));
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setProperty("rowHeight", 24);
    setAccessibleName(tr("Problems"));
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!isProblemLink(index))
            emit rowActivated(index);
    });
}

void ProblemsView::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    fitColumns();
}

// The message takes what the others leave.
void ProblemsView::fitColumns() {
    if (model() == nullptr || header()->count() < Model::ColumnCount)
        return;
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    const int severity = fontMetrics().horizontalAdvance(tr("fairseq2 says:")) + 32;
    const int spare = viewport()->width() - 78 * em; // of a narrow table there is none; the rule's name gets it first
    const int shortest = fontMetrics().horizontalAdvance(QStringLiteral("FS000…")) + 12;
    const int rule = std::clamp(shortest + spare / 2, shortest, 17 * em);
    const int where = std::clamp(12 * em + spare / 8, 12 * em, 15 * em);
    const int fix = 11 * em;
    header()->resizeSection(Model::SeverityColumn, severity);
    header()->resizeSection(Model::RuleColumn, rule);
    header()->resizeSection(Model::WhereColumn, where);
    header()->resizeSection(Model::FixColumn, fix);
    header()->resizeSection(Model::MessageColumn,
                            std::max(viewport()->width() - severity - rule - where - fix, 16 * em));
}

void ProblemsView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitColumns();
}

void ProblemsView::rowsInserted(const QModelIndex& parent, int start, int end) {
    QTreeView::rowsInserted(parent, start, end);
    if (!parent.isValid())
        for (int row = start; row <= end; ++row)
            if (model()->hasChildren(model()->index(row, 0)))
                setExpanded(model()->index(row, 0), true);
}

void ProblemsView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QTreeView::drawRow(painter, option, index);
    painter->save();
    painter->setPen(m_theme.colours().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.data(Model::KindRole).toInt() == static_cast<int>(Model::RowKind::Says)) {
        // Over the empty cells, since the words are long.
        const QString says = index.siblingAtColumn(Model::MessageColumn).data().toString();
        const int left = header()->sectionViewportPosition(Model::MessageColumn);
        const QRect area = QRect(left, option.rect.top(), viewport()->width() - left, option.rect.height() - 1);
        const bool selected = selectionModel()->isRowSelected(index.row(), index.parent());
        painter->fillRect(area, palette().color(selected ? QPalette::Highlight : QPalette::Base));
        painter->setPen(m_theme.colours().secondaryText);
        const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1; // as cells have it
        painter->drawText(area.adjusted(margin, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          fontMetrics().elidedText(says, Qt::ElideRight, area.width() - 2 * margin));
    }
    painter->restore();
}

void ProblemsView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    const bool link = isProblemLink(indexAt(event->position().toPoint()));
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ProblemsView::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex pressed = currentIndex();
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !isProblemLink(index) || pressed.row() != index.row() ||
        pressed.parent() != index.parent())
        return;
    if (index.column() == Model::FixColumn)
        emit fixClicked(index);
    else
        emit rowActivated(index);
}

void ProblemsView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ProblemsView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    emit menuWanted(index, byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace fairlead::ui
