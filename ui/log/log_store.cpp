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

quint64 LogStore::from(quint64 number) const {
    if (number < m_first)
        if (const auto at = std::ranges::lower_bound(m_outlasting, number, {}, &Outlasting::number);
            at != m_outlasting.end())
            return at->number;
    return std::clamp(number, m_first, end());
}

const LogRecord& LogStore::record(quint64 number) const {
    if (number < m_first)
        return std::ranges::lower_bound(m_outlasting, number, {}, &Outlasting::number)->record;
    return m_records[static_cast<std::size_t>(number - m_first)];
}

void LogStore::setLimits(const LogLimits& limits) {
    m_limits = limits;
    keepWithinLimits();
    emit changed();
}

void LogStore::clear() {
    m_first = end();
    freeElsewhere(std::exchange(m_records, {}));
    m_outlasting.clear();
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
        emit appended(from(firstNew));
}

LogStore::Leaving LogStore::excess() const {
    const LogLimits share = m_limits.ofOutlasting();
    std::deque<qint64> outlasting; // their sizes, those that leave already not among them
    qint64 outlastingBytes = 0;
    Leaving leaving{0, 0, m_bytes};
    const auto keepShare = [&] {
        while (share.isExceededBy(outlasting.size(), outlastingBytes)) {
            outlastingBytes -= outlasting.front();
            leaving.bytes -= outlasting.front();
            outlasting.pop_front();
            ++leaving.outlasting;
        }
    };
    if (!m_limits.isExceededBy(m_outlasting.size() + m_records.size(), m_bytes))
        return leaving;
    for (const Outlasting& old : m_outlasting)
        outlastingBytes += outlasting.emplace_back(old.record.bytes());
    keepShare();
    while (leaving.records < m_records.size() &&
           m_limits.isExceededBy(outlasting.size() + m_records.size() - leaving.records, leaving.bytes)) {
        const LogRecord& record = m_records[leaving.records++];
        if (record.outlasts()) {
            outlastingBytes += outlasting.emplace_back(record.bytes());
            keepShare();
        } else {
            leaving.bytes -= record.bytes();
        }
    }
    return leaving;
}

void LogStore::keepWithinLimits() {
    const Leaving leaving = excess();
    if (leaving.records == 0 && leaving.outlasting == 0)
        return;
    const quint64 below = m_first + leaving.records;
    std::vector<quint64> outlasting;
    outlasting.reserve(m_outlasting.size());
    for (const Outlasting& old : m_outlasting)
        outlasting.push_back(old.number);
    for (quint64 number = m_first; number < below; ++number)
        if (record(number).outlasts())
            outlasting.push_back(number);
    outlasting.erase(outlasting.begin(), outlasting.begin() + static_cast<std::ptrdiff_t>(leaving.outlasting));
    emit aboutToDrop(below, outlasting);

    const int before = count();
    std::deque<LogRecord> old;
    for (; m_first < below; ++m_first) {
        if (m_records.front().outlasts())
            m_outlasting.push_back({m_first, std::move(m_records.front())});
        else
            old.push_back(std::move(m_records.front()));
        m_records.pop_front();
    }
    m_outlasting.erase(m_outlasting.begin(), m_outlasting.begin() + static_cast<std::ptrdiff_t>(leaving.outlasting));
    freeElsewhere(std::move(old));
    m_dropped += static_cast<quint64>(before - count());
    m_bytes = leaving.bytes;
}

void LogStore::noteOrigin(const QString& origin) {
    const auto at = std::ranges::lower_bound(m_origins, origin);
    if (m_origins.size() >= mostOrigins || origin.isEmpty() || (at != m_origins.end() && *at == origin))
        return;
    m_origins.insert(at, origin);
    emit originsChanged();
}

} // namespace fairlead::ui
