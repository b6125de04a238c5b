// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_record.h"

#include <QRegularExpression>

class QElapsedTimer;

namespace fairlead::ui {

/// What records are asked for.
struct LogWish {
    LogLevel leastLevel = LogLevel::Info;
    QString origin{}; ///< empty: any
    QString text{};   ///< empty: any; whatever its case
    bool isExpression = false;
};

/// Says of records whether they are asked for: by their level, origin, text, or a line below.
class LogMatcher {
public:
    explicit LogMatcher(const LogWish& wish = {});

    [[nodiscard]] const LogWish& wish() const { return m_wish; }
    /// Why the expression is none: the reason, and where it stands, from 1. Empty: it is one.
    [[nodiscard]] QString fault() const;

    /// TooHard: the expression gave up on this record (it would go on for seconds or years). Goes on for little
    /// more than a twentieth of a second, however many lines a record has.
    enum class Answer { No, Yes, TooHard };
    [[nodiscard]] Answer ask(const LogRecord& record) const;

private:
    [[nodiscard]] Answer askText(const QString& text, const QElapsedTimer& clock) const;
    [[nodiscard]] Answer askPlaces(const QString& text, const QElapsedTimer& clock) const;

    LogWish m_wish;
    QRegularExpression m_expression;
    QRegularExpression m_thorough; // the same one, with more steps at one place
};

} // namespace fairlead::ui
