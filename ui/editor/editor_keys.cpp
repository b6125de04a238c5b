// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_keys.h"

#include "ui/editor/card_editor.h"

#include <algorithm>
#include <array>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

constexpr unsigned long none = Sci::SCMOD_NORM;
constexpr unsigned long shift = Sci::SCMOD_SHIFT;
constexpr unsigned long ctrl = Sci::SCMOD_CTRL;
constexpr unsigned long alt = Sci::SCMOD_ALT;

struct Binding {
    unsigned long key;
    unsigned long modifiers;
    long command;
};

constexpr std::array bindings = {
    Binding{Sci::SCK_DOWN, none, Sci::SCI_LINEDOWN},
    Binding{Sci::SCK_DOWN, shift, Sci::SCI_LINEDOWNEXTEND},
    Binding{Sci::SCK_DOWN, ctrl, Sci::SCI_LINESCROLLDOWN},
    Binding{Sci::SCK_DOWN, alt, Sci::SCI_MOVESELECTEDLINESDOWN},
    Binding{Sci::SCK_UP, none, Sci::SCI_LINEUP},
    Binding{Sci::SCK_UP, shift, Sci::SCI_LINEUPEXTEND},
    Binding{Sci::SCK_UP, ctrl, Sci::SCI_LINESCROLLUP},
    Binding{Sci::SCK_UP, alt, Sci::SCI_MOVESELECTEDLINESUP},
    Binding{Sci::SCK_LEFT, none, Sci::SCI_CHARLEFT},
    Binding{Sci::SCK_LEFT, shift, Sci::SCI_CHARLEFTEXTEND},
    Binding{Sci::SCK_LEFT, ctrl, Sci::SCI_WORDLEFT},
    Binding{Sci::SCK_LEFT, ctrl | shift, Sci::SCI_WORDLEFTEXTEND},
    Binding{Sci::SCK_RIGHT, none, Sci::SCI_CHARRIGHT},
    Binding{Sci::SCK_RIGHT, shift, Sci::SCI_CHARRIGHTEXTEND},
    Binding{Sci::SCK_RIGHT, ctrl, Sci::SCI_WORDRIGHT},
    Binding{Sci::SCK_RIGHT, ctrl | shift, Sci::SCI_WORDRIGHTEXTEND},
    Binding{Sci::SCK_HOME, none, Sci::SCI_VCHOME},
    Binding{Sci::SCK_HOME, shift, Sci::SCI_VCHOMEEXTEND},
    Binding{Sci::SCK_HOME, ctrl, Sci::SCI_DOCUMENTSTART},
    Binding{Sci::SCK_HOME, ctrl | shift, Sci::SCI_DOCUMENTSTARTEXTEND},
    Binding{Sci::SCK_END, none, Sci::SCI_LINEEND},
    Binding{Sci::SCK_END, shift, Sci::SCI_LINEENDEXTEND},
    Binding{Sci::SCK_END, ctrl, Sci::SCI_DOCUMENTEND},
    Binding{Sci::SCK_END, ctrl | shift, Sci::SCI_DOCUMENTENDEXTEND},
    Binding{Sci::SCK_PRIOR, none, Sci::SCI_PAGEUP},
    Binding{Sci::SCK_PRIOR, shift, Sci::SCI_PAGEUPEXTEND},
    Binding{Sci::SCK_NEXT, none, Sci::SCI_PAGEDOWN},
    Binding{Sci::SCK_NEXT, shift, Sci::SCI_PAGEDOWNEXTEND},
    Binding{Sci::SCK_DELETE, none, Sci::SCI_CLEAR},
    Binding{Sci::SCK_DELETE, shift, Sci::SCI_CUT},
    Binding{Sci::SCK_DELETE, ctrl, Sci::SCI_DELWORDRIGHT},
    Binding{Sci::SCK_INSERT, shift, Sci::SCI_PASTE},
    Binding{Sci::SCK_INSERT, ctrl, Sci::SCI_COPY},
    Binding{Sci::SCK_BACK, none, Sci::SCI_DELETEBACK},
    Binding{Sci::SCK_BACK, shift, Sci::SCI_DELETEBACK},
    Binding{Sci::SCK_BACK, ctrl, Sci::SCI_DELWORDLEFT},
    Binding{Sci::SCK_TAB, none, Sci::SCI_TAB},
    Binding{Sci::SCK_TAB, shift, Sci::SCI_BACKTAB},
    Binding{Sci::SCK_ESCAPE, none, Sci::SCI_CANCEL},
};

// The bytes that end a line (1 and up); empty for the last one.
QByteArray endOf(const CardEditor& editor, int line) {
    if (line < 1 || line >= editor.lineCount())
        return {};
    return editor.text(editor.lineRange(line).end, editor.lineRange(line + 1).begin);
}

QByteArray modeEnd(const CardEditor& editor) {
    switch (editor.send(Sci::SCI_GETEOLMODE)) {
    case Sci::SC_EOL_CRLF:
        return QByteArrayLiteral("\r\n");
    case Sci::SC_EOL_CR:
        return QByteArrayLiteral("\r");
    default:
        return QByteArrayLiteral("\n");
    }
}

} // namespace

void bindKeys(CardEditor& editor) {
    editor.send(Sci::SCI_CLEARALLCMDKEYS);
    for (const Binding& binding : bindings)
        editor.send(Sci::SCI_ASSIGNCMDKEY, binding.key | binding.modifiers << 16, binding.command);
}

QByteArray newLineAt(const CardEditor& editor, qint64 offset) {
    const int line = editor.lineOf(offset);
    QByteArray end = endOf(editor, line);
    if (end.isEmpty())
        end = endOf(editor, line - 1);
    if (end.isEmpty())
        end = modeEnd(editor);
    const QByteArray before = editor.text(editor.lineRange(line).begin, offset);
    const auto firstOther = std::ranges::find_if(before, [](char c) { return c != ' ' && c != '\t'; });
    QByteArray indent = before.left(firstOther - before.begin());
    const QByteArray content = before.trimmed();
    const bool opens = content.endsWith(':') || content.endsWith(": |") || content.endsWith(": >");
    if (opens && !content.startsWith('#'))
        indent += QByteArray(static_cast<qsizetype>(editor.send(Sci::SCI_GETINDENT)), ' ');
    return end + indent;
}

} // namespace fairlead::ui
