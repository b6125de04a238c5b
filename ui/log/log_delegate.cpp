// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_delegate.h"

#include "ui/log/log_model.h"
#include "ui/theme/style_drawing.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int foldWidth = 14;
constexpr int margin = 4;
constexpr int exceptionIndent = 30;
constexpr int frameIndent = 46;
constexpr qsizetype paintedLength = 1'000; // characters; no screen shows more

const LogModel& modelOf(const QModelIndex& index) { return *qobject_cast<const LogModel*>(index.model()); }

const char* iconOf(LogLevel level) {
    static constexpr const char* names[] = {"debug", "info", "warning", "error", "stops-load"};
    return names[static_cast<int>(level)];
}

/// Paints one part of a line after another, as far as there is room.
class LinePainter {
public:
    LinePainter(QPainter& painter, QRect rect) : m_painter(painter), m_rect(rect) {}

    void text(const QString& text, const QColor& colour, const QFont& font, int gap = 0) {
        m_rect.setLeft(m_rect.left() + gap);
        if (m_rect.width() <= 0 || text.isEmpty())
            return;
        m_painter.setFont(font);
        m_painter.setPen(colour);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text.left(paintedLength), Qt::ElideRight, m_rect.width());
        m_painter.drawText(m_rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        m_rect.setLeft(m_rect.left() + metrics.horizontalAdvance(shown));
    }

private:
    QPainter& m_painter;
    QRect m_rect;
};

} // namespace

LogDelegate::LogDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void LogDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the row is marked as a whole
    const LogModel& model = modelOf(index);
    if (model.kind(index.row()) != LogModel::RowKind::Record)
        return;
    if (index.column() == LogModel::Level) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(QLatin1String(iconOf(model.record(index.row()).level)));
        option->decorationSize = QSize(16, 16);
    } else if (index.column() == LogModel::Time && !option->state.testFlag(QStyle::State_Selected)) {
        option->palette.setColor(QPalette::Text, m_theme.colours().secondaryText);
    }
}

void LogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() != LogModel::Text) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    if (modelOf(index).kind(index.row()) == LogModel::RowKind::TraceLine)
        paintTraceLine(*painter, option, index);
    else
        paintText(*painter, option, index);
    painter->restore();
}

void LogDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Colours& colours = m_theme.colours();
    const LogModel& model = modelOf(index);
    const QColor text = option.state.testFlag(QStyle::State_Selected) ? colours.selectedText : colours.text;
    const QColor secondary = option.state.testFlag(QStyle::State_Selected) ? text : colours.secondaryText;
    LinePainter line(painter, option.rect.adjusted(margin + foldWidth, 0, -margin, 0));
    if (model.kind(index.row()) == LogModel::RowKind::Dropped) {
        QFont font(option.font);
        font.setItalic(true);
        line.text(model.droppedText(), secondary, font);
        return;
    }
    const LogRecord& record = model.record(index.row());
    const bool isUnfolded = model.isUnfolded(index.row());
    if (const QRect fold = foldRect(option.rect, index); !fold.isEmpty())
        drawChevron(&painter, fold, isUnfolded ? Chevron::Down : Chevron::Right, secondary, 7.5);
    QFont font(option.font);
    font.setBold(isUnfolded);
    if (record.isPrinted)
        line.text(tr("printed: "), secondary, option.font);
    line.text(record.text, text, font);
    if (!isUnfolded)
        line.text(record.summary(), secondary, option.font, 10);
}

void LogDelegate::paintTraceLine(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const Colours& colours = m_theme.colours();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = isSelected ? colours.selectedText : colours.text;
    const QColor secondary = isSelected ? text : colours.secondaryText;
    const LogTraceLine& trace = modelOf(index).traceLine(index.row());
    const QFont fixed = Theme::fixedFont();
    const bool isFrame = trace.kind == LogTraceLine::Kind::Frame;
    LinePainter line(painter, option.rect.adjusted(isFrame ? frameIndent : exceptionIndent, 0, -margin, 0));
    if (!isFrame) {
        line.text(trace.text, text, fixed);
        return;
    }
    line.text(trace.placeText(), isSelected ? text : colours.link, fixed);
    const int gap = QFontMetrics(fixed).horizontalAdvance(u' ');
    if (!trace.function.isEmpty())
        line.text(tr("in %1").arg(trace.function), secondary, option.font, trace.file.isEmpty() ? 0 : gap);
    line.text(trace.text, text, fixed, 3 * gap);
}

QRect LogDelegate::foldRect(const QRect& cell, const QModelIndex& index) const {
    if (index.column() != LogModel::Text || !modelOf(index).isFoldable(index.row()))
        return {};
    return {cell.left() + margin - 2, cell.top(), foldWidth, cell.height()};
}

QRect LogDelegate::placeRect(const QRect& cell, const QModelIndex& index) const {
    const LogModel& model = modelOf(index);
    if (index.column() != LogModel::Text || model.kind(index.row()) != LogModel::RowKind::TraceLine)
        return {};
    const QString place = model.traceLine(index.row()).placeText();
    if (place.isEmpty())
        return {};
    const int width = QFontMetrics(Theme::fixedFont()).horizontalAdvance(place);
    return {cell.left() + frameIndent, cell.top(), std::min(width, cell.width() - frameIndent), cell.height()};
}

} // namespace fairlead::ui
