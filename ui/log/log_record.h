// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace fairlead::ui {

/// How much a record matters. Debug is shown only when asked for.
enum class LogLevel { Debug, Info, Warning, Error };

/// One line of the log, with whatever lines follow it in `text`.
struct LogRecord {
    qint64 time = 0; ///< milliseconds since the epoch, UTC
    LogLevel level = LogLevel::Info;
    QString origin; ///< who says it: `check`, `files`, …
    QString text;

    /// What the view shows of it, and copies: time in the person's zone, level in words, origin, text.
    [[nodiscard]] QString toLine() const;
};

/// `Debug`, `Info`, `Warning`, `Error`, translated.
[[nodiscard]] QString levelText(LogLevel level);
/// `10:31:07.250` in the person's zone.
[[nodiscard]] QString timeText(qint64 time);

} // namespace fairlead::ui
