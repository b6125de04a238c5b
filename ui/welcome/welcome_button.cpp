// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_button.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace fairlead::ui {

namespace {

constexpr int iconSide = 24;
constexpr int margin = 16;
constexpr int lineGap = 4;

} // namespace

WelcomeButton::WelcomeButton(const Theme& theme, const QString& icon, const QString& text, const QString& description,
                             QWidget* parent)
    : QCommandLinkButton(text, description, parent), m_theme(theme) {
    setIcon(theme.accentIcon(icon));
    setIconSize(QSize(iconSide, iconSide));
    setAccessibleName(text);
    setAccessibleDescription(description);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WelcomeButton::setKeys(const QString& keys) {
    m_keys = keys;
    update();
}

QFont WelcomeButton::titleFont() const {
    QFont title = font();
    title.setBold(true);
    return title;
}

QSize WelcomeButton::sizeHint() const {
    const int texts = QFontMetrics(titleFont()).height() + lineGap + fontMetrics().height();
    const int width =
        2 * margin + iconSide + margin +
        std::max(QFontMetrics(titleFont()).horizontalAdvance(text()), fontMetrics().horizontalAdvance(description()));
    return {width, std::max(66, texts + 28)};
}

QSize WelcomeButton::minimumSizeHint() const { return {240, sizeHint().height()}; }

void WelcomeButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    option.features = QStyleOptionButton::None;
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    const Colours& colours = m_theme.colours();
    const auto place = [this](const QRect& rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    const int titleHeight = QFontMetrics(titleFont()).height();
    const int top = (height() - titleHeight - lineGap - fontMetrics().height()) / 2;
    icon().paint(&painter, place(QRect(margin + 1, top, iconSide, iconSide)));

    const QFont keyFont = Theme::secondaryFont(font());
    const int keyWidth = m_keys.isEmpty() ? 0 : QFontMetrics(keyFont).horizontalAdvance(m_keys) + margin;
    const int left = margin + iconSide + margin;
    const int room = width() - left - margin;
    const int flags =
        static_cast<int>(isRightToLeft() ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    painter.setFont(titleFont());
    painter.setPen(colours.text);
    painter.drawText(place(QRect(left, top, room - keyWidth, titleHeight)), flags,
                     QFontMetrics(titleFont()).elidedText(text(), Qt::ElideRight, room - keyWidth));
    painter.setFont(font());
    painter.setPen(colours.secondaryText);
    painter.drawText(place(QRect(left, top + titleHeight + lineGap, room, fontMetrics().height())), flags,
                     fontMetrics().elidedText(description(), Qt::ElideRight, room));
    if (keyWidth > 0) {
        painter.setFont(keyFont);
        painter.drawText(
            place(QRect(width() - margin - keyWidth, top, keyWidth, titleHeight)),
            static_cast<int>(isRightToLeft() ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter),
            m_keys);
    }
}

void WelcomeButton::focusInEvent(QFocusEvent* event) {
    QCommandLinkButton::focusInEvent(event);
    update();
}

} // namespace fairlead::ui
