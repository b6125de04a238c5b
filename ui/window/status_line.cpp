// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/detail/elided_label.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int leastMilliseconds = 4000;
constexpr int millisecondsPerLetter = 60;

} // namespace

StatusLine::StatusLine(const Theme& theme, QWidget* parent)
    : QStatusBar(parent), m_theme(theme), m_message(new ElidedLabel(Qt::ElideMiddle)), m_silence(new QTimer(this)),
      m_position(addLabel(tr("Position"), false)), m_version(addLabel(tr("YAML version"), false)),
      m_saved(addLabel(tr("Saved state"), false)), m_verdict(new QToolButton),
      m_unsaved(addLabel(tr("Unsaved files"), true)), m_counts(nullptr), m_time(nullptr) {
    setSizeGripEnabled(false);
    setContentsMargins(2, 1, 2, 0);
    insertWidget(0, m_message, 1);
    m_message->setContentsMargins(6, 0, 6, 0);
    m_message->hide();
    m_silence->setSingleShot(true);
    connect(m_silence, &QTimer::timeout, this, &StatusLine::updateShown);
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
    if (m_isAboutHere && position != m_position->text())
        m_silence->stop();
    m_position->setText(position);
    m_version->setText(version);
    m_saved->setText(modified ? QStringLiteral("● ") + saved : saved);
    m_isModified = modified;
    updateShown();
}

void StatusLine::updateShown() {
    const bool isSaying = m_silence->isActive();
    m_message->setVisible(isSaying);
    for (QLabel* label : {m_position, m_version, m_saved})
        label->setVisible(!isSaying && !label->text().isEmpty());
    m_unsaved->setVisible(m_unsavedCount > (m_isModified ? 1 : 0));
}

void StatusLine::setUnsaved(int count, const QString& toolTip) {
    m_unsavedCount = count;
    m_unsaved->setText(tr("● %n file(s) unsaved", nullptr, count));
    m_unsaved->setToolTip(toolTipOf(toolTip));
    updateShown();
}

void StatusLine::sayHere(const QString& text) {
    say(text);
    m_isAboutHere = true;
}

void StatusLine::say(const QString& text) {
    m_isAboutHere = false;
    m_message->setText(text);
    m_message->setAccessibleName(text);
    m_silence->start(leastMilliseconds +
                     millisecondsPerLetter * static_cast<int>(std::min<qsizetype>(text.size(), 500)));
    updateShown();
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString StatusLine::message() const { return m_silence->isActive() ? m_message->text() : QString(); }

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
    for (QLabel* label : {m_position, m_version, m_saved, m_unsaved, m_counts, m_time})
        if (label)
            label->setFont(small);
}

void StatusLine::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateFonts();
}

} // namespace fairlead::ui
