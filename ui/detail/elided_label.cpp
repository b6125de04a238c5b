// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/elided_label.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace fairlead::ui {

namespace {

constexpr int iconSide = 16;
constexpr int iconGap = 8;

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

} // namespace

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget* parent) : QWidget(parent), m_mode(mode) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    if (std::exchange(m_text, text) == text)
        return;
    setAccessibleName(text);
    updateGeometry();
    updateToolTip();
    update();
}

void ElidedLabel::setIcon(const QIcon& icon) {
    const bool had = !m_icon.isNull();
    m_icon = icon;
    if (had == icon.isNull())
        updateGeometry();
    update();
}

void ElidedLabel::setExplanation(const QString& text) {
    m_explanation = text;
    updateToolTip();
}

void ElidedLabel::setBoldEnd(qsizetype characters) {
    m_boldEnd = characters;
    updateGeometry();
    update();
}

void ElidedLabel::setLeastWidth(int width) {
    m_leastWidth = width;
    updateGeometry();
}

int ElidedLabel::boldWidth() const { return QFontMetrics(boldOf(font())).horizontalAdvance(m_text.right(m_boldEnd)); }

int ElidedLabel::textWidth() const {
    return fontMetrics().horizontalAdvance(m_text.left(m_text.size() - m_boldEnd)) + boldWidth();
}

int ElidedLabel::iconWidth() const { return m_icon.isNull() ? 0 : iconSide + iconGap; }

QSize ElidedLabel::sizeHint() const {
    return {textWidth() + iconWidth() + 1, std::max(fontMetrics().height(), iconSide)};
}

QSize ElidedLabel::minimumSizeHint() const { return {std::min(m_leastWidth, sizeHint().width()), sizeHint().height()}; }

// The plain part gives way first, then the bold one.
ElidedLabel::Parts ElidedLabel::fitted(int width) const {
    const QFontMetrics bold(boldOf(font()));
    Parts parts{m_text.left(m_text.size() - m_boldEnd), m_text.right(m_boldEnd)};
    const int boldWidth = bold.horizontalAdvance(parts.bold);
    if (const int room = width - boldWidth; fontMetrics().horizontalAdvance(parts.plain) > room) {
        const bool some = room >= fontMetrics().horizontalAdvance(QStringLiteral("…"));
        parts.plain = some ? fontMetrics().elidedText(parts.plain, m_mode, room) : QString();
    }
    // Widths are rounded: what is left beside an elided part may be a pixel less than what was kept for the bold one.
    const int left = width - fontMetrics().horizontalAdvance(parts.plain);
    if (left + 1 < boldWidth)
        parts.bold = bold.elidedText(parts.bold, m_mode, left);
    return parts;
}

QString ElidedLabel::shownText() const {
    const Parts parts = fitted(width() - iconWidth());
    return parts.plain + parts.bold;
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int icon = iconWidth();
    const Parts parts = fitted(width() - icon);
    const int plainWidth = fontMetrics().horizontalAdvance(parts.plain);
    const int used = icon + plainWidth + QFontMetrics(boldOf(font())).horizontalAdvance(parts.bold);
    int x = m_alignment.testFlag(Qt::AlignRight) ? std::max(width() - used, 0) : 0;
    if (!m_icon.isNull())
        m_icon.paint(&painter, QRect(x, (height() - iconSide) / 2, iconSide, iconSide));
    x += icon;
    const int base = (height() - fontMetrics().height()) / 2 + fontMetrics().ascent();
    painter.setPen(palette().color(m_boldEnd > 0 ? QPalette::PlaceholderText : foregroundRole()));
    painter.drawText(x, base, parts.plain);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(boldOf(font()));
    painter.drawText(x + plainWidth, base, parts.bold);
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

void ElidedLabel::updateToolTip() {
    const bool elided = width() < sizeHint().width() || (!m_copied.isEmpty() && m_copied != m_text);
    const QString whole = m_copied.isEmpty() ? m_text : m_copied;
    QStringList lines;
    if (elided)
        lines.append(whole);
    if (!m_explanation.isEmpty())
        lines.append(m_explanation);
    setToolTip(lines.isEmpty() ? QString()
                               : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
                                     .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped()));
}

void ElidedLabel::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu;
    menu.addAction(tr("Copy"), this,
                   [this] { QGuiApplication::clipboard()->setText(m_copied.isEmpty() ? m_text : m_copied); });
    menu.exec(event->globalPos());
}

} // namespace fairlead::ui
