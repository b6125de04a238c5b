// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/environment_label.h"

#include "ui/text/tool_tip.h"
#include "ui/theme/style_drawing.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace fairlead::ui {

namespace {

constexpr int iconSide = 16;
constexpr int arrowSide = 12;
constexpr int margin = 9;
constexpr int gap = 7;
constexpr int wantedWidth = 372;
constexpr int widest = 620; // as wide as there is room: a width that followed the sentence would move what is beside it

} // namespace

EnvironmentLabel::EnvironmentLabel(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(160);
    setMaximumWidth(scaled(widest));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EnvironmentLabel::setState(const QString& icon, const QString& name, const QString& sentence) {
    m_icon = icon;
    m_name = name;
    m_sentence = sentence;
    updateToolTip();
    setAccessibleName(name + QStringLiteral(", ") + sentence);
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

QString EnvironmentLabel::sentence() const { return m_sentence; }

void EnvironmentLabel::setNote(const QString& note) {
    m_note = note;
    setAccessibleDescription(note);
    updateToolTip();
}

void EnvironmentLabel::updateToolTip() {
    const QString whole = m_name + QStringLiteral(", ") + m_sentence;
    setToolTip(toolTipOf(m_note.isEmpty() ? whole : whole + u'\n' + m_note));
}

// To the font's size.
int EnvironmentLabel::scaled(int width) const { return width * std::max(fontMetrics().height(), 14) / 14; }

void EnvironmentLabel::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setMaximumWidth(scaled(widest));
}

QSize EnvironmentLabel::sizeHint() const { return {scaled(wantedWidth), std::max(fontMetrics().height(), 14) + 11}; }

void EnvironmentLabel::paintEvent(QPaintEvent*) {
    const Colours& colours = m_theme.colours();
    QPainter painter(this);
    drawRoundedPanel(&painter, rect(), isDown() || underMouse() ? colours.control : colours.alternate,
                     hasFocus() ? colours.accent : colours.controlLine, 1);
    const auto place = [this](const QRect& rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    const int flags =
        static_cast<int>(isRightToLeft() ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    int left = margin;
    m_theme.icon(m_icon).paint(&painter, place(QRect(left, (height() - iconSide) / 2, iconSide, iconSide)));
    left += iconSide + gap;

    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect = place(QRect(width() - margin - arrowSide, (height() - arrowSide) / 2, arrowSide, arrowSide));
    style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
    const int end = width() - margin - arrowSide - gap;

    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    const QString name = boldMetrics.elidedText(m_name, Qt::ElideRight, std::max(0, end - left));
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(place(QRect(left, 0, boldMetrics.horizontalAdvance(name), height())), flags, name);
    left += boldMetrics.horizontalAdvance(name) + gap;

    const int room = end - left;
    if (room <= 0)
        return;
    painter.setFont(font());
    painter.setPen(colours.secondaryText);
    painter.drawText(place(QRect(left, 0, room, height())), flags,
                     fontMetrics().elidedText(m_sentence, Qt::ElideRight, room));
}

} // namespace fairlead::ui
