// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_matcher.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

// PCRE's own steps at one place of a text: an expression that backtracks without end gives up there.
const QString stepLimit = QStringLiteral("(*LIMIT_MATCH=10000)");

constexpr qsizetype searchedLength = 4096; // of a line, by an expression

QRegularExpression expressionOf(const LogWish& wish) {
    if (!wish.isExpression || wish.text.isEmpty())
        return {};
    return QRegularExpression(stepLimit + wish.text, QRegularExpression::CaseInsensitiveOption |
                                                         QRegularExpression::UseUnicodePropertiesOption |
                                                         QRegularExpression::DontCaptureOption);
}

} // namespace

LogMatcher::LogMatcher(const LogWish& wish) : m_wish(wish), m_expression(expressionOf(wish)) {
    m_expression.optimize();
}

QString LogMatcher::fault() const {
    if (m_expression.isValid())
        return {};
    const QRegularExpression alone(m_wish.text); // its offsets are those of what was typed
    const QRegularExpression& faulty = alone.isValid() ? m_expression : alone;
    return QCoreApplication::translate("fairlead::ui::LogMatcher", "%1, at %2")
        .arg(faulty.errorString())
        .arg(std::min(faulty.patternErrorOffset(), m_wish.text.size()) + 1);
}

LogMatcher::Answer LogMatcher::askText(const QString& text) const {
    if (!m_wish.isExpression)
        return text.contains(m_wish.text, Qt::CaseInsensitive) ? Answer::Yes : Answer::No;
    const QRegularExpressionMatch match =
        text.size() <= searchedLength ? m_expression.match(text) : m_expression.match(text.left(searchedLength));
    if (match.hasMatch())
        return Answer::Yes;
    return match.isValid() ? Answer::No : Answer::TooHard;
}

LogMatcher::Answer LogMatcher::ask(const LogRecord& record) const {
    if (record.level < m_wish.leastLevel || (!m_wish.origin.isEmpty() && record.origin != m_wish.origin))
        return Answer::No;
    if (m_wish.text.isEmpty())
        return Answer::Yes;
    for (const QString* text : {&record.text, &record.origin})
        if (const Answer answer = askText(*text); answer != Answer::No)
            return answer;
    for (const LogTraceLine& line : record.trace)
        for (const QString* text : {&line.text, &line.file, &line.function})
            if (!text->isEmpty())
                if (const Answer answer = askText(*text); answer != Answer::No)
                    return answer;
    return Answer::No;
}

} // namespace fairlead::ui
