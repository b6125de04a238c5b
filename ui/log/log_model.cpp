// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"

#include "ui/log/log_store.h"
#include "ui/text/shortened.h"
#include "ui/text/tool_tip.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qint64 sliceTime = 8;          // milliseconds of one turn
constexpr qsizetype shownLength = 1'000; // characters of a row; what is copied is whole

} // namespace

LogModel::LogModel(LogStore& store, QObject* parent) : QAbstractTableModel(parent), m_store(store) {
    m_shown.next = store.first();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogModel::work);
    connect(&store, &LogStore::aboutToDrop, this, &LogModel::drop);
    connect(&store, &LogStore::appended, this, &LogModel::work);
    connect(&store, &LogStore::cleared, this, &LogModel::clear);
    connect(&store, &LogStore::changed, this, &LogModel::updateNote);
    updateNote();
    work();
}

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_noteRows + static_cast<int>(m_shown.rows.size());
}

int LogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

LogModel::RowKind LogModel::kind(int row) const {
    if (row < m_noteRows)
        return RowKind::Dropped;
    return m_shown.rows[indexOf(row)].line < 0 ? RowKind::Record : RowKind::TraceLine;
}

const LogRecord& LogModel::record(int row) const { return m_store.record(number(row)); }

const LogTraceLine& LogModel::traceLine(int row) const { return record(row).trace[m_shown.rows[indexOf(row)].line]; }

QString LogModel::droppedText() const {
    const QLocale locale;
    return tr("%1 older records were dropped: the log keeps %2, of at most %3 together.")
        .arg(locale.toString(m_store.dropped()), locale.toString(static_cast<qulonglong>(m_store.limits().records)),
             locale.formattedDataSize(m_store.limits().bytes, 0));
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (index.isValid() && role == Qt::ToolTipRole)
        return toolTipOf(data(index, Qt::DisplayRole).toString());
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const RowKind kind = this->kind(index.row());
    if (kind == RowKind::Dropped)
        return index.column() == Text ? QVariant(droppedText()) : QVariant();
    const LogRecord& record = this->record(index.row());
    if (kind == RowKind::TraceLine)
        return index.column() == Text ? QVariant(beginningOf(traceLine(index.row()).toText(), shownLength))
                                      : QVariant();
    switch (index.column()) {
    case Time:
        return timeText(record.time);
    case Level:
        return levelText(record.level);
    case Origin:
        return record.origin;
    default:
        return beginningOf(record.text, shownLength);
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
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

bool LogModel::setWish(const LogWish& wish, QString* fault) {
    const LogMatcher matcher(wish);
    const QString why = matcher.fault();
    if (fault)
        *fault = why;
    if (!why.isEmpty()) {
        m_wanted.reset();
        return false;
    }
    restart(matcher);
    return true;
}

void LogModel::restart(const LogMatcher& matcher) {
    m_wanted = Listing{matcher, m_store.first()};
    work();
}

void LogModel::work() {
    if (m_wanted) {
        workOnWanted();
        return;
    }
    std::deque<Row> found;
    std::size_t records = 0;
    const Progress progress = advance(m_shown, found, records);
    if (!found.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        m_shown.rows.insert(m_shown.rows.end(), found.begin(), found.end());
        m_shown.records += records;
        endInsertRows();
    }
    if (progress == Progress::OutOfTime)
        m_timer.start(1);
}

void LogModel::workOnWanted() {
    const Progress progress = advance(*m_wanted, m_wanted->rows, m_wanted->records);
    if (progress == Progress::OutOfTime) {
        m_timer.start(0);
    } else if (progress == Progress::TooHard) {
        m_wanted.reset();
        emit wishGivenUp(tr("takes too long on some record"));
        work();
    } else {
        beginResetModel();
        m_shown = std::move(*m_wanted);
        m_wanted.reset();
        endResetModel();
        emit wishMet();
    }
}

LogModel::Progress LogModel::advance(Listing& listing, std::deque<Row>& found, std::size_t& records) const {
    QElapsedTimer clock;
    clock.start();
    for (; listing.next < m_store.end(); ++listing.next) {
        if (clock.elapsed() >= sliceTime)
            return Progress::OutOfTime;
        const LogRecord& record = m_store.record(listing.next);
        const LogMatcher::Answer answer = listing.matcher.ask(record);
        if (answer == LogMatcher::Answer::TooHard && &listing != &m_shown)
            return Progress::TooHard;
        if (answer != LogMatcher::Answer::Yes)
            continue;
        found.push_back({listing.next, -1});
        ++records;
        if (!record.trace.isEmpty() && isNumberUnfolded(listing.next))
            for (int line = 0; line < record.trace.size(); ++line)
                found.push_back({listing.next, line});
    }
    return Progress::Done;
}

void LogModel::drop(quint64 firstKept) {
    m_turned.erase(m_turned.begin(), m_turned.lower_bound(firstKept));
    const auto leaving = [&](const Listing& listing) {
        return std::ranges::lower_bound(listing.rows, firstKept, {}, &Row::record);
    };
    const auto countIn = [](const auto& begin, const auto& end) {
        return static_cast<std::size_t>(std::count_if(begin, end, [](const Row& row) { return row.line < 0; }));
    };
    if (m_wanted) {
        const auto end = leaving(*m_wanted);
        m_wanted->records -= countIn(m_wanted->rows.cbegin(), end);
        m_wanted->rows.erase(m_wanted->rows.cbegin(), end);
        m_wanted->next = std::max(m_wanted->next, firstKept);
    }
    m_shown.next = std::max(m_shown.next, firstKept);
    const auto end = leaving(m_shown);
    if (end == m_shown.rows.begin())
        return;
    beginRemoveRows({}, m_noteRows, m_noteRows + static_cast<int>(end - m_shown.rows.begin()) - 1);
    m_shown.records -= countIn(m_shown.rows.cbegin(), end);
    m_shown.rows.erase(m_shown.rows.cbegin(), end);
    endRemoveRows();
}

void LogModel::clear() {
    beginResetModel();
    m_shown.rows.clear();
    m_shown.records = 0;
    m_shown.next = m_store.first();
    m_turned.clear();
    m_noteRows = 0;
    endResetModel();
    if (m_wanted)
        restart(LogMatcher(m_wanted->matcher));
}

void LogModel::updateNote() {
    if (m_store.dropped() == 0)
        return;
    if (m_noteRows == 1) {
        emit dataChanged(index(0, Text), index(0, Text));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_noteRows = 1;
    endInsertRows();
}

int LogModel::rowOf(quint64 number) const {
    const auto at = std::ranges::lower_bound(m_shown.rows, number, {}, &Row::record);
    return at == m_shown.rows.end() ? -1 : m_noteRows + static_cast<int>(at - m_shown.rows.begin());
}

bool LogModel::isNumberUnfolded(quint64 number) const { return m_allUnfolded != m_turned.contains(number); }

bool LogModel::isFoldable(int row) const { return kind(row) == RowKind::Record && !record(row).trace.isEmpty(); }

bool LogModel::isUnfolded(int row) const { return isFoldable(row) && isNumberUnfolded(number(row)); }

void LogModel::setUnfolded(int row, bool unfolded) {
    if (!isFoldable(row) || isUnfolded(row) == unfolded)
        return;
    const quint64 record = number(row);
    if (unfolded == m_allUnfolded)
        m_turned.erase(record);
    else
        m_turned.insert(record);
    const auto lines = static_cast<int>(m_store.record(record).trace.size());
    const auto below = m_shown.rows.cbegin() + static_cast<std::ptrdiff_t>(indexOf(row)) + 1;
    if (unfolded) {
        std::vector<Row> rows;
        rows.reserve(static_cast<std::size_t>(lines));
        for (int line = 0; line < lines; ++line)
            rows.push_back({record, line});
        beginInsertRows({}, row + 1, row + lines);
        m_shown.rows.insert(below, rows.begin(), rows.end());
        endInsertRows();
    } else {
        beginRemoveRows({}, row + 1, row + lines);
        m_shown.rows.erase(below, below + lines);
        endRemoveRows();
    }
    emit dataChanged(index(row, Text), index(row, Text));
    if (m_wanted)
        restart(LogMatcher(m_wanted->matcher));
}

void LogModel::setAllUnfolded(bool unfolded) {
    if (unfolded == m_allUnfolded && m_turned.empty())
        return;
    m_allUnfolded = unfolded;
    m_turned.clear();
    restart(LogMatcher(m_wanted ? m_wanted->matcher : m_shown.matcher));
}

LogPieces LogModel::pieces() const {
    LogPieces pieces;
    pieces.reserve(m_shown.records);
    for (const Row& row : m_shown.rows)
        if (row.line < 0)
            pieces.push_back({m_store.record(row.record), -1});
    return pieces;
}

LogPieces LogModel::pieces(int first, int last) const {
    LogPieces pieces;
    for (int row = std::max(first, m_noteRows); row <= last; ++row) {
        const Row& one = m_shown.rows[indexOf(row)];
        const bool isWithHead = one.line >= 0 && row - one.line - 1 >= first;
        if (!isWithHead)
            pieces.push_back({m_store.record(one.record), one.line});
    }
    return pieces;
}

} // namespace fairlead::ui
