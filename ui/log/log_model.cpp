// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"

#include "ui/log/log_store.h"
#include "ui/text/shortened.h"
#include "ui/text/tool_tip.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <ranges>

namespace fairlead::ui {

namespace {

constexpr qint64 sliceTime = 8;          // milliseconds of one turn
constexpr qsizetype shownLength = 1'000; // characters of a row; what is copied is whole
constexpr std::size_t mostSpans = 8;     // more are removed as one, and what stays between them is put back

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
    return tr("%1 older records were dropped: the log keeps %2, of at most %3 together, warnings and errors longest.")
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
    m_wanted = LogListing{matcher, m_store.first()};
    work();
}

void LogModel::work() {
    if (m_wanted) {
        workOnWanted();
        return;
    }
    std::vector<LogRow> found;
    const Progress progress = advance(m_shown, found);
    insert(m_shown.rows.size(), found);
    if (progress == Progress::OutOfTime)
        m_timer.start(1);
}

void LogModel::workOnWanted() {
    std::vector<LogRow> found;
    const Progress progress = advance(*m_wanted, found);
    m_wanted->insert(m_wanted->rows.size(), found);
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

LogModel::Progress LogModel::advance(LogListing& listing, std::vector<LogRow>& found) const {
    QElapsedTimer clock;
    clock.start();
    for (; listing.next < m_store.end(); listing.next = m_store.from(listing.next + 1)) {
        if (clock.elapsed() >= sliceTime)
            return Progress::OutOfTime;
        const LogRecord& record = m_store.record(listing.next);
        const LogMatcher::Answer answer = listing.matcher.ask(record);
        if (answer == LogMatcher::Answer::TooHard && &listing != &m_shown)
            return Progress::TooHard;
        if (answer != LogMatcher::Answer::Yes)
            continue;
        found.push_back({listing.next, -1});
        if (!record.trace.isEmpty() && isNumberUnfolded(listing.next))
            for (int line = 0; line < record.trace.size(); ++line)
                found.push_back({listing.next, line});
    }
    return Progress::Done;
}

void LogModel::drop(quint64 below, const std::vector<quint64>& outlasting) {
    const LogDrop drop{below, outlasting};
    std::erase_if(m_turned, [&](quint64 number) { return drop.takes(number); });
    if (m_wanted) {
        for (const LogListing::Span& span : m_wanted->spansOf(drop) | std::views::reverse)
            m_wanted->erase(span);
        m_wanted->next = drop.staying(m_wanted->next);
    }
    m_shown.next = drop.staying(m_shown.next);
    const std::vector<LogListing::Span> spans = m_shown.spansOf(drop);
    if (spans.size() <= mostSpans) {
        for (const LogListing::Span& span : spans | std::views::reverse)
            remove(span);
        return;
    }
    std::vector<LogRow> back;
    for (std::size_t row = spans.front().end; row < spans.back().first; ++row)
        if (!drop.takes(m_shown.rows[row].record))
            back.push_back(m_shown.rows[row]);
    remove({spans.front().first, spans.back().end});
    insert(spans.front().first, back);
}

void LogModel::remove(const LogListing::Span& span) {
    beginRemoveRows({}, rowAt(span.first), rowAt(span.end) - 1);
    m_shown.erase(span);
    endRemoveRows();
}

void LogModel::insert(std::size_t at, const std::vector<LogRow>& rows) {
    if (rows.empty())
        return;
    beginInsertRows({}, rowAt(at), rowAt(at + rows.size()) - 1);
    m_shown.insert(at, rows);
    endInsertRows();
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
    const auto at = std::ranges::lower_bound(m_shown.rows, number, {}, &LogRow::record);
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
    const auto lines = static_cast<std::size_t>(m_store.record(record).trace.size());
    const std::size_t below = indexOf(row) + 1;
    if (unfolded) {
        std::vector<LogRow> rows;
        rows.reserve(lines);
        for (std::size_t line = 0; line < lines; ++line)
            rows.push_back({record, static_cast<int>(line)});
        insert(below, rows);
    } else {
        remove({below, below + lines});
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
    for (const LogRow& row : m_shown.rows)
        if (row.line < 0)
            pieces.push_back({m_store.record(row.record), -1});
    return pieces;
}

LogPieces LogModel::pieces(int first, int last) const {
    LogPieces pieces;
    for (int row = std::max(first, m_noteRows); row <= last; ++row) {
        const LogRow& one = m_shown.rows[indexOf(row)];
        const bool isWithHead = one.line >= 0 && row - one.line - 1 >= first;
        if (!isWithHead)
            pieces.push_back({m_store.record(one.record), one.line});
    }
    return pieces;
}

} // namespace fairlead::ui
