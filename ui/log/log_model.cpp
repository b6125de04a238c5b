// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"

#include <QTimer>

#include <algorithm>

namespace fairlead::ui {

namespace {

/// So long are records gathered before they are shown, in milliseconds.
constexpr int gatherTime = 40;

} // namespace

LogModel::LogModel(std::shared_ptr<LogMailbox> mailbox, int limit, QObject* parent)
    : QAbstractTableModel(parent), m_mailbox(std::move(mailbox)), m_limit(limit) {
    m_mailbox->setWake([this] {
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(gatherTime, this, &LogModel::fetch); }, Qt::QueuedConnection);
    });
}

LogModel::~LogModel() { m_mailbox->setWake({}); }

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int LogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const LogRecord& record = this->record(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Time:
            return timeText(record.time);
        case Level:
            return levelText(record.level);
        case Origin:
            return record.origin;
        case Text:
            return record.text.section(u'\n', 0, 0);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return index.column() == Text ? QVariant(record.text) : QVariant();
    case LevelRole:
        return static_cast<int>(record.level);
    case LineRole:
        return record.toLine();
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Origin:
        return tr("From");
    case Text:
        return tr("Message");
    default:
        return {};
    }
}

int LogModel::count(LogLevel atLeast) const {
    int count = 0;
    for (int level = static_cast<int>(atLeast); level < 4; ++level) {
        count += m_counts[level];
    }
    return count;
}

void LogModel::clear() {
    beginResetModel();
    m_records.clear();
    std::fill(std::begin(m_counts), std::end(m_counts), 0);
    m_dropped = 0;
    endResetModel();
    emit changed();
}

void LogModel::fetch() {
    LogMailbox::Contents contents = m_mailbox->fetch();
    m_dropped += contents.dropped;
    append(std::move(contents.records));
    emit changed();
}

void LogModel::append(std::deque<LogRecord> records) {
    if (records.empty()) {
        return;
    }
    const auto limit = static_cast<std::size_t>(m_limit);
    while (records.size() > limit) {
        records.pop_front();
        ++m_dropped;
    }
    const std::size_t total = m_records.size() + records.size();
    if (total > limit) {
        const std::size_t excess = total - limit;
        beginRemoveRows({}, 0, static_cast<int>(excess) - 1);
        m_records.erase(m_records.begin(), m_records.begin() + static_cast<std::ptrdiff_t>(excess));
        endRemoveRows();
        m_dropped += excess;
    }
    const int first = static_cast<int>(m_records.size());
    beginInsertRows({}, first, first + static_cast<int>(records.size()) - 1);
    for (LogRecord& record : records) {
        ++m_counts[static_cast<int>(record.level)];
        m_records.push_back(std::move(record));
    }
    endInsertRows();
}

} // namespace fairlead::ui
