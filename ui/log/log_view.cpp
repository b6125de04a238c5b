// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_view.h"

#include "ui/log/log_delegate.h"
#include "ui/log/log_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int leastRowHeight = 20;

} // namespace

LogView::LogView(LogModel& model, const Theme& theme, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new LogDelegate(theme, this)) {
    // Another row gets the cursor when its own goes, which is nothing to scroll to. The selection hears of it after
    // this.
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { setAutoScroll(false); });
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setAccessibleName(tr("Log records"));
    setMouseTracking(true);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(20);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    measure();
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        setAutoScroll(true);
        keepPlace(first, first - last - 1);
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { keepPlace(first, last - first + 1); });
}

void LogView::keepPlace(int first, int added) {
    QScrollBar* bar = verticalScrollBar(); // rows are its unit
    if (first >= bar->value())
        return;
    m_keepingPlace = true;
    bar->setValue(std::max(0, bar->value() + added));
    m_keepingPlace = false;
}

void LogView::measure() {
    const QFontMetrics metrics(font());
    verticalHeader()->setDefaultSectionSize(std::max(leastRowHeight, metrics.height() + 4));
    setColumnWidth(LogModel::Time, metrics.horizontalAdvance(QStringLiteral("00:00:00.000")) + 16);
    setColumnWidth(LogModel::Level, metrics.horizontalAdvance(levelText(LogLevel::Warning)) + 40);
    setColumnWidth(LogModel::Origin, metrics.horizontalAdvance(QStringLiteral("lab_tokenizers_")) + 16);
}

void LogView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

QModelIndex LogView::textIndex(const QModelIndex& index) const { return index.siblingAtColumn(LogModel::Text); }

bool LogView::isOnPlace(const QPoint& position, const QModelIndex& index) const {
    return index.isValid() && m_delegate->placeRect(visualRect(index), index).contains(position);
}

void LogView::activate(const QModelIndex& index) {
    if (!index.isValid())
        return;
    if (m_model.kind(index.row()) == LogModel::RowKind::TraceLine) {
        if (const LogTraceLine& line = m_model.traceLine(index.row()); !line.file.isEmpty())
            emit placeActivated(line.file, line.line);
    } else {
        m_model.setUnfolded(index.row(), !m_model.isUnfolded(index.row()));
    }
}

void LogView::goToRow(int row) {
    const QModelIndex index = m_model.index(std::clamp(row, 0, m_model.rowCount() - 1), LogModel::Text);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void LogView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex current = textIndex(currentIndex());
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!current.isValid() || !isPlain) {
        QTableView::keyPressEvent(event);
        return;
    }
    const int row = current.row();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(current);
        return;
    case Qt::Key_Right:
        m_model.setUnfolded(row, true);
        return;
    case Qt::Key_Left:
        if (m_model.kind(row) == LogModel::RowKind::TraceLine)
            goToRow(m_model.rowOf(m_model.number(row)));
        else
            m_model.setUnfolded(row, false);
        return;
    case Qt::Key_Home:
        goToRow(0);
        return;
    case Qt::Key_End:
        goToRow(m_model.rowCount() - 1);
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    m_pressed = QPersistentModelIndex();
    if (event->button() == Qt::LeftButton && index.isValid() &&
        m_delegate->foldRect(visualRect(index), index).contains(event->pos())) {
        activate(index);
        return;
    }
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isOnPlace(event->pos(), index))
        m_pressed = index;
    QTableView::mousePressEvent(event);
}

void LogView::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool isClick = m_pressed.isValid() && m_pressed == index && isOnPlace(event->pos(), index);
    m_pressed = QPersistentModelIndex();
    if (isClick)
        activate(index);
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || m_delegate->foldRect(visualRect(index), index).contains(event->pos()))
        return mousePressEvent(event); // two clicks on a fold are two
    QTableView::mouseDoubleClickEvent(event);
    if (m_model.isFoldable(index.row()))
        activate(index);
}

void LogView::mouseMoveEvent(QMouseEvent* event) {
    QTableView::mouseMoveEvent(event);
    viewport()->setCursor(isOnPlace(event->pos(), indexAt(event->pos())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace fairlead::ui
