// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/trace_view.h"

#include "ui/extensions/trace_model.h"
#include "ui/text/shortened.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int rowHeight = 22;
constexpr int gap = 8;
constexpr int margin = 4;
constexpr qsizetype longestMessage = 4000;
constexpr int widestPlace = 360;
constexpr int widestFunction = 280;

/// What was thrown, and the whole of what it says: the cause is read without a click.
class ErrorText {
public:
    ErrorText(const QModelIndex& index, const QFont& font, const Theme& theme) {
        const QString type = index.data(TraceModel::ErrorRole).toString();
        const QString message = shortened(index.data(TraceModel::MessageRole).toString().trimmed(), longestMessage);
        const QString remark = index.data(TraceModel::RemarkRole).toString();
        QString text = type;
        for (const QString& part : {message, remark})
            if (!part.isEmpty())
                text += QStringLiteral("  ") + part;
        const auto length = [](const QString& part) { return static_cast<int>(part.size()); };
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        QTextCharFormat secondary;
        secondary.setForeground(theme.colours().secondaryText);
        m_layout.setText(text.replace(u'\n', QChar::LineSeparator));
        m_layout.setFont(font);
        m_layout.setFormats({{0, length(type), bold}, {length(text) - length(remark), length(remark), secondary}});
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
    }

    [[nodiscard]] int heightIn(int width) const {
        qreal y = 0;
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(width, 1));
            line.setPosition({0, y});
            y += line.height();
        }
        m_layout.endLayout();
        return qCeil(y);
    }

    void paint(QPainter& painter, const QRect& area) const {
        const int height = heightIn(area.width());
        m_layout.draw(&painter, QPoint(area.left(), area.top() + std::max(area.height() - height, 0) / 2));
    }

private:
    mutable QTextLayout m_layout;
};

class TraceDelegate : public QStyledItemDelegate {
public:
    TraceDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size(QStyledItemDelegate::sizeHint(option, index).width(),
                         std::max(rowHeight, option.fontMetrics.height() + 4));
        const auto* view = qobject_cast<const QTreeView*>(option.widget);
        if (view == nullptr || !index.data(TraceModel::ErrorRole).isValid())
            return size;
        const int width = view->viewport()->width() - view->indentation() - 2 * margin;
        const int text = ErrorText(index, option.font, m_theme).heightIn(width);
        return {size.width(), text + size.height() - option.fontMetrics.height()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (index.data(TraceModel::ErrorRole).isValid())
            paintError(painter, option, index);
        else
            QStyledItemDelegate::paint(painter, option, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const Colours& colours = m_theme.colours();
        if (index.data(TraceModel::ErrorRole).isValid())
            return;
        if (index.data(TraceModel::FoldRole).toBool()) {
            option->palette.setColor(QPalette::Text, colours.secondaryText);
            return;
        }
        if (index.column() != TraceModel::Function)
            option->font = Theme::fixedFont();
        if (index.column() == TraceModel::Place) {
            const bool isKnown = !index.data(TraceModel::FileRole).toString().isEmpty();
            option->textElideMode = Qt::ElideLeft;
            option->palette.setColor(QPalette::Text, isKnown ? colours.link : colours.secondaryText);
            option->palette.setColor(QPalette::HighlightedText, isKnown ? colours.link : colours.secondaryText);
        }
    }

private:
    void paintError(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        option.text.clear();
        option.font = given.font;
        const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const ErrorText text(index, given.font, m_theme);
        painter->save();
        painter->setPen(option.palette.color(QPalette::Text));
        text.paint(*painter, option.rect.adjusted(margin, 0, -margin, 0));
        painter->restore();
    }

    const Theme& m_theme;
};

} // namespace

TraceView::TraceView(const Theme& theme, QWidget* parent) : QTreeView(parent), m_model(new TraceModel(this)) {
    setModel(m_model);
    setItemDelegate(new TraceDelegate(theme, this));
    setHeaderHidden(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is cut is in the tool tip
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setAccessibleName(tr("Why the extension failed, the root cause first"));
    header()->setStretchLastSection(true);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TraceView::setExtension(const ExtensionReport& extension) {
    if (extension == m_extension)
        return;
    m_extension = extension;
    m_model->setExtension(extension);
    for (int error = 0; error < m_model->rowCount(); ++error) {
        const QModelIndex parent = m_model->index(error, 0);
        setFirstColumnSpanned(error, {}, true);
        setExpanded(parent, true);
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            if (m_model->index(row, 0, parent).data(TraceModel::FoldRole).toBool())
                setFirstColumnSpanned(row, parent, true);
    }
    fitColumns();
}

// A third of the room at least is left to the code.
void TraceView::fitColumns() {
    int room = viewport()->width() * 2 / 3;
    const auto fit = [this, &room](int column, int widest) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min({columnWidth(column) + gap, widest, room}));
        room = std::max(room - columnWidth(column), 0);
    };
    fit(TraceModel::Place, widestPlace);
    fit(TraceModel::Function, widestFunction);
}

void TraceView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    fitColumns();
    scheduleDelayedItemsLayout(); // lines are broken elsewhere
}

bool TraceView::isPlace(const QModelIndex& index) const {
    return index.isValid() && index.column() == TraceModel::Place &&
           !index.data(TraceModel::FileRole).toString().isEmpty();
}

void TraceView::activatePlace(const QModelIndex& index) {
    if (isPlace(index))
        emit placeActivated(index.data(TraceModel::FileRole).toString(), index.data(TraceModel::LineRole).toInt());
}

void TraceView::mouseReleaseEvent(QMouseEvent* event) {
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index == currentIndex())
        activatePlace(index);
}

void TraceView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    viewport()->setCursor(isPlace(indexAt(event->position().toPoint())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TraceView::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QTreeView::keyPressEvent(event);
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    if (m_model->hasChildren(row))
        setExpanded(row, !isExpanded(row));
    else
        activatePlace(currentIndex().siblingAtColumn(TraceModel::Place));
}

} // namespace fairlead::ui
