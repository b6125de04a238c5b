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

} // namespace

CardEditor::CardEditor(const Theme& theme, QWidget* parent)
    : CardText(parent), m_theme(theme), m_styler(new CardStyler(*this)), m_marks(new ProblemMarks(*this)),
      m_overlay(std::make_unique<EditorOverlay>(*this, theme)) {
    installEditorAccessible();
    setUp();
    bindKeys(*this);
    applyTheme();
    connect(&theme, &Theme::changed, this, &CardEditor::applyTheme);
    connect(this, &CardText::lineCountChanged, this, &CardEditor::updateMargins);
    connect(this, &CardText::cursorMoved, viewport(), qOverload<>(&QWidget::update)); // what is behind its line
    connect(this, &QsciScintillaBase::SCN_FOCUSOUT, this,
            [this] { showLink(std::nullopt); }); // where Ctrl is let go of is not heard here
    connect(this, &QsciScintillaBase::SCN_MARGINCLICK, this,
            [this](int position, int, int margin) { onMarginClick(position, margin); });
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, [this] {
        updateMargins();
        send(SCI_SETSCROLLWIDTH, 1); // it only grows by itself
        emit zoomChanged(zoom());
        emit widthChanged();
    });
}

CardEditor::~CardEditor() = default;

void CardEditor::setUp() {
    send(SCI_USEPOPUP, 0);
    send(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE); // a long line takes a while to measure
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
    m_styler->applyColours(colours, textFont());
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

void CardEditor::setOptions(const EditorOptions& options) {
    if (options == m_options)
        return;
    m_options = options;
    const auto width = static_cast<unsigned long>(options.tabWidth);
    send(SCI_SETTABWIDTH, width);
    send(SCI_SETINDENT, width);
    send(SCI_SETWRAPMODE, options.wraps ? SC_WRAP_WORD : SC_WRAP_NONE);
    send(SCI_SETWRAPVISUALFLAGS, options.wraps ? SC_WRAPVISUALFLAG_END : SC_WRAPVISUALFLAG_NONE);
    send(SCI_SETWRAPINDENTMODE, SC_WRAPINDENT_INDENT);
    applyTheme();
    emit widthChanged();
}

QFont CardEditor::textFont() const {
    QFont font = Theme::fixedFont();
    if (!m_options.font.isEmpty())
        font.setFamily(m_options.font);
    return font;
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
    QFont font = textFont();
    font.setPointSizeF(std::max(QFontInfo(font).pointSizeF() + zoom(), 2.0));
    return font;
}

void CardEditor::onMarginClick(int position, int margin) {
    const int line = lineOf(position);
    if (margin == static_cast<int>(FoldMargin))
        send(SCI_TOGGLEFOLD, at(line - 1));
    else if (margin == static_cast<int>(IconMargin) && m_marks->kindAt(line))
        emit iconClicked(line);
}

} // namespace fairlead::ui
