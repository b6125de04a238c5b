// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_mailbox.h"

#include <QObject>
#include <QStringList>

#include <array>
#include <deque>
#include <memory>
#include <vector>

namespace fairlead::ui {

/// The last records, oldest first, for the window's thread. Takes what comes into its mailbox in bunches, so that a
/// flood costs each turn of the event loop some milliseconds at most.
///
/// A record's number is its own as long as the store lives. When a limit is reached the oldest go; warnings and errors
/// that were logged outlast the others, a tenth of the limits of them, so that a flood never takes the traces with it.
class LogStore : public QObject {
    Q_OBJECT

public:
    explicit LogStore(std::shared_ptr<LogMailbox> mailbox, LogLimits limits = {}, QObject* parent = nullptr);
    ~LogStore() override;

    [[nodiscard]] quint64 first() const { return from(0); }                  ///< the oldest record's number
    [[nodiscard]] quint64 end() const { return m_first + m_records.size(); } ///< behind the newest's
    /// The number of the first record that is kept from this number on; end(): there is none.
    [[nodiscard]] quint64 from(quint64 number) const;
    /// Of a number that is kept.
    [[nodiscard]] const LogRecord& record(quint64 number) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_outlasting.size() + m_records.size()); }
    /// Records of at least this level since the last clear.
    [[nodiscard]] int count(LogLevel atLeast) const;
    /// How many records the limits cost since the last clear.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    /// Everyone who said something, sorted; at most 200 of them.
    [[nodiscard]] const QStringList& origins() const { return m_origins; }

    [[nodiscard]] const LogLimits& limits() const { return m_limits; }
    void setLimits(const LogLimits& limits);
    [[nodiscard]] LogLevel leastLevel() const { return m_leastLevel; }
    /// What is below it is not kept from now on.
    void setLeastLevel(LogLevel level) { m_leastLevel = level; }

public slots:
    void clear();

signals:
    /// The records below this number go when everyone has heard it, but these, which are sorted.
    void aboutToDrop(quint64 below, const std::vector<quint64>& outlasting);
    /// Records from this number on are new.
    void appended(quint64 first);
    void cleared();
    void originsChanged();
    /// After each of the above.
    void changed();

private slots:
    void fetch();

private:
    struct Outlasting {
        quint64 number = 0;
        LogRecord record;
    };
    /// So many of the oldest of each leave their place.
    struct Leaving {
        std::size_t records = 0;    ///< dropped, but those that outlast
        std::size_t outlasting = 0; ///< of those that outlast, old and new ones together, dropped
        qint64 bytes = 0;           ///< of what is left
    };

    void append(std::deque<LogRecord> records);
    [[nodiscard]] Leaving excess() const;
    void keepWithinLimits();
    void noteOrigin(const QString& origin);

    std::shared_ptr<LogMailbox> m_mailbox;
    std::deque<Outlasting> m_outlasting; // below m_first
    std::deque<LogRecord> m_records;
    LogLimits m_limits;
    LogLevel m_leastLevel = LogLevel::Debug;
    std::array<int, logLevelCount> m_counts{};
    QStringList m_origins;
    quint64 m_first = 0;
    quint64 m_dropped = 0;
    qint64 m_bytes = 0; // of all
};

} // namespace fairlead::ui
