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
    while (!m_records.empty() && (m_records.size() >= m_limits.records || m_bytes + size > m_limits.bytes)) {
        m_bytes -= m_records.front().bytes();
        m_records.pop_front();
        ++m_dropped;
    }
    m_bytes += size;
    m_records.push_back(std::move(record));
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
    if (m_records.size() <= most) {
        contents.records = std::exchange(m_records, {});
        m_bytes = 0;
        return contents;
    }
    const auto end = m_records.begin() + static_cast<std::ptrdiff_t>(most);
    contents.records.assign(std::make_move_iterator(m_records.begin()), std::make_move_iterator(end));
    m_records.erase(m_records.begin(), end);
    for (const LogRecord& record : contents.records)
        m_bytes -= record.bytes();
    contents.isMore = true;
    return contents;
}

} // namespace fairlead::ui
