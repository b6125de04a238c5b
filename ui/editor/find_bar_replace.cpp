// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_bar.h"

#include <QLineEdit>

// Replacing what is found.

namespace fairlead::ui {

void FindBar::replaceOne() {
    const ByteRange selected = m_editor.selection();
    const TextSearch search = this->search();
    if (search.next(m_editor, selected.begin) == selected && !m_editor.isTextReadOnly()) {
        const QByteArray text = search.replacements(m_editor, {selected}, m_replace->text()).front();
        m_editor.applyEdits({{selected.begin, selected.end, text}});
        const qint64 after = selected.begin + text.size();
        m_editor.select({after, after});
    }
    findNext();
}

void FindBar::replaceAll() {
    if (m_editor.isTextReadOnly())
        return;
    const TextSearch search = this->search();
    const auto [places, areAll] = search.all(m_editor, static_cast<std::size_t>(m_editor.length()) + 1);
    if (!areAll)
        return say({}, tr("This expression takes too long here; nothing was replaced."));
    if (places.empty())
        return mark(); // says why
    replaceBy(places, search);
    mark();
    say(tr("%n place(s) replaced", nullptr, static_cast<int>(places.size())));
}

// One edit from the first place to the last: what checks the text reads it once.
void FindBar::replaceBy(const std::vector<ByteRange>& places, const TextSearch& search) {
    const std::vector<QByteArray> replacements = search.replacements(m_editor, places, m_replace->text());
    QByteArray text;
    qint64 done = places.front().begin;
    for (std::size_t i = 0; i < places.size(); ++i) {
        text += m_editor.text(done, places[i].begin) + replacements[i];
        done = places[i].end;
    }
    m_editor.applyEdits({{places.front().begin, places.back().end, text}});
}

} // namespace fairlead::ui
