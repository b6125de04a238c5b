// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_mailbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fairlead::ui {

void LogMailbox::setWake(std::function<void()> wake) {
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
    if (m_wake && !m_records.empty())
        m_wake();
}

void LogMailbox::put(LogRecord record) {
    record.bound();
    const qint64 size = record.bytes();
    makeRoomFor(size);
    m_bytes += size;
    m_records.push_back(std::move(record));
}

void LogMailbox::makeRoomFor(qint64 bytes) {
    const LogLimits share = m_limits.ofOutlasting();
    while (!m_records.empty() &&
           m_limits.isExceededBy(m_outlasting.size() + m_records.size() + 1, m_outlastingBytes + m_bytes + bytes)) {
        if (!m_records.front().outlasts()) {
            dropOldest(m_records, m_bytes);
            continue;
        }
        const qint64 size = m_records.front().bytes();
        m_outlasting.push_back(std::move(m_records.front()));
        m_records.pop_front();
        m_bytes -= size;
        m_outlastingBytes += size;
        while (share.isExceededBy(m_outlasting.size(), m_outlastingBytes))
            dropOldest(m_outlasting, m_outlastingBytes);
    }
}

void LogMailbox::dropOldest(std::deque<LogRecord>& records, qint64& bytes) {
    bytes -= records.front().bytes();
    records.pop_front();
    ++m_dropped;
}

void LogMailbox::post(LogRecord record) {
    const std::lock_guard lock(m_mutex);
    const bool wasEmpty = m_records.empty();
    put(std::move(record));
    if (wasEmpty && m_wake)
        m_wake();
}

void LogMailbox::post(std::vector<LogRecord> records) {
    if (records.empty())
        return;
    const std::lock_guard lock(m_mutex);
    const bool wasEmpty = m_records.empty();
    for (LogRecord& record : records)
        put(std::move(record));
    if (wasEmpty && m_wake)
        m_wake();
}

LogMailbox::Contents LogMailbox::fetch(std::size_t most) {
    const std::lock_guard lock(m_mutex);
    Contents contents;
    contents.dropped = std::exchange(m_dropped, 0);
    if (m_outlasting.empty() && m_records.size() <= most) {
        contents.records = std::exchange(m_records, {});
        m_bytes = 0;
        return contents;
    }
    for (const auto& [records, bytes] : {std::pair{&m_outlasting, &m_outlastingBytes}, std::pair{&m_records, &m_bytes}})
        while (!records->empty() && contents.records.size() < most) {
            *bytes -= records->front().bytes();
            contents.records.push_back(std::move(records->front()));
            records->pop_front();
        }
    contents.isMore = !m_outlasting.empty() || !m_records.empty();
    return contents;
}

} // namespace fairlead::ui
