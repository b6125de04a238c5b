// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/banner.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QTextDocumentFragment>
#include <QToolButton>

namespace fairlead::ui {

namespace {

constexpr int iconSide = 22;
constexpr int leastWidth = 480;

} // namespace

Banner::Banner(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel), m_title(new QLabel), m_text(new QLabel),
      m_buttons(new QHBoxLayout), m_close(new QToolButton) {
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_close->setIcon(theme.icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this banner; the status bar keeps the verdict"));
    m_close->setAccessibleName(tr("Close this banner"));

    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    m_buttons->setSpacing(12);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(13, 9, 12, 10);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close);

    connect(m_text, &QLabel::linkActivated, this, &Banner::linkActivated);
    connect(m_close, &QToolButton::clicked, this, &Banner::closed);
    connect(&theme, &Theme::changed, this, &Banner::updateColours);
}

void Banner::setMessage(Tone tone, const QString& icon, const QString& title, const QString& text) {
    m_tone = tone;
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    const QString plain = QTextDocumentFragment::fromHtml(text).toPlainText();
    setAccessibleName(title);
    setAccessibleDescription(plain);
    m_text->setAccessibleName(plain);
    updateColours();
    updateGeometry();
}

QString Banner::title() const { return m_title->text(); }

QString Banner::text() const { return m_text->text(); }

QPushButton* Banner::addButton(const QString& text, const QString& icon) {
    auto* button = new QPushButton(text, this);
    if (!icon.isEmpty())
        button->setIcon(m_theme.icon(icon));
    m_buttons->addWidget(button);
    return button;
}

void Banner::updateColours() {
    m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    update();
}

// A tool bar asks for one height, not for the one that goes with a width: this is for the width there is.
QSize Banner::sizeHint() const {
    if (m_title->text().isEmpty())
        return {leastWidth, 0}; // nothing has been said yet: a window asks for this before it is shown
    const int width = std::max(window()->width(), minimumSizeHint().width());
    return {width, layout()->totalHeightForWidth(width)};
}

QSize Banner::minimumSizeHint() const {
    const int width = std::max(window()->width(), leastWidth);
    return {leastWidth, layout()->totalHeightForWidth(width)};
}

void Banner::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void Banner::paintEvent(QPaintEvent*) {
    const Colours& colours = m_theme.colours();
    const bool isError = m_tone == Tone::Error;
    const bool isWarning = m_tone == Tone::Warning;
    QPainter painter(this);
    painter.fillRect(rect(), isError ? colours.errorGround : isWarning ? colours.warningGround : colours.infoGround);
    const QColor line = isError ? colours.error : isWarning ? colours.warning : colours.info;
    painter.fillRect(QRect(0, height() - 1, width(), 1), mixed(colours.window, line, 0.7));
}

} // namespace fairlead::ui
