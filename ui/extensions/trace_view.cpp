// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/trace_view.h"

#include "ui/extensions/trace_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace fairlead::ui {

namespace {

constexpr int rowHeight = 22;
constexpr int gap = 8;
constexpr int widestPlace = 360;
constexpr int widestFunction = 280;

class TraceDelegate : public QStyledItemDelegate {
public:
    TraceDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(),
                std::max(rowHeight, option.fontMetrics.height() + 4)};
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
        QFont bold = given.font;
        bold.setBold(true);
        QRect area = option.rect.adjusted(4, 0, -4, 0);
        painter->save();
        painter->setPen(option.palette.color(QPalette::Text));
        const auto draw = [&](const QFont& font, const QString& text) {
            const QFontMetrics metrics(font);
            painter->setFont(font);
            const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
            painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, shown);
            area.setLeft(area.left() + metrics.horizontalAdvance(shown) + gap);
        };
        draw(bold, index.data(TraceModel::ErrorRole).toString());
        draw(given.font, index.data(TraceModel::MessageRole).toString().section(u'\n', 0, 0));
        painter->setPen(m_theme.colours().secondaryText);
        draw(given.font, index.data(TraceModel::RemarkRole).toString());
        painter->restore();
    }

    const Theme& m_theme;
};

} // namespace

TraceView::TraceView(const Theme& theme, QWidget* parent) : QTreeView(parent), m_model(new TraceModel(this)) {
    setModel(m_model);
    setItemDelegate(new TraceDelegate(theme, this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
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
    const auto fit = [this](int column, int widest) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column) + gap, widest));
    };
    fit(TraceModel::Place, widestPlace);
    fit(TraceModel::Function, widestFunction);
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
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        activatePlace(currentIndex().siblingAtColumn(TraceModel::Place));
    else
        QTreeView::keyPressEvent(event);
}

} // namespace fairlead::ui
