// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/source_text.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int marginPadding = 8;

} // namespace

class SourceText::Margin : public QWidget {
public:
    explicit Margin(SourceText& text) : QWidget(&text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_text.paintMargin(event); }

private:
    SourceText& m_text;
};

SourceText::SourceText(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent), m_theme(theme), m_margin(new Margin(*this)) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::fixedFont());
    setAccessibleName(tr("Source"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &SourceText::layOut);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect&, int) { m_margin->update(); });
    connect(&theme, &Theme::changed, this, &SourceText::updateMark);
    layOut();
}

void SourceText::markLine(int line) {
    m_marked = line;
    const QTextBlock block = document()->findBlockByNumber(std::max(line - 1, 0));
    if (block.isValid()) {
        setTextCursor(QTextCursor(block));
        centerCursor();
    }
    updateMark();
}

void SourceText::updateMark() {
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document()->findBlockByNumber(m_marked - 1));
    mark.format.setBackground(m_theme.colours().selection);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    setExtraSelections(m_marked > 0 ? QList{mark} : QList<QTextEdit::ExtraSelection>());
}

void SourceText::layOut() {
    const auto digits = QString::number(std::max(blockCount(), 99)).size();
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(digits) + 2 * marginPadding;
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_margin->setGeometry(area.left(), area.top(), width, area.height());
}

void SourceText::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    layOut();
}

void SourceText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SourceText::paintMargin(QPaintEvent* event) {
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), m_theme.colours().alternate);
    painter.setPen(m_theme.colours().secondaryText);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && place.top() <= event->rect().bottom()) {
        painter.drawText(QRectF(0, place.top(), m_margin->width() - marginPadding, place.height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
        block = block.next();
        place = blockBoundingGeometry(block).translated(contentOffset());
    }
}

} // namespace fairlead::ui
