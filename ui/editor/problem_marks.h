// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/card_editor.h"

#include <QObject>
#include <QString>

#include <map>
#include <vector>

namespace fairlead::ui {

/// A finding as the editor shows it.
struct EditorProblem {
    enum class Kind { Info, Warning, Error, StopsLoad };
    ByteRange range;
    Kind kind = Kind::Error;
    QString message;
    QString hint; ///< `Ctrl+. to remove the line`
    friend bool operator==(const EditorProblem&, const EditorProblem&) = default;
};

/// Marks faulty lines: a marker for the icon in the margin, squiggles, and the messages in lines of their own below;
/// an info has no such line.
/// Marks move with the text until the next `set`.
class ProblemMarks : public QObject {
    Q_OBJECT

public:
    explicit ProblemMarks(CardEditor& editor);

    void set(std::vector<EditorProblem> problems);
    /// After a change of the width: the messages are broken anew.
    void layOut();
    [[nodiscard]] const std::vector<EditorProblem>& problems() const { return m_problems; }
    /// The worst kind marked in a line, if any.
    [[nodiscard]] std::optional<EditorProblem::Kind> kindAt(int line) const;
    /// The messages about an offset, or about a line; as they were at the last `set`.
    [[nodiscard]] QStringList messagesAt(qint64 offset) const;
    [[nodiscard]] QStringList messagesOfLine(int line) const;
    /// The first info about a line, with its hint, to be shown behind the text; empty: none.
    [[nodiscard]] QString infoOf(int line) const;

private:
    struct Note {
        EditorProblem::Kind kind = EditorProblem::Kind::Info;
        QByteArray text;   // UTF-8, with line ends
        QByteArray styles; // a NoteStyle for each byte
    };
    void append(Note& note, const EditorProblem& problem, int columns) const;
    [[nodiscard]] std::map<long, Note> notes() const;
    void showNotes();
    void showSquiggles();
    [[nodiscard]] int columns() const;

    CardEditor& m_editor;
    std::vector<EditorProblem> m_problems;
};

/// Breaks a message into lines of at most `columns` code points, at blanks where there are any.
[[nodiscard]] QStringList brokenInto(const QString& message, int columns);

} // namespace fairlead::ui
