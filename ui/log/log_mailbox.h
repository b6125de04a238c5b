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

    /// The share of records that outlast the others.
    [[nodiscard]] LogLimits ofOutlasting() const { return {records / 10, bytes / 10}; }
    [[nodiscard]] bool isExceededBy(std::size_t manyRecords, qint64 manyBytes) const {
        return manyRecords > records || manyBytes > bytes;
    }
};

/// Where records wait between the thread that logs and the window's. Any thread may post.
///
/// Bounded: when more come than are fetched, the oldest waiting ones go, those that outlast the others last, and are
/// counted.
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
    // The mutex is held.
    void put(LogRecord record);
    void makeRoomFor(qint64 bytes);
    void dropOldest(std::deque<LogRecord>& records, qint64& bytes);

    std::mutex m_mutex;
    std::deque<LogRecord> m_outlasting; // older than all others
    std::deque<LogRecord> m_records;
    std::function<void()> m_wake;
    LogLimits m_limits;
    qint64 m_outlastingBytes = 0;
    qint64 m_bytes = 0; // of m_records
    quint64 m_dropped = 0;
};

} // namespace fairlead::ui
