// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigation/navigator.h"

#include <algorithm>

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

bool isOf(const Location& location, const QString& key) {
    return location.kind == Location::Kind::File && location.file == key;
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

void Navigator::stayAt(const Location& location) {
    m_current = location;
    tidy();
}

void Navigator::renameFile(const QString& key, const QString& now) {
    const auto rename = [&](Location& location) {
        if (isOf(location, key))
            location.file = now;
    };
    rename(m_current);
    std::ranges::for_each(m_back, rename);
    std::ranges::for_each(m_forward, rename);
    tidy();
}

void Navigator::forgetFile(const QString& key) {
    for (QVector<Location>* history : {&m_back, &m_forward})
        history->removeIf([&](const Location& location) { return isOf(location, key); });
    tidy();
}

// No step leads to where one is, or from a place to itself.
void Navigator::tidy() {
    for (QVector<Location>* history : {&m_back, &m_forward}) {
        history->erase(std::unique(history->begin(), history->end()), history->end());
        if (!history->isEmpty() && history->last() == m_current)
            history->removeLast();
    }
    emit historyChanged();
}

} // namespace fairlead::ui
