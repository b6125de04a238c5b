// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pane_switcher.h"

#include <QAction>
#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace fairlead::ui {

PaneSwitcher::PaneSwitcher(QWidget* window)
    : QObject(window), m_next(new QAction(tr("Ne&xt Pane"), this)),
      m_previous(new QAction(tr("Pre&vious Pane"), this)) {
    m_next->setShortcut(Qt::Key_F6);
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_F6);
    connect(m_next, &QAction::triggered, this, [this] { goRound(1); });
    connect(m_previous, &QAction::triggered, this, [this] { goRound(-1); });
}

void PaneSwitcher::add(const QString& name, QWidget* pane, std::function<void()> enter) {
    auto* action = new QAction(name, this);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(m_panes.size()))));
    connect(action, &QAction::triggered, this, [enter] { enter(); });
    m_panes.push_back({pane, std::move(enter), action});
}

QList<QAction*> PaneSwitcher::actions() const {
    QList<QAction*> actions = {m_next, m_previous};
    for (const Pane& pane : m_panes)
        actions.append(pane.action);
    return actions;
}

void PaneSwitcher::goRound(int step) {
    std::vector<const Pane*> shown;
    for (const Pane& pane : m_panes)
        if (pane.widget->isVisible())
            shown.push_back(&pane);
    if (shown.empty())
        return;
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::ranges::find_if(
        shown, [&](const Pane* pane) { return focus && (pane->widget == focus || pane->widget->isAncestorOf(focus)); });
    const auto count = static_cast<std::ptrdiff_t>(shown.size());
    const std::ptrdiff_t at = here == shown.end() ? (step > 0 ? -1 : 0) : here - shown.begin();
    shown[static_cast<std::size_t>((at + step + count) % count)]->enter();
}

} // namespace fairlead::ui
