// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the panel: going to a finding, fixing it, its menu.
#include "ui/buffers/apply_fixes.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/fix_difference.h"
#include "ui/detail/detail_pane.h"
#include "ui/navigation/navigator.h"
#include "ui/problems/file_order.h"
#include "ui/problems/findings.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"
#include "ui/problems/problems_view.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace fairlead::ui {

void ProblemsPanel::goTo(const QModelIndex& index) {
    if (const auto location = m_model->locationAt(index))
        m_navigator.go(*location);
}

void ProblemsPanel::goToNext() { goToNeighbour(true); }

void ProblemsPanel::goToPrevious() { goToNeighbour(false); }

// From where the person is, in the order of the files in the tree, and of their texts; around the ends.
void ProblemsPanel::goToNeighbour(bool forward) {
    refresh();
    struct Stop {
        quint32 file = 0;
        qint64 begin = 0;
        Location location;
        int row = 0;
    };
    std::vector<Stop> stops;
    for (const ProblemRow& row : m_model->rows()) {
        const auto number = static_cast<int>(&row - m_model->rows().data());
        if (row.place.location && row.diagnostic.place) // what is in no card file is not on the way
            stops.push_back({row.diagnostic.place->file, row.place.location->begin, *row.place.location, number});
        for (std::size_t i = 0; i < row.related.size(); ++i) {
            const RelatedPlace& related = row.diagnostic.related[i]; // a name is marked wherever it stands
            const auto& location = row.related[i].location;
            if (!related.here.empty() && location && location != row.place.location)
                stops.push_back({related.place.file, location->begin, *location, number});
        }
    }
    if (stops.empty())
        return;
    const auto goTo = [this](const Stop& stop) {
        m_view->setCurrentIndex(m_model->index(stop.row, 0));
        m_navigator.go(stop.location);
    };
    FileOrder files(m_workspace.session()->catalog());
    const auto comesBefore = [&](const Stop& left, const Stop& right) {
        return left.file != right.file ? files.comesBefore(left.file, right.file) : left.begin < right.begin;
    };
    std::ranges::stable_sort(stops, comesBefore);
    const auto file = currentFile();
    if (!file) {
        goTo(forward ? stops.front() : stops.back());
        return;
    }
    const Stop here{*file, m_navigator.current().begin, {}};
    if (forward) {
        const auto next = std::ranges::upper_bound(stops, here, comesBefore);
        goTo(next == stops.end() ? stops.front() : *next);
    } else {
        const auto next = std::ranges::lower_bound(stops, here, comesBefore);
        goTo(next == stops.begin() ? stops.back() : *std::prev(next));
    }
}

void ProblemsPanel::clickFix(const QModelIndex& index) {
    const ProblemRow* row = m_model->problemAt(index);
    const int fix = index.data(ProblemsModel::FixRole).toInt();
    if (fix >= 0)
        applyFix(row->diagnostic, fix);
    else
        openMenu(index, m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
}

void ProblemsPanel::applyFix(const Diagnostic& diagnostic, qsizetype number) {
    const Diagnostic* now = m_workspace.session() == nullptr ? nullptr : findAgain(*m_workspace.session(), diagnostic);
    if (now == nullptr)
        return; // gone since
    const Fix fix = now->fixes[static_cast<std::size_t>(number)];
    if (!applyFixes(m_buffers, {&fix}) || fix.edits.empty())
        return;
    // Its place stands where the first edit was.
    const DocumentPlace& place = fix.edits.front().place;
    m_navigator.go(Location::inFile(keyOfFile(m_workspace.session()->catalog(), place.file)));
}

void ProblemsPanel::openMenu(const QModelIndex& index, const QPoint& global) {
    const ProblemRow* row = m_model->problemAt(index);
    if (row == nullptr)
        return;
    const Diagnostic diagnostic = row->diagnostic;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto location = m_model->locationAt(index))
        menu->addAction(tr("Go There\tEnter"), this, [this, place = *location] { m_navigator.go(place); });
    if (!diagnostic.fixes.empty())
        menu->addSeparator();
    for (std::size_t i = 0; i < diagnostic.fixes.size(); ++i)
        menu->addAction(toText(diagnostic.fixes[i].title).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                        [this, diagnostic, i] { applyFix(diagnostic, static_cast<qsizetype>(i)); });
    menu->addSeparator();
    menu->addAction(tr("Explain %1").arg(ruleTitle(diagnostic.rule)), this, [this, rule = diagnostic.rule] {
        m_offering = false;
        m_details->showExplanation(ruleTitle(rule), ruleExplanation(rule));
        m_pages->setCurrentWidget(m_details);
    });
    menu->addAction(tr("Copy Message"), this,
                    [text = toText(diagnostic.message)] { QGuiApplication::clipboard()->setText(text); });
    if (!diagnostic.fairseq2_says.empty())
        menu->addAction(tr("Copy fairseq2's Error Text"), this,
                        [text = toText(diagnostic.fairseq2_says)] { QGuiApplication::clipboard()->setText(text); });
    menu->popup(global);
}

void ProblemsPanel::offerAllFixes() {
    m_offering = true;
    emit attentionWanted();
    showAllDifferences();
}

void ProblemsPanel::showAllDifferences() {
    const CheckSession* session = m_workspace.session();
    const auto fixes = session == nullptr ? std::vector<const Fix*>() : certainFixes(session->diagnostics());
    if (session == nullptr || fixes.empty()) {
        m_details->closePane();
        return;
    }
    const int count = static_cast<int>(fixes.size());
    m_details->showDifference(count == 1 ? tr("What the fix would change. Nothing is saved by it.")
                                         : tr("What the %1 fixes would change. Nothing is saved by it.").arg(count),
                              differenceOf(session->catalog(), fixes), tr("Fix"), [this] { applyAll(); });
    m_pages->setCurrentWidget(m_details);
}

void ProblemsPanel::applyAll() {
    m_offering = false;
    if (const CheckSession* session = m_workspace.session())
        applyFixes(m_buffers, certainFixes(session->diagnostics()));
    refresh();
}

} // namespace fairlead::ui
