// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QObject>

#include <algorithm>
#include <ctime>

namespace fairlead::ui {

inline double threadMilliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The longest that the thread was busy in one turn of its event loop, in milliseconds of its own CPU time: what other
/// programs do meanwhile does not count.
class LongestTurn {
public:
    LongestTurn() {
        QAbstractEventDispatcher* events = QAbstractEventDispatcher::instance();
        m_awake = QObject::connect(events, &QAbstractEventDispatcher::awake, [this] { turn(); });
        m_blocking = QObject::connect(events, &QAbstractEventDispatcher::aboutToBlock, [this] { turn(); });
        m_since = threadMilliseconds();
    }
    ~LongestTurn() {
        QObject::disconnect(m_awake);
        QObject::disconnect(m_blocking);
    }
    [[nodiscard]] double milliseconds() {
        turn();
        return m_longest;
    }

private:
    void turn() {
        const double now = threadMilliseconds();
        m_longest = std::max(m_longest, now - m_since);
        m_since = now;
    }
    double m_since = 0;
    double m_longest = 0;
    QMetaObject::Connection m_awake;
    QMetaObject::Connection m_blocking;
};

} // namespace fairlead::ui
