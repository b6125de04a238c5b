// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page offers to mend, and the copy of a package's card.
#include "ui/buffers/apply_fixes.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/fix_difference.h"
#include "ui/detail/detail_pane.h"
#include "ui/editor/card_copy.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/editor/fixes_menu.h"
#include "ui/editor/problem_marks.h"
#include "ui/navigation/navigator.h"
#include "ui/problems/diagnostic_words.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace fairlead::ui {

void EditorPage::openFixesAt(qint64 shown) {
    const int line = m_editor->lineOf(shown);
    const qint64 offset = m_cuts.toText(shown);
    refresh(); // the findings are those of the text as it stands
    std::vector<Finding> findings;
    if (isKnown())
        findings = findingsIn(*m_workspace.session(), *m_buffer.file());
    std::erase_if(findings,
                  [&](const Finding& finding) { return m_editor->lineOf(m_cuts.toShown(finding.begin)) != line; });
    const auto holds = [&](const Finding& finding) { return finding.begin <= offset && offset <= finding.end; };
    std::ranges::stable_sort(findings, [&](const Finding& left, const Finding& right) {
        return std::pair(!holds(left), weightOf(*left.diagnostic)) <
               std::pair(!holds(right), weightOf(*right.diagnostic));
    });
    if (findings.empty()) {
        emit said(m_editor->marks().problems().empty()
                      ? tr("There is no problem in this file.")
                      : tr("There is no problem in this line, only in others of this file."));
        return;
    }
    auto* menu = new FixesMenu(m_workspace.session()->catalog(), findings, !m_buffer.isReadOnly(), m_theme, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &FixesMenu::fixChosen, this, &EditorPage::applyFix);
    connect(menu, &FixesMenu::differenceWanted, this, &EditorPage::showFixDifference);
    connect(menu, &FixesMenu::placeWanted, &m_navigator, &Navigator::go);
    connect(menu, &FixesMenu::explanationWanted, this,
            [this](quint16 rule) { m_details->showExplanation(ruleTitle(rule), ruleExplanation(rule)); });
    menu->popup(m_editor->viewport()->mapToGlobal(m_editor->pointBelow(m_cuts.toShown(findings.front().begin))));
}

const Fix* EditorPage::fixAgain(const Diagnostic& diagnostic, qsizetype fix) const {
    const Diagnostic* now = isKnown() ? findAgain(*m_workspace.session(), diagnostic) : nullptr;
    return now == nullptr ? nullptr : &now->fixes[static_cast<std::size_t>(fix)];
}

void EditorPage::applyFix(const Diagnostic& diagnostic, qsizetype number) {
    if (const Fix* fix = fixAgain(diagnostic, number))
        applyFixes(m_buffers, {fix});
    else
        emit said(tr("That problem is not there any more."));
    m_editor->setFocus();
}

void EditorPage::showFixDifference(const Diagnostic& diagnostic, qsizetype number) {
    const Fix* fix = fixAgain(diagnostic, number);
    if (fix == nullptr)
        return;
    m_details->showDifference(toText(fix->title), differenceOf(m_workspace.session()->catalog(), {fix}), tr("Apply"),
                              [this, diagnostic, number] { applyFix(diagnostic, number); });
}

void EditorPage::copyCard() {
    const auto ref = card();
    if (!ref)
        return;
    const QByteArray text = copyOfCard(m_workspace.session()->catalog(), *ref);
    if (const Buffer* copy = m_buffers.newFile(text))
        m_navigator.go(Location::inFile(copy->key(), 0, 0));
}

} // namespace fairlead::ui
