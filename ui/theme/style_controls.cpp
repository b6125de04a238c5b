// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/style_drawing.h"

#include <QStyleOption>

#include <algorithm>

// Buttons, lines, boxes to check and to choose from, scroll bars.

namespace fairlead::ui {

namespace {

QColor pressedGround(const QColor& ground, const QColor& text, QStyle::State state) {
    if (!(state & QStyle::State_Enabled))
        return ground;
    if (state & QStyle::State_Sunken)
        return mixed(ground, text, 0.12);
    if (state & QStyle::State_MouseOver)
        return mixed(ground, text, 0.05);
    return ground;
}

} // namespace

void Style::drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget*) const {
    const State state = option->state;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool isFlat = button && button->features & QStyleOptionButton::Flat;
    const bool isOn = state & State_On && state & State_Enabled;
    const bool isAccented = state & State_Enabled && (state & State_HasFocus ||
                                                      (button && button->features & QStyleOptionButton::DefaultButton));
    if (isFlat && !isOn && !isAccented && !(state & (State_Sunken | State_MouseOver)))
        return;
    const QColor ground = isOn ? m_colours->selection : state & State_Enabled ? m_colours->control : m_colours->window;
    const QColor line = isAccented || isOn         ? m_colours->accent
                        : !(state & State_Enabled) ? m_colours->line
                                                   : m_colours->controlLine;
    drawRoundedPanel(painter, option->rect, pressedGround(ground, m_colours->text, state), line, isAccented ? 2 : 1);
}

bool Style::drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button || button->icon.isNull() || button->text.isEmpty() || button->features & QStyleOptionButton::HasMenu)
        return false;
    constexpr int gap = 7;
    const bool isEnabled = button->state & State_Enabled;
    int flags = static_cast<int>(Qt::AlignCenter) | Qt::TextShowMnemonic | Qt::TextSingleLine;
    if (!proxy()->styleHint(SH_UnderlineShortcut, option, widget))
        flags |= Qt::TextHideMnemonic;
    const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const QRect rect = button->rect;
    const int whole = button->iconSize.width() + gap + textWidth;
    const int left = rect.left() + std::max(4, (rect.width() - whole) / 2);
    const QRect icon(QPoint(left, rect.center().y() - button->iconSize.height() / 2 + 1), button->iconSize);
    const QRect text(icon.right() + 1 + gap, rect.top(), std::min(textWidth, rect.right() - icon.right() - gap),
                     rect.height());
    button->icon.paint(painter, visualRect(button->direction, rect, icon), Qt::AlignCenter,
                       isEnabled ? QIcon::Normal : QIcon::Disabled, button->state & State_On ? QIcon::On : QIcon::Off);
    drawItemText(painter, visualRect(button->direction, rect, text), flags, button->palette, isEnabled, button->text,
                 QPalette::ButtonText);
    return true;
}

void Style::drawToolPanel(const QStyleOption* option, QPainter* painter) const {
    const State state = option->state;
    const bool isOn = state & State_On && state & State_Enabled;
    if (state & State_AutoRaise) {
        if (isOn)
            drawRoundedPanel(painter, option->rect, m_colours->selection, m_colours->accent, 1);
        else if (state & State_Enabled && state & (State_Sunken | State_MouseOver))
            drawRoundedPanel(painter, option->rect, mixed(m_colours->window, m_colours->text, 0.08), QColor(), 0);
        return;
    }
    const QColor ground = isOn ? m_colours->selection : state & State_Enabled ? m_colours->control : m_colours->window;
    const QColor line = isOn || state & State_HasFocus ? m_colours->accent : m_colours->controlLine;
    drawRoundedPanel(painter, option->rect, pressedGround(ground, m_colours->text, state), line, 1);
}

void Style::drawLinePanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const QColor ground = option->palette.color(QPalette::Base);
    if (!frame || frame->lineWidth <= 0) {
        painter->fillRect(option->rect, ground);
        return;
    }
    const bool hasFocus = option->state & State_HasFocus;
    const bool isFaulty = widget && widget->property("faulty").toBool();
    const QColor line = isFaulty ? m_colours->error : hasFocus ? m_colours->accent : m_colours->controlLine;
    drawRoundedPanel(painter, option->rect, ground, line, hasFocus || isFaulty ? 2 : 1);
}

void Style::drawBranch(const QStyleOption* option, QPainter* painter, const QWidget*) const {
    if (!(option->state & State_Children))
        return;
    const Chevron direction = option->state & State_Open             ? Chevron::Down
                              : option->direction == Qt::RightToLeft ? Chevron::Left
                                                                     : Chevron::Right;
    drawChevron(painter, option->rect, direction, m_colours->secondaryText, 7.5);
}

void Style::drawCheckBox(const QStyleOption* option, QPainter* painter) const {
    const State state = option->state;
    const int side = std::min({option->rect.width(), option->rect.height(), 14});
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const bool isFilled = state & (State_On | State_NoChange);
    const QColor fill = !(state & State_Enabled) ? m_colours->disabledText : m_colours->accent;
    drawRoundedPanel(painter, box, isFilled ? fill : m_colours->base,
                     isFilled || state & State_HasFocus ? fill : m_colours->controlLine, 1);
    if (!isFilled)
        return;
    const PainterKeeper keep(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_colours->base, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corner = box.topLeft();
    if (state & State_NoChange)
        painter->drawLine(corner + QPointF(side * 0.25, side * 0.5), corner + QPointF(side * 0.75, side * 0.5));
    else
        painter->drawPolyline(
            QPolygonF({corner + QPointF(side * 0.22, side * 0.52), corner + QPointF(side * 0.42, side * 0.72),
                       corner + QPointF(side * 0.78, side * 0.3)}));
}

void Style::drawRadioButton(const QStyleOption* option, QPainter* painter) const {
    const PainterKeeper keep(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isOn = option->state & State_On;
    const QColor fill = !(option->state & State_Enabled) ? m_colours->disabledText : m_colours->accent;
    const qreal radius = std::min({option->rect.width(), option->rect.height(), 14}) / 2.0 - 0.5;
    const QPointF center = QRectF(option->rect).center();
    painter->setPen(QPen(isOn ? fill : m_colours->controlLine, 1));
    painter->setBrush(isOn ? fill : m_colours->base);
    painter->drawEllipse(center, radius, radius);
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_colours->base);
        painter->drawEllipse(center, radius * 0.4, radius * 0.4);
    }
}

void Style::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (!box)
        return;
    const bool hasFocus = option->state & State_HasFocus && option->state & State_Enabled;
    const QColor ground = !(option->state & State_Enabled) ? m_colours->window
                          : box->editable                  ? m_colours->base
                                                           : m_colours->control;
    if (box->frame)
        drawRoundedPanel(painter, option->rect,
                         box->editable ? ground : pressedGround(ground, m_colours->text, option->state),
                         hasFocus ? m_colours->accent : m_colours->controlLine, hasFocus ? 2 : 1);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, Chevron::Down,
                option->state & State_Enabled ? m_colours->secondaryText : m_colours->disabledText, 7);
}

QRect Style::scrollBarRect(const QStyleOptionComplex* option, SubControl part) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar)
        return {};
    constexpr int shortest = 24;
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int slider = length;
    if (range > 0)
        slider =
            std::clamp(static_cast<int>(qint64(length) * bar->pageStep / std::max<qint64>(1, range + bar->pageStep)),
                       std::min(shortest, length), length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto span = [&](int from, int size) {
        const QRect rect = isHorizontal ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                                        : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return span(0, length);
    case SC_ScrollBarSlider:
        return span(start, slider);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + slider, length - start - slider);
    default:
        return {};
    }
}

void Style::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget*) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar)
        return;
    painter->fillRect(option->rect, m_colours->alternate);
    if (bar->maximum == bar->minimum)
        return;
    const bool isActive = option->activeSubControls & SC_ScrollBarSlider;
    const QColor colour = isActive && option->state & State_Sunken ? m_colours->secondaryText
                          : isActive && option->state & State_MouseOver
                              ? mixed(m_colours->controlLine, m_colours->secondaryText, 0.5)
                              : m_colours->controlLine;
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const QRectF slider =
        QRectF(scrollBarRect(option, SC_ScrollBarSlider))
            .adjusted(isHorizontal ? 1 : 3, isHorizontal ? 3 : 1, isHorizontal ? -1 : -3, isHorizontal ? -3 : -1);
    const PainterKeeper keep(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(slider, 3, 3);
}

} // namespace fairlead::ui
