// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/problem_marks.h"

#include "ui/editor/card_styles.h"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <span>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;
using Kind = EditorProblem::Kind;

constexpr unsigned long allMarkers = 1U << InfoMarker | 1U << WarningMarker | 1U << ErrorMarker | 1U << StopsLoadMarker;
constexpr int fewestColumns = 24;
constexpr int mostRows = 6;          // of one line's messages
constexpr std::size_t mostNotes = 3; // messages of one line that are shown in full

unsigned long at(qint64 offset) { return static_cast<unsigned long>(offset); }

qint64 beginOf(const EditorProblem& problem) { return problem.range.begin; }

int markerOf(Kind kind) { return static_cast<int>(kind); }

unsigned long indicatorOf(Kind kind) {
    return kind == Kind::Info ? InfoIndicator : kind == Kind::Warning ? WarningIndicator : ErrorIndicator;
}

NoteStyle messageStyle(Kind kind) {
    return kind == Kind::Info ? NoteStyle::Info : kind == Kind::Warning ? NoteStyle::Warning : NoteStyle::Error;
}

NoteStyle hintStyle(Kind kind) { return static_cast<NoteStyle>(static_cast<char>(messageStyle(kind)) + 1); }

} // namespace

QStringList brokenInto(const QString& message, int columns) {
    QStringList lines;
    for (const QString& paragraph : message.split(QLatin1Char('\n'))) {
        QString rest = paragraph;
        while (rest.size() > columns) {
            qsizetype cut = rest.lastIndexOf(QLatin1Char(' '), columns);
            if (cut <= 0)
                cut = columns - (rest.at(columns).isLowSurrogate() ? 1 : 0);
            lines.append(rest.left(cut));
            rest = rest.mid(cut).trimmed();
        }
        lines.append(rest);
    }
    return lines;
}

ProblemMarks::ProblemMarks(CardEditor& editor) : QObject(&editor), m_editor(editor) {
    for (const int marker : {InfoMarker, WarningMarker, ErrorMarker, StopsLoadMarker})
        editor.send(Sci::SCI_MARKERDEFINE, at(marker), Sci::SC_MARK_EMPTY);
    for (const unsigned long indicator : {ErrorIndicator, WarningIndicator, InfoIndicator})
        editor.send(Sci::SCI_INDICSETSTYLE, indicator, Sci::INDIC_SQUIGGLE);
    editor.send(Sci::SCI_ANNOTATIONSETVISIBLE, Sci::ANNOTATION_STANDARD);
}

void ProblemMarks::set(std::vector<EditorProblem> problems) {
    m_problems = std::move(problems);
    std::ranges::stable_sort(m_problems, {}, beginOf);
    showSquiggles();
    showNotes();
}

void ProblemMarks::layOut() { showNotes(); }

std::optional<Kind> ProblemMarks::kindAt(int line) const {
    const long markers = m_editor.send(Sci::SCI_MARKERGET, at(line - 1));
    for (const Kind kind : {Kind::StopsLoad, Kind::Error, Kind::Warning, Kind::Info})
        if ((markers & (1L << markerOf(kind))) != 0)
            return kind;
    return std::nullopt;
}

QStringList ProblemMarks::messagesAt(qint64 offset) const {
    QStringList messages;
    for (const EditorProblem& problem : m_problems)
        if (problem.range.holds(offset))
            messages.append(problem.message);
    return messages;
}

QStringList ProblemMarks::messagesOfLine(int line) const {
    QStringList messages;
    for (const EditorProblem& problem : m_problems)
        if (m_editor.lineOf(problem.range.begin) == line)
            messages.append(problem.message);
    return messages;
}

int ProblemMarks::columns() const {
    const long margins = m_editor.send(Sci::SCI_GETMARGINWIDTHN, IconMargin) +
                         m_editor.send(Sci::SCI_GETMARGINWIDTHN, NumberMargin) +
                         m_editor.send(Sci::SCI_GETMARGINWIDTHN, FoldMargin);
    // Not Scintilla's own width of a character: that is rounded, which over a line makes some columns too many.
    const double column = QFontMetricsF(m_editor.noteFont()).horizontalAdvance(QLatin1Char('0'));
    const double width = static_cast<double>(m_editor.viewport()->width() - margins) - 3 * column;
    return std::max(fewestColumns, static_cast<int>(width / std::max(column, 1.0)));
}

// The hint follows the message in its last line, or stands below it.
void ProblemMarks::append(Note& note, const EditorProblem& problem, int columns) const {
    const auto add = [&note](const QString& text, NoteStyle style) {
        const QByteArray bytes = text.toUtf8();
        note.text += bytes;
        note.styles += QByteArray(bytes.size(), static_cast<char>(style));
    };
    QStringList lines = brokenInto(problem.message, columns);
    if (lines.size() > mostRows) {
        lines = lines.first(mostRows);
        lines.last() += QStringLiteral(" …");
    }
    const NoteStyle style = messageStyle(problem.kind);
    if (!note.text.isEmpty())
        add(QStringLiteral("\n"), style);
    add(lines.join(QLatin1Char('\n')), style);
    if (problem.hint.isEmpty())
        return;
    const bool fits = lines.last().size() + 3 + problem.hint.size() <= columns;
    add(fits ? QStringLiteral("   ") : QStringLiteral("\n"), style);
    add(problem.hint, hintStyle(problem.kind));
}

QString ProblemMarks::infoOf(int line) const {
    const ByteRange range = m_editor.lineRange(line);
    auto found = std::ranges::lower_bound(m_problems, range.begin, {}, beginOf);
    while (found != m_problems.end() && found->kind != Kind::Info && range.holds(found->range.begin))
        ++found;
    if (found == m_problems.end() || found->kind != Kind::Info || !range.holds(found->range.begin))
        return {};
    const QString message = found->message.simplified();
    return found->hint.isEmpty() ? message : message + QStringLiteral("   ") + found->hint;
}

// An info is no more than a mark and a squiggle: in a line of its own it would crowd the text of a card that works.
std::map<long, ProblemMarks::Note> ProblemMarks::notes() const {
    std::map<long, std::vector<const EditorProblem*>> byLine;
    for (const EditorProblem& problem : m_problems)
        byLine[m_editor.lineOf(problem.range.begin) - 1].push_back(&problem);
    std::map<long, Note> notes;
    const int width = columns();
    for (auto& [line, problems] : byLine) {
        std::ranges::stable_sort(problems, std::ranges::greater(), &EditorProblem::kind);
        Note& note = notes[line];
        note.kind = problems.front()->kind;
        std::erase_if(problems, [](const EditorProblem* problem) { return problem->kind == Kind::Info; });
        const std::size_t shown = problems.size() > mostNotes ? mostNotes - 1 : problems.size();
        for (const EditorProblem* problem : std::span(problems).first(shown))
            append(note, *problem, width);
        if (const auto hidden = static_cast<int>(problems.size() - shown); hidden > 0)
            append(note, {{}, problems.back()->kind, tr("%n more", nullptr, hidden), {}}, width);
    }
    return notes;
}

// Only what differs is set: each call makes Scintilla lay out again.
void ProblemMarks::showNotes() {
    const std::map<long, Note> wanted = notes();
    for (long line = m_editor.send(Sci::SCI_MARKERNEXT, 0, allMarkers); line >= 0;
         line = m_editor.send(Sci::SCI_MARKERNEXT, at(line + 1), allMarkers)) {
        const auto note = wanted.find(line);
        const int keep = note == wanted.end() ? -1 : markerOf(note->second.kind);
        for (const int marker : {InfoMarker, WarningMarker, ErrorMarker, StopsLoadMarker})
            while (marker != keep && (m_editor.send(Sci::SCI_MARKERGET, at(line)) & (1L << marker)) != 0)
                m_editor.send(Sci::SCI_MARKERDELETE, at(line), marker);
        if (note == wanted.end())
            m_editor.SendScintilla(Sci::SCI_ANNOTATIONSETTEXT, static_cast<uintptr_t>(line),
                                   static_cast<const char*>(nullptr));
    }
    QByteArray present;
    for (const auto& [line, note] : wanted) {
        if ((m_editor.send(Sci::SCI_MARKERGET, at(line)) & (1L << markerOf(note.kind))) == 0)
            m_editor.send(Sci::SCI_MARKERADD, at(line), markerOf(note.kind));
        present.resize(m_editor.send(Sci::SCI_ANNOTATIONGETTEXT, at(line)));
        m_editor.SendScintilla(Sci::SCI_ANNOTATIONGETTEXT, at(line), static_cast<void*>(present.data()));
        if (present == note.text)
            continue;
        if (note.text.isEmpty()) {
            m_editor.SendScintilla(Sci::SCI_ANNOTATIONSETTEXT, static_cast<uintptr_t>(line),
                                   static_cast<const char*>(nullptr));
            continue;
        }
        m_editor.SendScintilla(Sci::SCI_ANNOTATIONSETTEXT, static_cast<uintptr_t>(line), note.text.constData());
        m_editor.SendScintilla(Sci::SCI_ANNOTATIONSETSTYLES, static_cast<uintptr_t>(line), note.styles.constData());
    }
    m_editor.viewport()->update();
}

void ProblemMarks::showSquiggles() {
    const qint64 length = m_editor.length();
    for (const unsigned long indicator : {ErrorIndicator, WarningIndicator, InfoIndicator}) {
        m_editor.send(Sci::SCI_SETINDICATORCURRENT, indicator);
        m_editor.send(Sci::SCI_INDICATORCLEARRANGE, 0, length);
    }
    for (const EditorProblem& problem : m_problems) {
        // Nothing is squiggled beyond the first line, and at least one character where there is one.
        const ByteRange line = m_editor.lineRange(m_editor.lineOf(problem.range.begin));
        qint64 begin = std::min(problem.range.begin, line.end);
        const qint64 end = std::min(std::max(problem.range.end, begin + 1), line.end);
        if (begin == end && begin > line.begin)
            --begin;
        m_editor.send(Sci::SCI_SETINDICATORCURRENT, indicatorOf(problem.kind));
        m_editor.send(Sci::SCI_INDICATORFILLRANGE, at(begin), end - begin);
    }
}

} // namespace fairlead::ui
