// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_text.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

unsigned long at(qint64 offset) { return static_cast<unsigned long>(offset); }

constexpr int utf8CodePage = 65001;

} // namespace

CardText::CardText(QWidget* parent) : QsciScintillaBase(parent) {
    send(SCI_SETCODEPAGE, utf8CodePage);
    send(SCI_SETMODEVENTMASK, SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char* text, int length, int lines) {
                onModified(position, type, text, length, lines);
            });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &CardText::onUpdate);
}

QByteArray CardText::text() const { return text(0, length()); }

QByteArray CardText::text(qint64 begin, qint64 end) const {
    if (begin >= end)
        return {};
    QByteArray text(end - begin, '\0'); // there is always room for one NUL more
    SendScintilla(SCI_GETTEXTRANGE, static_cast<long>(begin), static_cast<long>(end), text.data());
    return text;
}

qint64 CardText::length() const { return send(SCI_GETLENGTH); }

void CardText::loadText(const QByteArray& text) {
    m_silent = true;
    const bool readOnly = isTextReadOnly();
    send(SCI_SETREADONLY, 0);
    send(SCI_SETUNDOCOLLECTION, 0);
    send(SCI_CLEARALL);
    sendText(SCI_ADDTEXT, text.size(), text.constData());
    send(SCI_SETUNDOCOLLECTION, 1);
    send(SCI_EMPTYUNDOBUFFER);
    send(SCI_GOTOPOS, 0);
    send(SCI_SETREADONLY, readOnly ? 1 : 0);
    const qsizetype firstEnd = text.indexOf('\n');
    const qsizetype firstReturn = text.indexOf('\r');
    const bool crlf = firstReturn >= 0 && firstReturn + 1 == firstEnd;
    send(SCI_SETEOLMODE, crlf ? SC_EOL_CRLF : firstEnd < 0 && firstReturn >= 0 ? SC_EOL_CR : SC_EOL_LF);
    m_silent = false;
    emit lineCountChanged();
    emit undoStateChanged();
}

void CardText::takeText(const QByteArray& wanted) {
    const QByteArray present = text();
    const auto [left, right] = std::ranges::mismatch(present, wanted);
    const qint64 same = left - present.begin();
    qint64 tail = 0;
    while (tail < std::min(present.size(), wanted.size()) - same &&
           present.at(present.size() - 1 - tail) == wanted.at(wanted.size() - 1 - tail))
        ++tail;
    if (same == present.size() && same == wanted.size())
        return;
    m_silent = true;
    const bool readOnly = isTextReadOnly();
    send(SCI_SETREADONLY, 0);
    send(SCI_BEGINUNDOACTION);
    replaceRange(same, present.size() - tail, wanted.mid(same, wanted.size() - tail - same));
    send(SCI_ENDUNDOACTION);
    send(SCI_SETREADONLY, readOnly ? 1 : 0);
    m_silent = false;
    emit undoStateChanged();
}

void CardText::applyEdits(const std::vector<BufferEdit>& edits) {
    send(SCI_BEGINUNDOACTION);
    for (const BufferEdit& edit : edits)
        replaceRange(edit.begin, edit.end, edit.text);
    send(SCI_ENDUNDOACTION);
    onUpdate(0);
}

void CardText::replaceRange(qint64 begin, qint64 end, const QByteArray& text) {
    send(SCI_SETTARGETRANGE, at(begin), end);
    sendText(SCI_REPLACETARGET, text.size(), text.constData());
}

void CardText::setTextReadOnly(bool readOnly) { send(SCI_SETREADONLY, readOnly ? 1 : 0); }

bool CardText::isTextReadOnly() const { return send(SCI_GETREADONLY) != 0; }

bool CardText::canUndo() const { return send(SCI_CANUNDO) != 0 && !isTextReadOnly(); }

bool CardText::canRedo() const { return send(SCI_CANREDO) != 0 && !isTextReadOnly(); }

bool CardText::hasSelection() const { return send(SCI_GETSELECTIONEMPTY) == 0; }

qint64 CardText::cursor() const { return send(SCI_GETCURRENTPOS); }

ByteRange CardText::selection() const { return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)}; }

void CardText::select(ByteRange range) {
    range.begin = std::clamp<qint64>(range.begin, 0, length());
    range.end = std::clamp<qint64>(range.end, range.begin, length());
    const long line = send(SCI_LINEFROMPOSITION, at(range.begin));
    send(SCI_ENSUREVISIBLE, at(line));
    send(SCI_SETSEL, at(range.end), range.begin); // the caret at the beginning
    const long row = send(SCI_VISIBLEFROMDOCLINE, at(line));
    const long first = send(SCI_GETFIRSTVISIBLELINE);
    const long rows = std::max(send(SCI_LINESONSCREEN), 1L);
    const long below = send(SCI_ANNOTATIONGETLINES, at(line));
    if (row < first || row + below >= first + rows)
        send(SCI_SETFIRSTVISIBLELINE, at(std::max(row - rows / 3, 0L)));
    send(SCI_SCROLLCARET);
}

void CardText::showCursorsNote() {
    const long line = send(SCI_LINEFROMPOSITION, at(cursor()));
    const long row = send(SCI_VISIBLEFROMDOCLINE, at(line));
    const long last = row + send(SCI_ANNOTATIONGETLINES, at(line));
    const long first = std::max(send(SCI_GETFIRSTVISIBLELINE), last - send(SCI_LINESONSCREEN) + 1);
    send(SCI_SETFIRSTVISIBLELINE, at(std::min(first, row)));
}

int CardText::lineOf(qint64 offset) const { return static_cast<int>(send(SCI_LINEFROMPOSITION, at(offset))) + 1; }

int CardText::columnOf(qint64 offset) const {
    const long line = send(SCI_POSITIONFROMLINE, at(lineOf(offset) - 1));
    return static_cast<int>(send(SCI_COUNTCHARACTERS, at(line), offset)) + 1;
}

int CardText::lineCount() const { return static_cast<int>(send(SCI_GETLINECOUNT)); }

ByteRange CardText::lineRange(int line) const {
    return {send(SCI_POSITIONFROMLINE, at(line - 1)), send(SCI_GETLINEENDPOSITION, at(line - 1))};
}

int CardText::zoom() const { return static_cast<int>(send(SCI_GETZOOM)); }

void CardText::setZoom(int points) {
    if (points != zoom())
        send(SCI_SETZOOM, static_cast<unsigned long>(static_cast<long>(std::clamp(points, -6, 30))));
}

void CardText::onModified(int position, int type, const char* text, int length, int linesAdded) {
    if (!m_silent && (type & SC_MOD_INSERTTEXT) != 0)
        emit replaced(position, position, QByteArray(text, length));
    else if (!m_silent && (type & SC_MOD_DELETETEXT) != 0)
        emit replaced(position, position + length, {});
    if (linesAdded != 0)
        emit lineCountChanged();
}

void CardText::onUpdate(int updated) {
    if (const bool undo = canUndo(), redo = canRedo(); undo != m_couldUndo || redo != m_couldRedo) {
        m_couldUndo = undo;
        m_couldRedo = redo;
        emit undoStateChanged();
    }
    if ((updated & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT)) == 0)
        return;
    if (const qint64 now = cursor(); std::exchange(m_lastCursor, now) != now)
        emit cursorMoved(now);
}

} // namespace fairlead::ui
