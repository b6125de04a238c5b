// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_search.h"

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

} // namespace

std::optional<ByteRange> findIn(const CardEditor& editor, const SearchFor& what, qint64 from, qint64 to) {
    const QByteArray bytes = what.text.toUtf8();
    if (bytes.isEmpty())
        return std::nullopt;
    const int flags = (what.matchCase ? Sci::SCFIND_MATCHCASE : 0) | (what.wholeWords ? Sci::SCFIND_WHOLEWORD : 0);
    editor.send(Sci::SCI_SETSEARCHFLAGS, static_cast<unsigned long>(flags));
    editor.send(Sci::SCI_SETTARGETSTART, static_cast<unsigned long>(from));
    editor.send(Sci::SCI_SETTARGETEND, static_cast<unsigned long>(to));
    if (editor.sendText(Sci::SCI_SEARCHINTARGET, bytes.size(), bytes.constData()) < 0)
        return std::nullopt;
    return ByteRange{editor.send(Sci::SCI_GETTARGETSTART), editor.send(Sci::SCI_GETTARGETEND)};
}

std::vector<ByteRange> findAllIn(const CardEditor& editor, const SearchFor& what, std::size_t limit) {
    std::vector<ByteRange> found;
    const qint64 end = editor.length();
    for (qint64 from = 0; found.size() < limit;) {
        const auto next = findIn(editor, what, from, end);
        if (!next)
            break;
        found.push_back(*next);
        from = next->end;
    }
    return found;
}

} // namespace fairlead::ui
