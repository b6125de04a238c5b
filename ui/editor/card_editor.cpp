// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_editor.h"

#include "ui/editor/card_styler.h"
#include "ui/editor/card_styles.h"
#include "ui/editor/editor_accessible.h"
#include "ui/editor/editor_keys.h"
#include "ui/editor/editor_overlay.h"
#include "ui/editor/problem_marks.h"
#include "ui/theme/theme.h"

#include <QFontInfo>

#include <algorithm>

namespace fairlead::ui {

namespace {

unsigned long at(qint64 offset) { return static_cast<unsigned long>(offset); }

constexpr int utf8CodePage = 65001;

} // namespace

CardEditor::CardEditor(const Theme& theme, QWidget* parent)
    : QsciScintillaBase(parent), m_theme(theme), m_styler(new CardStyler(*this)), m_marks(new ProblemMarks(*this)),
      m_overlay(std::make_unique<EditorOverlay>(*this, theme)) {
    installEditorAccessible();
    setUp();
    bindKeys(*this);
    applyTheme();
    connect(&theme, &Theme::changed, this, &CardEditor::applyTheme);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char* text, int length, int lines) {
                onModified(position, type, text, length, lines);
            });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &CardEditor::onUpdate);
    connect(this, &QsciScintillaBase::SCN_MARGINCLICK, this,
            [this](int position, int, int margin) { onMarginClick(position, margin); });
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, [this] {
        updateMargins();
        emit zoomChanged(zoom());
        emit widthChanged();
    });
}

CardEditor::~CardEditor() = default;

void CardEditor::setUp() {
    send(SCI_SETCODEPAGE, utf8CodePage);
    send(SCI_SETMODEVENTMASK, SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT);
    send(SCI_USEPOPUP, 0);
    send(SCI_SETTABWIDTH, 2);
    send(SCI_SETINDENT, 2);
    send(SCI_SETUSETABS, 0);
    send(SCI_SETBACKSPACEUNINDENTS, 1);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETMARGINLEFT, 0, 8);
    send(SCI_SETEXTRAASCENT, 2);
    send(SCI_SETEXTRADESCENT, 2);
    send(SCI_SETCARETLINEVISIBLE, 1);
    send(SCI_SETCARETLINEVISIBLEALWAYS, 1);
    send(SCI_SETYCARETPOLICY, CARET_SLOP | CARET_EVEN, 2);
    SendScintilla(SCI_SETREPRESENTATION, "\xEF\xBB\xBF", "BOM");
    send(SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CHANGE);
    send(SCI_SETFOLDFLAGS, SC_FOLDFLAG_LINEAFTER_CONTRACTED);
    send(SCI_SETMARGINS, 3);
    send(SCI_SETMARGINTYPEN, IconMargin, SC_MARGIN_COLOUR);
    send(SCI_SETMARGINTYPEN, NumberMargin, SC_MARGIN_NUMBER);
    send(SCI_SETMARGINTYPEN, FoldMargin, SC_MARGIN_COLOUR);
    for (const unsigned long margin : {IconMargin, NumberMargin, FoldMargin})
        send(SCI_SETMARGINMASKN, margin, 0); // markers are painted by the overlay
    send(SCI_SETMARGINSENSITIVEN, IconMargin, 1);
    send(SCI_SETMARGINSENSITIVEN, FoldMargin, 1);
    send(SCI_INDICSETSTYLE, LinkIndicator, INDIC_PLAIN);
    send(SCI_INDICSETSTYLE, LinkColourIndicator, INDIC_TEXTFORE);
    send(SCI_INDICSETSTYLE, FoundIndicator, INDIC_FULLBOX);
    send(SCI_INDICSETUNDER, FoundIndicator, 1);
    send(SCI_INDICSETALPHA, FoundIndicator, 255);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
}

void CardEditor::applyTheme() {
    const Colours& colours = m_theme.colours();
    m_styler->applyColours(colours, Theme::fixedFont());
    SendScintilla(SCI_SETCARETFORE, colours.text);
    SendScintilla(SCI_SETCARETLINEBACK, colours.alternate);
    SendScintilla(SCI_SETSELBACK, 1UL, colours.selection);
    SendScintilla(SCI_SETSELFORE, 1UL, colours.selectedText);
    for (const unsigned long margin : {IconMargin, FoldMargin})
        SendScintilla(SCI_SETMARGINBACKN, margin, colours.alternate);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(ErrorIndicator), colours.error);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(WarningIndicator), colours.warning);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(InfoIndicator), colours.info);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(LinkIndicator), colours.link);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(LinkColourIndicator), colours.link);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(FoundIndicator), colours.warningGround);
    updateMargins();
}

void CardEditor::updateMargins() {
    const QByteArray digits(std::max<qsizetype>(3, QByteArray::number(lineCount()).size()), '9');
    const long width = SendScintilla(SCI_TEXTWIDTH, static_cast<uintptr_t>(STYLE_LINENUMBER), digits.constData());
    const long height = send(SCI_TEXTHEIGHT, 0);
    if (send(SCI_GETMARGINWIDTHN, NumberMargin) != width + 4)
        send(SCI_SETMARGINWIDTHN, NumberMargin, width + 4);
    send(SCI_SETMARGINWIDTHN, IconMargin, std::max(height, 18L));
    send(SCI_SETMARGINWIDTHN, FoldMargin, 14);
}

QByteArray CardEditor::text() const { return text(0, length()); }

QByteArray CardEditor::text(qint64 begin, qint64 end) const {
    if (begin >= end)
        return {};
    QByteArray text(end - begin, '\0'); // there is always room for one NUL more
    SendScintilla(SCI_GETTEXTRANGE, static_cast<long>(begin), static_cast<long>(end), text.data());
    return text;
}

qint64 CardEditor::length() const { return send(SCI_GETLENGTH); }

void CardEditor::loadText(const QByteArray& text) {
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
    updateMargins();
    emit undoStateChanged();
}

void CardEditor::takeText(const QByteArray& wanted) {
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

void CardEditor::applyEdits(const std::vector<BufferEdit>& edits) {
    send(SCI_BEGINUNDOACTION);
    for (const BufferEdit& edit : edits)
        replaceRange(edit.begin, edit.end, edit.text);
    send(SCI_ENDUNDOACTION);
}

void CardEditor::replaceRange(qint64 begin, qint64 end, const QByteArray& text) {
    send(SCI_SETTARGETRANGE, at(begin), end);
    sendText(SCI_REPLACETARGET, text.size(), text.constData());
}

void CardEditor::setTextReadOnly(bool readOnly) { send(SCI_SETREADONLY, readOnly ? 1 : 0); }

bool CardEditor::isTextReadOnly() const { return send(SCI_GETREADONLY) != 0; }

bool CardEditor::canUndo() const { return send(SCI_CANUNDO) != 0 && !isTextReadOnly(); }

bool CardEditor::canRedo() const { return send(SCI_CANREDO) != 0 && !isTextReadOnly(); }

bool CardEditor::hasSelection() const { return send(SCI_GETSELECTIONEMPTY) == 0; }

qint64 CardEditor::cursor() const { return send(SCI_GETCURRENTPOS); }

ByteRange CardEditor::selection() const { return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)}; }

void CardEditor::select(ByteRange range) {
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

int CardEditor::lineOf(qint64 offset) const { return static_cast<int>(send(SCI_LINEFROMPOSITION, at(offset))) + 1; }

int CardEditor::columnOf(qint64 offset) const {
    const long line = send(SCI_POSITIONFROMLINE, at(lineOf(offset) - 1));
    return static_cast<int>(send(SCI_COUNTCHARACTERS, at(line), offset)) + 1;
}

int CardEditor::lineCount() const { return static_cast<int>(send(SCI_GETLINECOUNT)); }

ByteRange CardEditor::lineRange(int line) const {
    return {send(SCI_POSITIONFROMLINE, at(line - 1)), send(SCI_GETLINEENDPOSITION, at(line - 1))};
}

QPoint CardEditor::pointBelow(qint64 offset) const {
    const long line = send(SCI_LINEFROMPOSITION, at(offset));
    const long rows = 1 + send(SCI_ANNOTATIONGETLINES, at(line));
    return {static_cast<int>(send(SCI_POINTXFROMPOSITION, 0, offset)),
            static_cast<int>(send(SCI_POINTYFROMPOSITION, 0, offset) + rows * send(SCI_TEXTHEIGHT, 0))};
}

int CardEditor::textLeft() const {
    return static_cast<int>(send(SCI_GETMARGINWIDTHN, IconMargin) + send(SCI_GETMARGINWIDTHN, NumberMargin) +
                            send(SCI_GETMARGINWIDTHN, FoldMargin));
}

QFont CardEditor::noteFont() const {
    QFont font = Theme::fixedFont();
    font.setPointSizeF(std::max(QFontInfo(font).pointSizeF() + zoom(), 2.0));
    return font;
}

int CardEditor::zoom() const { return static_cast<int>(send(SCI_GETZOOM)); }

void CardEditor::setZoom(int points) {
    if (points != zoom())
        send(SCI_SETZOOM, static_cast<unsigned long>(static_cast<long>(std::clamp(points, -6, 30))));
}

void CardEditor::onModified(int position, int type, const char* text, int length, int linesAdded) {
    if (!m_silent && (type & SC_MOD_INSERTTEXT) != 0)
        emit replaced(position, position, QByteArray(text, length));
    else if (!m_silent && (type & SC_MOD_DELETETEXT) != 0)
        emit replaced(position, position + length, {});
    if (linesAdded != 0)
        updateMargins();
}

void CardEditor::onUpdate(int updated) {
    if (const bool undo = canUndo(), redo = canRedo(); undo != m_couldUndo || redo != m_couldRedo) {
        m_couldUndo = undo;
        m_couldRedo = redo;
        emit undoStateChanged();
    }
    if ((updated & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT)) == 0)
        return;
    if (const qint64 now = cursor(); std::exchange(m_lastCursor, now) != now) {
        viewport()->update(); // what stands behind the cursor's line
        emit cursorMoved(now);
    }
}

void CardEditor::onMarginClick(int position, int margin) {
    const int line = lineOf(position);
    if (margin == static_cast<int>(FoldMargin))
        send(SCI_TOGGLEFOLD, at(line - 1));
    else if (margin == static_cast<int>(IconMargin) && m_marks->kindAt(line))
        emit iconClicked(line);
}

} // namespace fairlead::ui
