// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_styler.h"

#include "ui/editor/card_editor.h"
#include "ui/editor/card_styles.h"
#include "ui/editor/fold_levels.h"
#include "ui/editor/highlight.h"
#include "ui/theme/colours.h"

#include <QFont>
#include <QFontInfo>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

unsigned long at(qint64 offset) { return static_cast<unsigned long>(offset); }

} // namespace

CardStyler::CardStyler(CardEditor& editor) : QObject(&editor), m_editor(editor) {
    editor.send(Sci::SCI_SETLEXER, Sci::SCLEX_CONTAINER);
    editor.send(Sci::SCI_SETIDLESTYLING, Sci::SC_IDLESTYLING_NONE);
    connect(&editor, &Sci::SCN_STYLENEEDED, this, &CardStyler::style);
}

void CardStyler::setDocuments(std::function<const yaml::Stream*()> documents) {
    m_documents = std::move(documents);
    restyle();
}

void CardStyler::restyle() {
    m_editor.send(Sci::SCI_STARTSTYLING, 0);
    m_editor.viewport()->update();
}

void CardStyler::applyColours(const Colours& colours, const QFont& font) {
    const QByteArray family = font.family().toUtf8();
    const auto size = static_cast<long>(QFontInfo(font).pointSizeF() * 100);
    m_editor.SendScintilla(Sci::SCI_STYLESETFONT, static_cast<uintptr_t>(Sci::STYLE_DEFAULT), family.constData());
    m_editor.send(Sci::SCI_STYLESETSIZEFRACTIONAL, Sci::STYLE_DEFAULT, size);
    m_editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(Sci::STYLE_DEFAULT), colours.text);
    m_editor.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(Sci::STYLE_DEFAULT), colours.base);
    m_editor.send(Sci::SCI_STYLECLEARALL);
    const auto colour = [&](CardStyle style, const QColor& fore) {
        m_editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(style), fore);
    };
    colour(CardStyle::Key, colours.yamlKey);
    colour(CardStyle::Text, colours.yamlText);
    colour(CardStyle::Scalar, colours.yamlNumber);
    colour(CardStyle::Comment, colours.yamlComment);
    colour(CardStyle::Property, colours.accent);
    colour(CardStyle::Directive, colours.secondaryText);
    m_editor.send(Sci::SCI_STYLESETITALIC, static_cast<unsigned long>(CardStyle::Comment), 1);
    m_editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(Sci::STYLE_LINENUMBER),
                           colours.secondaryText);
    m_editor.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(Sci::STYLE_LINENUMBER), colours.alternate);
    restyle();
}

// What Scintilla calls a need: from where its styles end to `end`. Whole documents are styled, since an edit at the end
// of one can change what its beginning is.
void CardStyler::style(int end) {
    const qint64 begin = m_editor.send(Sci::SCI_GETENDSTYLED);
    const yaml::Stream* stream = m_documents ? m_documents() : nullptr;
    if (stream != nullptr && static_cast<qint64>(stream->size()) == m_editor.length() && !stream->documents().empty())
        styleDocuments(*stream, begin, end);
    else
        styleLines(begin, end);
}

void CardStyler::styleDocuments(const yaml::Stream& stream, qint64 begin, qint64 end) {
    std::string styles;
    const std::size_t last = stream.document_at(static_cast<std::size_t>(end));
    for (std::size_t i = stream.document_at(static_cast<std::size_t>(begin)); i <= last; ++i) {
        const yaml::Document& document = stream.documents()[i];
        styles.assign(document.text().size(), '\0');
        highlightDocument(document, styles);
        put(static_cast<qint64>(stream.begin_of(i)), document.text(), styles);
    }
}

// Without a reader's help: from the marker before to that behind.
void CardStyler::styleLines(qint64 begin, qint64 end) {
    const auto isMarker = [this](long line) {
        const long start = m_editor.send(Sci::SCI_POSITIONFROMLINE, at(line));
        return m_editor.text(start, std::min<qint64>(start + 3, m_editor.length())) == "---";
    };
    long first = m_editor.send(Sci::SCI_LINEFROMPOSITION, at(begin));
    while (first > 0 && !isMarker(first))
        --first;
    const long lines = m_editor.send(Sci::SCI_GETLINECOUNT);
    long last = m_editor.send(Sci::SCI_LINEFROMPOSITION, at(end)) + 1;
    while (last < lines && !isMarker(last))
        ++last;
    const qint64 from = m_editor.send(Sci::SCI_POSITIONFROMLINE, at(first));
    const qint64 to = last < lines ? m_editor.send(Sci::SCI_POSITIONFROMLINE, at(last)) : m_editor.length();
    const QByteArray text = m_editor.text(from, to);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    std::string styles(view.size(), '\0');
    highlightText(view, styles);
    put(from, view, styles);
}

void CardStyler::put(qint64 begin, std::string_view text, const std::string& styles) {
    m_editor.send(Sci::SCI_STARTSTYLING, at(begin));
    m_editor.sendText(Sci::SCI_SETSTYLINGEX, static_cast<qint64>(styles.size()), styles.data());
    long line = m_editor.send(Sci::SCI_LINEFROMPOSITION, at(begin));
    for (const FoldLevel& level : foldLevels(text)) {
        const long flags =
            (level.header ? Sci::SC_FOLDLEVELHEADERFLAG : 0) | (level.blank ? Sci::SC_FOLDLEVELWHITEFLAG : 0);
        m_editor.send(Sci::SCI_SETFOLDLEVEL, at(line++), (Sci::SC_FOLDLEVELBASE + level.depth) | flags);
    }
}

} // namespace fairlead::ui
