// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_mailbox.h"

#include <QAbstractTableModel>

#include <deque>
#include <memory>

namespace fairlead::ui {

/// The last `limit` records, oldest first. Fetches what comes into its mailbox in bunches.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Level, Origin, Text, ColumnCount };
    enum Role { LevelRole = Qt::UserRole + 1, LineRole };

    explicit LogModel(std::shared_ptr<LogMailbox> mailbox, int limit = 100'000, QObject* parent = nullptr);
    ~LogModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const LogRecord& record(int row) const { return m_records[static_cast<std::size_t>(row)]; }
    /// How many records the limit cost so far.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    /// Records of at least this level since the last clear.
    [[nodiscard]] int count(LogLevel atLeast) const;

public slots:
    void clear();

signals:
    void changed();

private slots:
    void fetch();

private:
    void append(std::deque<LogRecord> records);

    std::shared_ptr<LogMailbox> m_mailbox;
    std::deque<LogRecord> m_records;
    int m_limit;
    int m_counts[4] = {};
    quint64 m_dropped = 0;
};

} // namespace fairlead::ui
