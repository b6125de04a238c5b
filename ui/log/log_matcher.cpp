// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_matcher.h"

#include "ui/text/expression_fault.h"

#include <QElapsedTimer>

#include <algorithm>

namespace fairlead::ui {

namespace {

// PCRE's own steps at one place of a text: an expression that backtracks without end gives up there. PCRE goes through
// the places of a text without a look at the clock, so it may take few steps at each; where those are not enough, each
// place is asked for itself.
constexpr int stepsAtOnce = 1'000;
constexpr int stepsAlone = 10'000;

constexpr qint64 recordTime = 50;          // milliseconds for one record, with all its lines
constexpr qsizetype searchedLength = 4096; // of a line, by an expression

QRegularExpression expressionOf(const LogWish& wish, int steps) {
    if (!wish.isExpression || wish.text.isEmpty())
        return {};
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=%1)").arg(steps) + wish.text,
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption |
                                  QRegularExpression::DontCaptureOption);
}

} // namespace

LogMatcher::LogMatcher(const LogWish& wish)
    : m_wish(wish), m_expression(expressionOf(wish, stepsAtOnce)), m_thorough(expressionOf(wish, stepsAlone)) {
    m_expression.optimize();
}

QString LogMatcher::fault() const { return expressionFault(m_expression, m_wish.text); }

LogMatcher::Answer LogMatcher::askText(const QString& text, const QElapsedTimer& clock) const {
    if (!m_wish.isExpression)
        return text.contains(m_wish.text, Qt::CaseInsensitive) ? Answer::Yes : Answer::No;
    if (clock.elapsed() > recordTime)
        return Answer::TooHard;
    const QString searched = text.size() <= searchedLength ? text : text.left(searchedLength);
    const QRegularExpressionMatch match = m_expression.match(searched);
    if (match.isValid())
        return match.hasMatch() ? Answer::Yes : Answer::No;
    return askPlaces(searched, clock);
}

LogMatcher::Answer LogMatcher::askPlaces(const QString& text, const QElapsedTimer& clock) const {
    for (qsizetype place = 0; place <= text.size(); ++place) {
        if (place < text.size() && text[place].isLowSurrogate())
            continue; // half a character
        const QRegularExpressionMatch match = m_thorough.match(text, place, QRegularExpression::NormalMatch,
                                                               QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch())
            return Answer::Yes;
        if (!match.isValid() || clock.elapsed() > recordTime)
            return Answer::TooHard;
    }
    return Answer::No;
}

LogMatcher::Answer LogMatcher::ask(const LogRecord& record) const {
    if (record.level < m_wish.leastLevel || (!m_wish.origin.isEmpty() && record.origin != m_wish.origin))
        return Answer::No;
    if (m_wish.text.isEmpty())
        return Answer::Yes;
    QElapsedTimer clock;
    clock.start();
    for (const QString* text : {&record.text, &record.origin})
        if (const Answer answer = askText(*text, clock); answer != Answer::No)
            return answer;
    for (const LogTraceLine& line : record.trace)
        for (const QString* text : {&line.text, &line.file, &line.function})
            if (!text->isEmpty())
                if (const Answer answer = askText(*text, clock); answer != Answer::No)
                    return answer;
    return Answer::No;
}

} // namespace fairlead::ui
