// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigation/navigator.h"

namespace fairlead::ui {

namespace {

constexpr qsizetype maxHistory = 200;

void remember(QVector<Location>& history, const Location& location) {
    if (!history.isEmpty() && history.last() == location)
        return;
    history.append(location);
    if (history.size() > maxHistory)
        history.removeFirst();
}

} // namespace

Navigator::Navigator(QObject* parent) : QObject(parent) {}

bool Navigator::canGoBack() const { return !m_back.isEmpty(); }

bool Navigator::canGoForward() const { return !m_forward.isEmpty(); }

void Navigator::go(const Location& location) {
    if (!(location == m_current)) {
        remember(m_back, m_current);
        m_forward.clear();
        m_current = location;
        emit historyChanged();
    }
    emit wentTo(location);
}

void Navigator::back() {
    if (m_back.isEmpty())
        return;
    remember(m_forward, m_current);
    m_current = m_back.takeLast();
    emit historyChanged();
    emit wentTo(m_current);
}

void Navigator::forward() {
    if (m_forward.isEmpty())
        return;
    remember(m_back, m_current);
    m_current = m_forward.takeLast();
    emit historyChanged();
    emit wentTo(m_current);
}

void Navigator::noteCurrent(const Location& location) { m_current = location; }

} // namespace fairlead::ui
