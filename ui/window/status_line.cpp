// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace fairlead::ui {

StatusLine::StatusLine(const Theme& theme, QWidget* parent)
    : QStatusBar(parent), m_theme(theme), m_position(addLabel(tr("Position"), false)),
      m_version(addLabel(tr("YAML version"), false)), m_saved(addLabel(tr("Saved state"), false)),
      m_verdict(new QToolButton), m_counts(nullptr), m_time(nullptr) {
    setSizeGripEnabled(false);
    setContentsMargins(2, 1, 2, 0);
    m_verdict->setAutoRaise(true);
    m_verdict->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_verdict->setProperty("small", true);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->hide();
    addPermanentWidget(m_verdict);
    m_counts = addLabel(tr("Counts"), true);
    m_time = addLabel(tr("Duration"), true);
    connect(m_verdict, &QToolButton::clicked, this, &StatusLine::verdictClicked);
    updateFonts();
}

QLabel* StatusLine::addLabel(const QString& name, bool right) {
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setContentsMargins(6, 0, 6, 0);
    label->setForegroundRole(QPalette::PlaceholderText); // the secondary text's
    label->hide();
    if (right)
        addPermanentWidget(label);
    else
        addWidget(label);
    return label;
}

void StatusLine::setText(const QString& position, const QString& version, const QString& saved, bool modified) {
    const auto show = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_position, position);
    show(m_version, version);
    show(m_saved, modified ? QStringLiteral("● ") + saved : saved);
}

void StatusLine::setVerdict(const QString& icon, const QString& text) {
    m_verdict->setIcon(m_theme.icon(icon));
    m_verdict->setText(text);
    m_verdict->setAccessibleName(text);
    m_verdict->setVisible(!text.isEmpty());
}

void StatusLine::setCounts(const QString& text) {
    m_counts->setText(text);
    m_counts->setVisible(!text.isEmpty());
}

void StatusLine::setTime(const QString& text) {
    m_time->setText(text);
    m_time->setVisible(!text.isEmpty());
}

QToolButton* StatusLine::addPanelButton(const QString& icon) {
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("small", true);
    button->setIcon(m_theme.icon(icon));
    insertWidget(m_panelButtons++, button);
    return button;
}

QString StatusLine::verdict() const { return m_verdict->text(); }

void StatusLine::updateFonts() {
    const QFont small = Theme::secondaryFont(font());
    for (QLabel* label : {m_position, m_version, m_saved, m_counts, m_time})
        if (label)
            label->setFont(small);
}

void StatusLine::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateFonts();
}

} // namespace fairlead::ui
