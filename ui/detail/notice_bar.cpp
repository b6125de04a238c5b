// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/notice_bar.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace fairlead::ui {

NoticeBar::NoticeBar(Kind kind, const Theme& theme, QWidget* parent)
    : QFrame(parent), m_kind(kind), m_theme(theme), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_buttons(new QHBoxLayout) {
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    m_buttons->setSpacing(8);
    layout->addLayout(m_buttons);
    applyTheme();
    connect(&theme, &Theme::changed, this, &NoticeBar::applyTheme);
    hide();
}

void NoticeBar::say(const QString& text, const QList<QAction*>& actions) {
    m_text->setText(text);
    setAccessibleName(text);
    if (actions != m_actions) {
        m_actions = actions;
        while (QLayoutItem* item = m_buttons->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
        for (QAction* action : actions) {
            auto* button = new QPushButton(action->text(), this);
            button->setProperty("small", true);
            button->setToolTip(action->toolTip());
            connect(button, &QPushButton::clicked, action, &QAction::trigger);
            m_buttons->addWidget(button);
        }
    }
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::setKind(Kind kind) {
    if (kind == m_kind)
        return;
    m_kind = kind;
    applyTheme();
}

void NoticeBar::applyTheme() {
    const Colours& colours = m_theme.colours();
    const bool error = m_kind == Kind::Error;
    const bool warning = m_kind == Kind::Warning;
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, error     ? colours.errorGround
                                       : warning ? colours.warningGround
                                                 : colours.infoGround);
    palette.setColor(QPalette::WindowText, colours.text);
    setPalette(palette);
    const QString icon = error ? QStringLiteral("error") : warning ? QStringLiteral("warning") : QStringLiteral("info");
    m_icon->setPixmap(m_theme.icon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace fairlead::ui
