// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_model.h"

#include "ui/text/tool_tip.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr quintptr topId = 0; // of a child: its parent's row + 1

std::ptrdiff_t offset(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

/// The finding is about this place as much as about its first one, which stands among the related ones too then.
bool isOwner(const Diagnostic& diagnostic, const RelatedPlace& related) {
    if (!related.here.empty())
        return true;
    const auto& place = diagnostic.place;
    return place && place->file == related.place.file && place->document == related.place.document &&
           std::ranges::any_of(diagnostic.related, [](const RelatedPlace& other) { return !other.here.empty(); });
}

} // namespace

void ProblemsModel::setRows(std::vector<ProblemRow> rows) {
    const std::size_t shorter = std::min(rows.size(), m_rows.size());
    std::size_t head = 0;
    while (head < shorter && isSameProblem(m_rows[head], rows[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && isSameProblem(m_rows[m_rows.size() - 1 - tail], rows[rows.size() - 1 - tail]))
        ++tail;
    if (const std::size_t gone = m_rows.size() - head - tail; gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone - 1));
        m_rows.erase(m_rows.begin() + offset(head), m_rows.end() - offset(tail));
        endRemoveRows();
    }
    if (const std::size_t come = rows.size() - head - tail; come > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + come - 1));
        m_rows.insert(m_rows.begin() + offset(head), rows.begin() + offset(head), rows.end() - offset(tail));
        endInsertRows();
    }
    m_rows = std::move(rows); // the same findings, at other places perhaps
    updateHasFixes();
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ProblemsModel::updateHasFixes() {
    const bool has = std::ranges::any_of(m_rows, [](const ProblemRow& row) { return !row.diagnostic.fixes.empty(); });
    if (std::exchange(m_hasFixes, has) != has)
        emit headerDataChanged(Qt::Horizontal, FixColumn, FixColumn);
}

const ProblemRow* ProblemsModel::problemAt(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const auto row = static_cast<std::size_t>(index.internalId() == topId ? index.row() : index.parent().row());
    return row < m_rows.size() ? &m_rows[row] : nullptr;
}

ProblemsModel::RowKind ProblemsModel::kindOf(const QModelIndex& index) const {
    if (index.internalId() == topId)
        return RowKind::Problem;
    return relatedOf(*problemAt(index), index.row()) < 0 ? RowKind::Says : RowKind::Related;
}

// The number among the related places, or -1 for fairseq2's words.
int ProblemsModel::relatedOf(const ProblemRow& row, int child) const { return row.hasSays() ? child - 1 : child; }

std::optional<Location> ProblemsModel::locationAt(const QModelIndex& index) const {
    const ProblemRow* row = problemAt(index);
    if (row == nullptr)
        return std::nullopt;
    if (kindOf(index) == RowKind::Related)
        return row->related[static_cast<std::size_t>(relatedOf(*row, index.row()))].location;
    return row->place.location;
}

QModelIndex ProblemsModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topId);
}

QModelIndex ProblemsModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == topId)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, topId);
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.column() != 0 || parent.internalId() != topId)
        return 0;
    return m_rows[static_cast<std::size_t>(parent.row())].childCount();
}

int ProblemsModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QString ProblemsModel::textOf(const ProblemRow& row, int column) const {
    switch (column) {
    case SeverityColumn:
        return wordOf(row.weight);
    case MessageColumn:
        return row.message;
    case RuleColumn:
        return ruleTitle(row.diagnostic.rule);
    case WhereColumn: {
        const auto owners = std::ranges::count_if(
            row.diagnostic.related, [&](const RelatedPlace& place) { return isOwner(row.diagnostic, place); });
        return owners > 1 ? tr("%n place(s)", nullptr, static_cast<int>(owners)) : row.place.text;
    }
    default:
        return m_hasFixes ? fixWord(row.diagnostic.fixes) : row.card;
    }
}

// `here`, `and here` of the owners of a name; `see` of what only explains.
QString ProblemsModel::relatedWord(const ProblemRow& row, int related) const {
    const std::vector<RelatedPlace>& places = row.diagnostic.related;
    const auto owner = [&](const RelatedPlace& place) { return isOwner(row.diagnostic, place); };
    if (!owner(places[static_cast<std::size_t>(related)]))
        return tr("see");
    return std::ranges::any_of(places.begin(), places.begin() + related, owner) ? tr("and here") : tr("here");
}

QString ProblemsModel::childText(const ProblemRow& row, int child, int column) const {
    const int related = relatedOf(row, child);
    if (related < 0)
        return column == SeverityColumn  ? tr("fairseq2 says:")
               : column == MessageColumn ? toText(row.diagnostic.fairseq2_says)
                                         : QString();
    const auto number = static_cast<std::size_t>(related);
    switch (column) {
    case SeverityColumn:
        return relatedWord(row, related);
    case MessageColumn:
        return toText(row.diagnostic.related[number].message);
    case WhereColumn:
        return row.related[number].text;
    case FixColumn: {
        const int fix = fixOf(row, related);
        return fix < 0 ? QString() : toText(row.diagnostic.fixes[static_cast<std::size_t>(fix)].short_title);
    }
    default:
        return {};
    }
}

// The fix that a click makes: the certain one; of a related place the one that changes nothing but its document.
int ProblemsModel::fixOf(const ProblemRow& row, int related) const {
    const std::vector<Fix>& fixes = row.diagnostic.fixes;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        if (related < 0) {
            if (fixes[i].certain)
                return static_cast<int>(i);
            continue;
        }
        const DocumentPlace& place = row.diagnostic.related[static_cast<std::size_t>(related)].place;
        const bool here = std::ranges::all_of(fixes[i].edits, [&](const TextEdit& edit) {
            return edit.place.file == place.file && edit.place.document == place.document;
        });
        if (here && !fixes[i].edits.empty() && !fixes[i].certain)
            return static_cast<int>(i);
    }
    return -1;
}

// What a cell says in full; the words of fairseq2 go across all cells.
QString ProblemsModel::fullText(const ProblemRow& row, const QModelIndex& index, bool child, int related) const {
    const int column = child && related < 0 ? int(MessageColumn) : index.column();
    return child ? childText(row, index.row(), column) : textOf(row, column);
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    const ProblemRow* row = problemAt(index);
    if (row == nullptr)
        return {};
    const bool child = index.internalId() != topId;
    const int related = child ? relatedOf(*row, index.row()) : -1;
    switch (role) {
    case Qt::DisplayRole:
        return child ? childText(*row, index.row(), index.column()) : textOf(*row, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(fullText(*row, index, child, related));
    case KindRole:
        return static_cast<int>(kindOf(index));
    case WeightRole:
        return static_cast<int>(row->weight);
    case CertainRole: {
        const int fix = child && related < 0 ? -1 : fixOf(*row, related);
        return fix >= 0 && row->diagnostic.fixes[static_cast<std::size_t>(fix)].certain;
    }
    case FixRole:
        return child && related < 0 ? -1 : fixOf(*row, related);
    case HasFixRole:
        return child ? related >= 0 && fixOf(*row, related) >= 0 : !row->diagnostic.fixes.empty();
    case PlaceRole:
        return locationAt(index).has_value();
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case MessageColumn:
        return tr("Message");
    case RuleColumn:
        return tr("Rule");
    case WhereColumn:
        return tr("Where");
    case FixColumn:
        return m_hasFixes ? tr("Fix") : tr("Card");
    default:
        return {};
    }
}

} // namespace fairlead::ui
