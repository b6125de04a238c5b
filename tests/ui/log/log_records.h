// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_store.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

namespace fairlead::ui {

[[nodiscard]] inline LogRecord record(LogLevel level, const QString& text,
                                      const QString& origin = QStringLiteral("checks")) {
    return {1'000, level, origin, text};
}

[[nodiscard]] inline std::vector<LogRecord> numbered(int count, LogLevel level = LogLevel::Info) {
    std::vector<LogRecord> records;
    records.reserve(static_cast<std::size_t>(count));
    for (int number = 0; number < count; ++number)
        records.push_back(record(level, QString::number(number)));
    return records;
}

/// A failed extension: two exceptions, a frame each.
[[nodiscard]] inline LogRecord
traced(const QString& text = QStringLiteral("lab_models.setup:register extension failed.")) {
    using Line = LogTraceLine;
    LogRecord record{1'000, LogLevel::Error, QStringLiteral("lab_models"), text};
    record.trace = {{Line::Kind::Exception, 0, QStringLiteral("KeyError: 'x'")},
                    {Line::Kind::Frame, 33, QStringLiteral("register_model_family("),
                     QStringLiteral("/lab/lab_models/setup.py"), QStringLiteral("_families")},
                    {Line::Kind::Exception, 0, QStringLiteral("LabSetupError: no families")},
                    {Line::Kind::Frame, 43, QStringLiteral("raise LabSetupError(…) from ex"),
                     QStringLiteral("/lab/lab_models/setup.py"), QStringLiteral("register")}};
    return record;
}

/// Posts records, and waits until the store has all of them.
inline void post(LogMailbox& mailbox, LogStore& store, std::vector<LogRecord> records) {
    const quint64 end = store.end() + records.size();
    mailbox.post(std::move(records));
    QTRY_VERIFY(store.end() >= end);
}

} // namespace fairlead::ui
