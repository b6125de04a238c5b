// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/right_dock.h"

#include <QAction>
#include <QCloseEvent>
#include <QMainWindow>
#include <QStackedWidget>

#include <cstdlib>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr int leastWidth = 200;
constexpr int mostAdrift = 8;

} // namespace

RightDock::RightDock(QWidget* parent)
    : QDockWidget(parent), m_panels(new QStackedWidget), m_wantedAction(new QAction(tr("&Details"), this)) {
    setObjectName(QStringLiteral("rightDock"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setWidget(m_panels);
    m_wantedAction->setCheckable(true);
    m_wantedAction->setChecked(true);
    m_wantedAction->setToolTip(tr("What goes with the page: the resolved card, or what uses an architecture"));
    connect(m_wantedAction, &QAction::toggled, this, &RightDock::setWanted);
}

void RightDock::addPanel(QWidget* panel, const QString& title, int width) {
    panel->setMinimumWidth(leastWidth);
    m_panels->addWidget(panel);
    m_widths.insert(panel, width);
    m_titles.insert(panel, title);
}

void RightDock::setPanelTitle(QWidget* panel, const QString& title) {
    m_titles.insert(panel, title);
    if (m_panels->currentWidget() == panel)
        setWindowTitle(title);
}

void RightDock::showPanel(QWidget* panel) {
    QWidget* before = m_lastPanel;
    // What it was given is never quite what it gets: only another width is somebody's wish.
    if (before && isVisible() && !isFloating() && std::abs(width() - m_widths[before]) > mostAdrift)
        m_widths[before] = width();
    m_hasPanel = panel != nullptr;
    if (panel) {
        m_panels->setCurrentWidget(panel);
        setWindowTitle(m_titles.value(panel));
    }
    update();
    auto* window = qobject_cast<QMainWindow*>(parentWidget());
    if (window && panel && panel != before && !std::exchange(m_isWidthKept, false))
        window->resizeDocks({this}, {m_widths.value(panel)}, Qt::Horizontal);
    m_lastPanel = panel ? panel : before;
}

void RightDock::focusPanel() {
    if (m_hasPanel)
        m_panels->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void RightDock::setWanted(bool wanted) {
    m_wanted = wanted;
    m_wantedAction->setChecked(wanted);
    update();
}

void RightDock::update() { setVisible(m_wanted && m_hasPanel); }

void RightDock::closeEvent(QCloseEvent* event) {
    QDockWidget::closeEvent(event);
    setWanted(false);
}

} // namespace fairlead::ui
