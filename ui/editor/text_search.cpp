// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_search.h"

#include "ui/text/expression_fault.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <functional>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

constexpr qint64 mostMilliseconds = 300; // that an expression may take in a whole text

// An expression that backtracks without end gives up a line at this many steps.
const QString stepLimit = QStringLiteral("(*LIMIT_MATCH=50000)");

// Of the UTF-8 character there; 0: it is none.
qsizetype lengthAt(const QByteArray& bytes, qsizetype at) {
    const auto first = static_cast<unsigned char>(bytes.at(at));
    if (first < 0x80)
        return 1;
    const QByteArray character = bytes.mid(at, first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4);
    return QString::fromUtf8(character).toUtf8() == character ? character.size() : 0;
}

// A line as UTF-16 and where each unit of it begins in the bytes; a byte that is no UTF-8 is a unit of its own.
struct Line {
    QString text;
    std::vector<qint64> offsets; // one more than units

    Line(const CardEditor& editor, int number) {
        const ByteRange range = editor.lineRange(number);
        const QByteArray bytes = editor.text(range.begin, range.end);
        text.reserve(bytes.size());
        offsets.reserve(static_cast<std::size_t>(bytes.size()) + 1);
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype length = lengthAt(bytes, at);
            if (length == 1)
                text += QLatin1Char(bytes.at(at));
            else if (length == 0)
                text += QChar(QChar::ReplacementCharacter);
            else
                text += QString::fromUtf8(bytes.constData() + at, length);
            offsets.resize(static_cast<std::size_t>(text.size()), range.begin + at);
            at += std::max<qsizetype>(length, 1);
        }
        offsets.push_back(range.end);
    }

    [[nodiscard]] ByteRange rangeOf(const QRegularExpressionMatch& match, int group = 0) const {
        if (match.capturedStart(group) < 0)
            return {};
        return {offsets.at(static_cast<std::size_t>(match.capturedStart(group))),
                offsets.at(static_cast<std::size_t>(match.capturedEnd(group)))};
    }
};

// Scintilla takes letters beyond ASCII for different in their two cases.
bool needsExpression(const SearchFor& what) {
    const auto isBeyondAscii = [](QChar sign) { return sign.unicode() > 127; };
    return what.isExpression || (!what.matchCase && std::ranges::any_of(what.text, isBeyondAscii));
}

QRegularExpression expressionOf(const SearchFor& what) {
    if (!needsExpression(what) || what.text.isEmpty())
        return {};
    const QString text = what.isExpression ? what.text : QRegularExpression::escape(what.text);
    const QString body = what.wholeWords ? QStringLiteral("\\b(?:%1)\\b").arg(text) : text;
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!what.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(stepLimit + body, options);
}

// `\1` and `$1` become the group, `\\` and `$$` the sign itself.
QByteArray filledIn(const QString& by, const std::function<QByteArray(int)>& group) {
    QByteArray result;
    for (qsizetype at = 0; at < by.size(); ++at) {
        const QChar sign = by.at(at);
        const QChar after = at + 1 < by.size() ? by.at(at + 1) : QChar();
        const bool isEscape = sign == QLatin1Char('\\') || sign == QLatin1Char('$');
        const bool isGroup = isEscape && after >= QLatin1Char('0') && after <= QLatin1Char('9');
        result += isGroup ? group(after.digitValue()) : by.mid(at, sign.isHighSurrogate() ? 2 : 1).toUtf8();
        at += isGroup || sign.isHighSurrogate() || (isEscape && after == sign) ? 1 : 0;
    }
    return result;
}

} // namespace

TextSearch::TextSearch(const SearchFor& what)
    : m_what(what), m_byExpression(needsExpression(what)), m_bytes(what.text.toUtf8()),
      m_expression(expressionOf(what)) {}

QString TextSearch::fault() const { return expressionFault(m_expression, m_what.text); }

std::optional<ByteRange> TextSearch::plain(const CardEditor& editor, qint64 from, qint64 to) const {
    const int flags = (m_what.matchCase ? Sci::SCFIND_MATCHCASE : 0) | (m_what.wholeWords ? Sci::SCFIND_WHOLEWORD : 0);
    editor.send(Sci::SCI_SETSEARCHFLAGS, static_cast<unsigned long>(flags));
    editor.send(Sci::SCI_SETTARGETSTART, static_cast<unsigned long>(from));
    editor.send(Sci::SCI_SETTARGETEND, static_cast<unsigned long>(to));
    if (editor.sendText(Sci::SCI_SEARCHINTARGET, m_bytes.size(), m_bytes.constData()) < 0)
        return std::nullopt;
    return ByteRange{editor.send(Sci::SCI_GETTARGETSTART), editor.send(Sci::SCI_GETTARGETEND)};
}

std::vector<ByteRange> TextSearch::inLine(const CardEditor& editor, int number) const {
    const Line line(editor, number);
    std::vector<ByteRange> found;
    for (auto matches = m_expression.globalMatch(line.text); matches.hasNext();)
        if (const ByteRange range = line.rangeOf(matches.next()); range.begin < range.end)
            found.push_back(range);
    return found;
}

std::optional<ByteRange> TextSearch::next(const CardEditor& editor, qint64 from) const {
    if (m_what.text.isEmpty() || !m_expression.isValid())
        return std::nullopt;
    if (!m_byExpression)
        return plain(editor, from, editor.length());
    const QDeadlineTimer end(mostMilliseconds);
    for (int line = editor.lineOf(from); line <= editor.lineCount() && !end.hasExpired(); ++line)
        for (const ByteRange& range : inLine(editor, line))
            if (range.begin >= from)
                return range;
    return std::nullopt;
}

std::optional<ByteRange> TextSearch::previous(const CardEditor& editor, qint64 from) const {
    if (m_what.text.isEmpty() || !m_expression.isValid())
        return std::nullopt;
    if (!m_byExpression)
        return plain(editor, from, 0);
    const QDeadlineTimer end(mostMilliseconds);
    for (int line = editor.lineOf(from); line >= 1 && !end.hasExpired(); --line) {
        std::vector<ByteRange> ranges = inLine(editor, line);
        std::erase_if(ranges, [from](const ByteRange& range) { return range.end > from; });
        if (!ranges.empty())
            return ranges.back();
    }
    return std::nullopt;
}

TextSearch::Places TextSearch::all(const CardEditor& editor, std::size_t limit) const {
    Places places;
    const auto add = [&](const ByteRange& range) {
        places.areAll = places.ranges.size() < limit;
        if (places.areAll)
            places.ranges.push_back(range);
        return places.areAll;
    };
    if (!m_byExpression) {
        for (auto range = next(editor, 0); range && add(*range);)
            range = next(editor, range->end);
        return places;
    }
    if (m_what.text.isEmpty() || !m_expression.isValid())
        return places;
    const QDeadlineTimer end(mostMilliseconds);
    for (int line = 1; line <= editor.lineCount() && places.areAll; ++line) {
        std::ranges::all_of(inLine(editor, line), add);
        places.areAll = places.areAll && !end.hasExpired();
    }
    return places;
}

std::vector<QByteArray> TextSearch::replacements(const CardEditor& editor, const std::vector<ByteRange>& places,
                                                 const QString& by) const {
    if (!m_what.isExpression)
        return {places.size(), by.toUtf8()};
    std::vector<QByteArray> replacements;
    std::optional<Line> line; // of the place before, often the same
    int number = 0;
    for (const ByteRange& place : places) {
        if (const int now = editor.lineOf(place.begin); std::exchange(number, now) != now)
            line.emplace(editor, now);
        // In its line: what stands around it may be part of the expression.
        const auto start = std::ranges::lower_bound(line->offsets, place.begin) - line->offsets.begin();
        const QRegularExpressionMatch match = m_expression.match(line->text, start);
        replacements.push_back(filledIn(by, [&](int group) {
            const ByteRange range = line->rangeOf(match, group);
            return editor.text(range.begin, range.end);
        }));
    }
    return replacements;
}

} // namespace fairlead::ui
