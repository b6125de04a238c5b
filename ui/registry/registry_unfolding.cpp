// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_model.h"
#include "ui/registry/registry_panel.h"
#include "ui/registry/registry_view.h"

#include <QComboBox>
#include <QLineEdit>

// Which rows of the registry are unfolded, and where its cursor goes.

namespace fairlead::ui {

void RegistryPanel::showRow(const QModelIndex& index) {
    if (!index.isValid())
        return;
    for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
        m_view->expand(at);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void RegistryPanel::showSection(FamilyKind kind) {
    m_text->clear();
    m_scope->setCurrentIndex(0);
    applyFilter();
    const QModelIndex section = m_filter->mapFromSource(m_model.section(kind));
    showRow(section);
    m_view->expand(section);
    m_view->scrollTo(section, QAbstractItemView::PositionAtTop);
    focusView();
}

void RegistryPanel::showSources() {
    m_text->clear();
    m_scope->setCurrentIndex(0);
    applyFilter();
    const QModelIndex section = m_filter->mapFromSource(m_model.sourcesSection());
    m_view->expand(section);
    for (int row = 0; row < m_filter->rowCount(section); ++row)
        m_view->expand(m_filter->index(row, 0, section));
    m_view->setCurrentIndex(section);
    m_view->scrollTo(section, QAbstractItemView::PositionAtTop);
    focusView();
}

bool RegistryPanel::isFoldedAway(const QModelIndex& index) const {
    for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
        if (!m_view->isExpanded(at))
            return true;
    return false;
}

// Of several rows one that is seen, of these one in the section where the cursor is: it goes no further than it must.
QModelIndex RegistryPanel::rowFor(const Location& location) const {
    const auto sectionOf = [](QModelIndex index) {
        while (index.parent().isValid())
            index = index.parent();
        return index;
    };
    const QModelIndex section = sectionOf(m_view->currentIndex());
    QModelIndex best;
    int bestMerit = -1;
    for (const QModelIndex& row : m_model.indexesOf(location)) {
        const QModelIndex index = m_filter->mapFromSource(row);
        const int merit = (isFoldedAway(index) ? 0 : 2) + (sectionOf(index) == section ? 1 : 0);
        if (index.isValid() && merit > bestMerit) {
            best = index;
            bestMerit = merit;
        }
    }
    return best;
}

// Of a place that has no row (yet) nothing is selected: what was before is not it.
void RegistryPanel::wait(const Location& location, bool isToReveal) {
    m_toFollow = location;
    m_isToReveal = isToReveal;
    if (!m_model.isBehind())
        m_view->clearSelection();
}

void RegistryPanel::follow(const Location& location) {
    QModelIndex index = m_model.isBehind() ? QModelIndex() : rowFor(location);
    if (!index.isValid()) {
        // The editor tells of a cursor that was put there a moment after who put it.
        wait(location, m_isToReveal && m_toFollow == location);
        return;
    }
    m_toFollow.reset();
    while (isFoldedAway(index))
        index = index.parent();
    if (index == m_view->currentIndex() && m_view->selectionModel()->isSelected(index))
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void RegistryPanel::reveal(const Location& location) {
    const QModelIndex index = m_model.isBehind() ? QModelIndex() : rowFor(location);
    if (!index.isValid()) {
        wait(location, true);
        return;
    }
    m_toFollow.reset();
    showRow(index);
}

void RegistryPanel::goOn() {
    if (!m_toFollow)
        return;
    const Location location = *m_toFollow;
    if (!rowFor(location).isValid())
        return;
    if (m_isToReveal)
        reveal(location);
    else
        follow(location);
}

QStringList RegistryPanel::unfolded() const {
    QStringList rows;
    const auto visit = [&](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex index = m_filter->index(row, 0, parent);
            if (!m_view->isExpanded(index))
                continue;
            rows.append(m_model.keyPath(sourceOf(index)).join(QLatin1Char('\t')));
            self(self, index);
        }
    };
    visit(visit, {});
    return rows;
}

void RegistryPanel::unfold(const QStringList& rows) {
    for (const QString& row : rows)
        m_view->expand(m_filter->mapFromSource(m_model.indexOfKeys(row.split(QLatin1Char('\t')))));
}

void RegistryPanel::unfoldByDefault() {
    const QModelIndex sources = m_model.sourcesSection();
    const bool hasYours = sources.data(RegistryModel::YoursRole).toBool();
    const bool stopsLoad = sources.data(RegistryModel::TroubleRole).toInt() == static_cast<int>(Trouble::StopsLoad);
    m_view->collapseAll();
    const auto expand = [&](const QModelIndex& index) { m_view->expand(m_filter->mapFromSource(index)); };
    expand(sources);
    if (!stopsLoad)
        expand(m_model.section(FamilyKind::model));
    if (!hasYours)
        expand(m_model.section(FamilyKind::tokenizer));
    for (int row = 0; row < m_model.rowCount(sources); ++row) {
        const QModelIndex source = m_model.index(row, 0, sources);
        if (!source.data(RegistryModel::YoursRole).toBool())
            continue;
        expand(source);
        for (int file = 0; file < m_model.rowCount(source) && file < 200; ++file)
            if (const QModelIndex index = m_model.index(file, 0, source);
                index.data(RegistryModel::TroubleRole).toInt() > static_cast<int>(Trouble::None))
                expand(index);
    }
}

} // namespace fairlead::ui
