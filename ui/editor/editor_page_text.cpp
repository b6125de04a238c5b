// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The buffer's text in the editor, and places of one in the other.
#include "ui/buffers/buffer.h"
#include "ui/buffers/places.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_notices.h"
#include "ui/editor/editor_page.h"
#include "ui/editor/problem_marks.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {

// A line that is typed may grow beyond what is cut at the next opening, but not to where each key takes a second.
constexpr qint64 longestTyped = 4 * LineCuts::longestLine;

} // namespace

// With lines cut, the editor is a mere view: edits come to the buffer from elsewhere, without a history of undo.
void EditorPage::takeText() {
    LineCuts cuts(m_buffer.text());
    if (!cuts.any() && !m_cuts.any()) {
        m_editor->takeText(m_buffer.text());
        return;
    }
    const Location here = location();
    loadText(std::move(cuts));
    m_editor->select(toShown(here.begin, here.end));
}

void EditorPage::loadText(LineCuts cuts) {
    m_cuts = std::move(cuts);
    m_editor->loadText(m_cuts.shown(m_buffer.text()));
    m_buffer.setView(m_cuts.any() ? nullptr : m_editor);
    updateReadOnly();
}

void EditorPage::updateReadOnly() {
    showCutWords();
    m_editor->setTextReadOnly(m_buffer.isReadOnly() || m_cuts.any());
    emit m_editor->undoStateChanged();
    emit statusChanged();
}

void EditorPage::showCutWords() {
    QStringList words;
    if (m_cuts.any())
        words.append(tr("Line %1 has %2. Lines of more than %3 are shown cut, and the text cannot be changed by hand.")
                         .arg(m_cuts.firstLine())
                         .arg(bytesInWords(m_cuts.firstLength()), bytesInWords(LineCuts::longestLine)));
    if (m_unmarked > 0)
        words.append(tr("The first %1 problems are marked in the text, %2 more are not.")
                         .arg(m_editor->marks().problems().size())
                         .arg(m_unmarked));
    m_notices->setCutWords(words.join(QLatin1Char(' ')));
}

void EditorPage::sayReadOnly() {
    emit said(tr("This text cannot be changed. %1")
                  .arg(m_buffer.isReadOnly() ? m_buffer.readOnlyReason() : tr("Some of its lines are too long.")));
}

// After bytes [begin, begin + size) came. The editor may not be changed while it tells of that.
void EditorPage::checkLength(qint64 begin, qint64 size) {
    qint64 longest = 0;
    for (int line = m_editor->lineOf(begin); line <= m_editor->lineOf(begin + size); ++line) {
        const ByteRange range = m_editor->lineRange(line);
        longest = std::max(longest, range.end - range.begin);
    }
    // One act may come as several changes; it is one undo.
    if (longest > longestTyped && !std::exchange(m_isTakingBack, true))
        QMetaObject::invokeMethod(
            this, [this, longest] { takeBack(longest); }, Qt::QueuedConnection);
}

void EditorPage::takeBack(qint64 length) {
    m_editor->send(QsciScintillaBase::SCI_UNDO);
    m_isTakingBack = false;
    refresh(); // the cursor is back before it is said
    emit said(tr("This would make a line of %1. Lines of more than %2 cannot be edited here.")
                  .arg(bytesInWords(length), bytesInWords(longestTyped)));
}

ByteRange EditorPage::toShown(qint64 begin, qint64 end) const { return {m_cuts.toShown(begin), m_cuts.toShown(end)}; }

void EditorPage::showPlace(const Location& location) {
    if (location.begin >= 0)
        m_editor->select(toShown(location.begin, location.end));
    m_editor->setFocus();
}

Location EditorPage::location() const {
    const ByteRange selection = m_editor->selection();
    return Location::inFile(m_buffer.key(), m_cuts.toText(selection.begin), m_cuts.toText(selection.end));
}

std::optional<CardRef> EditorPage::card() const {
    const qint64 cursor = m_cuts.toText(m_editor->cursor());
    return isKnown() ? documentAt(m_workspace.session()->catalog(), *m_buffer.file(), cursor) : std::nullopt;
}

} // namespace fairlead::ui
