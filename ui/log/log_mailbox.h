// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_record.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <vector>

namespace fairlead::ui {

/// So much is kept: whichever is reached first.
struct LogLimits {
    std::size_t records = 100'000;
    qint64 bytes = qint64{64} * 1024 * 1024; ///< by LogRecord::bytes
};

/// Where records wait between the thread that logs and the window's. Any thread may post.
///
/// Bounded: when more come than are fetched, the oldest waiting ones go, and are counted.
class LogMailbox {
public:
    explicit LogMailbox(std::size_t limit, qint64 bytes = LogLimits().bytes) : m_limits{limit, bytes} {}

    /// `wake` is called from the posting thread when the box was empty; it must only pass the word on. Who fetches less
    /// than all comes again by itself.
    void setWake(std::function<void()> wake);
    void post(LogRecord record);
    /// Thousands at once, in order.
    void post(std::vector<LogRecord> records);

    struct Contents {
        std::deque<LogRecord> records;
        quint64 dropped = 0; ///< lost before these
        bool isMore = false; ///< some still wait
    };
    /// The oldest, at most so many.
    [[nodiscard]] Contents fetch(std::size_t most = std::numeric_limits<std::size_t>::max());

private:
    void put(LogRecord record); // the mutex is held

    std::mutex m_mutex;
    std::deque<LogRecord> m_records;
    std::function<void()> m_wake;
    LogLimits m_limits;
    qint64 m_bytes = 0;
    quint64 m_dropped = 0;
};

} // namespace fairlead::ui
