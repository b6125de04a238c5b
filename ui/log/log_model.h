// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_listing.h"
#include "ui/log/log_text.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>
#include <set>
#include <vector>

namespace fairlead::ui {

class LogStore;

/// The records of a store that are asked for, each with its lines below it when it is unfolded, as rows. Before them a
/// row that says what the store's limit cost, if it cost something.
///
/// A new wish is tried in slices of some milliseconds, beside what is shown; that changes at once when all records were
/// asked. `store` outlives the model.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Level, Origin, Text, ColumnCount };
    enum class RowKind { Dropped, Record, TraceLine };

    explicit LogModel(LogStore& store, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The wish in force: the last one that could be met.
    [[nodiscard]] const LogWish& wish() const { return m_shown.matcher.wish(); }
    /// False, and why: the expression is none, and the wish in force stays.
    bool setWish(const LogWish& wish, QString* fault = nullptr);
    /// Records shown, folded or not.
    [[nodiscard]] int shownCount() const { return static_cast<int>(m_shown.records); }

    [[nodiscard]] RowKind kind(int row) const;
    /// Of a row that is no RowKind::Dropped.
    [[nodiscard]] const LogRecord& record(int row) const;
    [[nodiscard]] quint64 number(int row) const { return m_shown.rows[indexOf(row)].record; }
    [[nodiscard]] const LogTraceLine& traceLine(int row) const; ///< of a RowKind::TraceLine
    [[nodiscard]] QString droppedText() const;
    /// The row of a record, or of the next one that is shown; -1: there is none.
    [[nodiscard]] int rowOf(quint64 number) const;

    [[nodiscard]] bool isFoldable(int row) const;
    [[nodiscard]] bool isUnfolded(int row) const;
    void setUnfolded(int row, bool unfolded);
    /// All, those to come too.
    void setAllUnfolded(bool unfolded);
    [[nodiscard]] bool areAllUnfolded() const { return m_allUnfolded; }

    /// Everything that is shown, folded or not; or of these rows, first to last, each line once.
    [[nodiscard]] LogPieces pieces() const;
    [[nodiscard]] LogPieces pieces(int first, int last) const;

signals:
    /// A wish is in force now.
    void wishMet();
    /// A wish could not be met: its expression is too hard for some record. The one before stays.
    void wishGivenUp(const QString& why);

private:
    enum class Progress { Done, OutOfTime, TooHard };

    [[nodiscard]] bool isNumberUnfolded(quint64 number) const;
    [[nodiscard]] std::size_t indexOf(int row) const { return static_cast<std::size_t>(row - m_noteRows); }
    [[nodiscard]] int rowAt(std::size_t index) const { return m_noteRows + static_cast<int>(index); }
    void restart(const LogMatcher& matcher);
    void work();
    Progress advance(LogListing& listing, std::vector<LogRow>& found) const;
    void workOnWanted();
    void remove(const LogListing::Span& span);
    void insert(std::size_t at, const std::vector<LogRow>& rows);
    void drop(quint64 below, const std::vector<quint64>& outlasting);
    void clear();
    void updateNote();

    LogStore& m_store;
    LogListing m_shown;
    std::optional<LogListing> m_wanted;
    std::set<quint64> m_turned; // records folded otherwise than all
    bool m_allUnfolded = false;
    int m_noteRows = 0; // 1: the first row says what was dropped
    QTimer m_timer;
};

} // namespace fairlead::ui
