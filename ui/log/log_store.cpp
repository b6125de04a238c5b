// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_store.h"

#include <QDateTime>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr int gatherTime = 40;      // so long are records gathered before they are shown, in milliseconds
constexpr std::size_t bunch = 1000; // records that are taken in one turn
constexpr qsizetype mostOrigins = 200;

// To free a full log takes a while.
void freeElsewhere(std::deque<LogRecord> records) {
    if (records.size() > bunch)
        QThreadPool::globalInstance()->start(
            [owned = std::make_shared<std::deque<LogRecord>>(std::move(records))] { owned->clear(); });
}

} // namespace

LogStore::LogStore(std::shared_ptr<LogMailbox> mailbox, LogLimits limits, QObject* parent)
    : QObject(parent), m_mailbox(std::move(mailbox)), m_limits(limits) {
    m_mailbox->setWake([this] {
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(gatherTime, this, &LogStore::fetch); }, Qt::QueuedConnection);
    });
}

LogStore::~LogStore() { m_mailbox->setWake({}); }

int LogStore::count(LogLevel atLeast) const {
    int count = 0;
    for (auto level = static_cast<std::size_t>(atLeast); level < m_counts.size(); ++level)
        count += m_counts[level];
    return count;
}

void LogStore::setLimits(const LogLimits& limits) {
    m_limits = limits;
    keepWithinLimits();
    emit changed();
}

void LogStore::clear() {
    m_first = end();
    freeElsewhere(std::exchange(m_records, {}));
    m_counts.fill(0);
    m_dropped = 0;
    m_bytes = 0;
    emit cleared();
    emit changed();
}

void LogStore::fetch() {
    LogMailbox::Contents contents = m_mailbox->fetch(bunch);
    if (contents.dropped > 0) {
        LogRecord lost;
        lost.time = contents.records.empty() ? QDateTime::currentMSecsSinceEpoch() : contents.records.front().time;
        lost.level = LogLevel::Warning;
        lost.origin = QStringLiteral("log");
        lost.text = tr("%n record(s) came faster than they could be taken, and were dropped here.", nullptr,
                       static_cast<int>(std::min<quint64>(contents.dropped, 2'000'000'000)));
        contents.records.push_front(std::move(lost));
    }
    if (contents.isMore)
        QTimer::singleShot(1, this, &LogStore::fetch);
    append(std::move(contents.records));
    emit changed();
}

void LogStore::append(std::deque<LogRecord> records) {
    const quint64 firstNew = end();
    for (LogRecord& record : records) {
        if (record.level < m_leastLevel)
            continue;
        ++m_counts[static_cast<std::size_t>(record.level)];
        m_bytes += record.bytes();
        noteOrigin(record.origin);
        m_records.push_back(std::move(record));
    }
    keepWithinLimits();
    if (end() > firstNew)
        emit appended(std::max(firstNew, m_first));
}

void LogStore::keepWithinLimits() {
    std::size_t excess = 0;
    qint64 bytes = m_bytes;
    while (excess < m_records.size() && (m_records.size() - excess > m_limits.records || bytes > m_limits.bytes))
        bytes -= m_records[excess++].bytes();
    if (excess == 0)
        return;
    emit aboutToDrop(m_first + excess);
    const auto end = m_records.begin() + static_cast<std::ptrdiff_t>(excess);
    std::deque<LogRecord> old(std::make_move_iterator(m_records.begin()), std::make_move_iterator(end));
    m_records.erase(m_records.begin(), end);
    freeElsewhere(std::move(old));
    m_first += excess;
    m_dropped += excess;
    m_bytes = bytes;
}

void LogStore::noteOrigin(const QString& origin) {
    const auto at = std::ranges::lower_bound(m_origins, origin);
    if (m_origins.size() >= mostOrigins || origin.isEmpty() || (at != m_origins.end() && *at == origin))
        return;
    m_origins.insert(at, origin);
    emit originsChanged();
}

} // namespace fairlead::ui
