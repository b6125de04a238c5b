// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace fairlead::ui {

/// How much a record matters. Debug is shown only when asked for; critical is what ends the program that says it.
enum class LogLevel { Debug, Info, Warning, Error, Critical };
inline constexpr int logLevelCount = 5;

/// A line below a record: an exception of a chain, a frame where it passed, or whatever followed the first line.
struct LogTraceLine {
    enum class Kind : quint8 { Text, Exception, Frame };

    Kind kind = Kind::Text;
    int line = 0;       ///< of a frame's file, from 1; 0: not known
    QString text{};     ///< the line; `Class: message`; of a frame the code that stands there
    QString file{};     ///< of a frame; a path, absolute where it is known
    QString function{}; ///< of a frame

    /// `lab/setup.py:33`: the file with its folder, as people know it; empty if there is no file.
    [[nodiscard]] QString placeText() const;
    /// The whole line, place and all.
    [[nodiscard]] QString toText() const;
};

/// What someone said at a time, with the lines that belong to it.
struct LogRecord {
    qint64 time = 0; ///< milliseconds since the epoch, UTC
    LogLevel level = LogLevel::Info;
    QString origin{}; ///< who says it: `checks`, `files`, an extension
    QString text{};   ///< one line
    QList<LogTraceLine> trace{};
    bool isPrinted = false; ///< it was written to standard output or error, not logged

    /// What the view shows of it, and copies: time in the person's zone, level in words, origin, text; the lines below.
    [[nodiscard]] QString toText() const;
    /// What a folded record says of its lines: `ModuleNotFoundError: No module named 'x' · 2 frames`.
    [[nodiscard]] QString summary() const;
    /// A warning or an error that was logged. Where room is scarce these stay longer than what tells the course of
    /// things and what was printed, which a loop can print without end.
    [[nodiscard]] bool outlasts() const { return level >= LogLevel::Warning && !isPrinted; }
    /// About how much memory it takes.
    [[nodiscard]] qint64 bytes() const;
    /// Cuts what nobody reads to its end: texts of more than 64 Ki characters, more than 1,000 lines below. Any input
    /// is of bounded size then.
    void bound();
};

/// `Debug`, `Info`, `Warning`, `Error`, `Critical`, translated.
[[nodiscard]] QString levelText(LogLevel level);
/// `10:31:07.250` in the person's zone.
[[nodiscard]] QString timeText(qint64 time);

} // namespace fairlead::ui
