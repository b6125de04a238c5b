// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_model.h"

#include <QSet>

#include <algorithm>

// How the rows that are shown become the rows that are wanted, with as few changes as it takes.

namespace fairlead::ui {

namespace {

bool sameKeys(const RegistryRow& left, const RegistryRow& right) {
    return std::ranges::equal(
        left.children, right.children, {}, [](const auto& row) { return QStringView(row->key); },
        [](const auto& row) { return QStringView(row->key); });
}

QSet<QString> keysOf(const RegistryRow& row) {
    QSet<QString> keys;
    keys.reserve(static_cast<qsizetype>(row.children.size()));
    for (const auto& child : row.children)
        keys.insert(child->key);
    return keys;
}

} // namespace

void RegistryModel::sync(RegistryRow& current, RegistryRow& wanted) {
    auto& have = current.children;
    auto& want = wanted.children;
    if (!sameKeys(current, wanted)) {
        const QSet<QString> haveKeys = keysOf(current);
        const QSet<QString> wantKeys = keysOf(wanted);
        const auto isWanted = [&](std::size_t i) { return wantKeys.contains(have[i]->key); };
        const auto isNew = [&](std::size_t i) { return !haveKeys.contains(want[i]->key); };
        for (std::size_t at = 0; at < want.size() || at < have.size();) {
            if (at < have.size() && at < want.size() && have[at]->key == want[at]->key) {
                ++at;
            } else if (have.size() == want.size() && !isWanted(at) && isNew(at) && have[at]->kind == want[at]->kind) {
                have[at]->key = want[at]->key; // renamed in its place
                ++at;
            } else if (at < have.size() && !isWanted(at)) {
                std::size_t end = at + 1;
                while (end < have.size() && !isWanted(end))
                    ++end;
                removeRows(current, at, end - at);
            } else if (at < want.size() && isNew(at)) {
                std::size_t end = at + 1;
                while (end < want.size() && isNew(end))
                    ++end;
                insertRows(current, at, wanted, at, end - at);
                at = end;
            } else {
                std::size_t from = at;
                while (have[from]->key != want[at]->key)
                    ++from;
                moveRow(current, from, at);
            }
        }
    }
    // Inserted rows have left `wanted`.
    std::size_t firstChanged = have.size();
    std::size_t lastChanged = 0;
    for (std::size_t i = 0; i < have.size(); ++i) {
        if (!want[i])
            continue;
        if (have[i]->takeOver(*want[i])) {
            firstChanged = std::min(firstChanged, i);
            lastChanged = i;
        }
        sync(*have[i], *want[i]);
    }
    if (firstChanged < have.size())
        emit dataChanged(indexFor(*have[firstChanged]), indexFor(*have[lastChanged], DetailColumn));
}

void RegistryModel::removeRows(RegistryRow& parent, std::size_t first, std::size_t count) {
    beginRemoveRows(indexFor(parent), static_cast<int>(first), static_cast<int>(first + count - 1));
    const auto begin = parent.children.begin() + static_cast<std::ptrdiff_t>(first);
    parent.children.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    parent.renumber(first);
    endRemoveRows();
}

void RegistryModel::insertRows(RegistryRow& parent, std::size_t first, RegistryRow& from, std::size_t begin,
                               std::size_t count) {
    beginInsertRows(indexFor(parent), static_cast<int>(first), static_cast<int>(first + count - 1));
    const auto source = from.children.begin() + static_cast<std::ptrdiff_t>(begin);
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(first),
                           std::make_move_iterator(source),
                           std::make_move_iterator(source + static_cast<std::ptrdiff_t>(count)));
    parent.renumber(first);
    endInsertRows();
}

void RegistryModel::moveRow(RegistryRow& parent, std::size_t from, std::size_t to) {
    const QModelIndex index = indexFor(parent);
    beginMoveRows(index, static_cast<int>(from), static_cast<int>(from), index, static_cast<int>(to));
    const auto begin = parent.children.begin();
    std::rotate(begin + static_cast<std::ptrdiff_t>(to), begin + static_cast<std::ptrdiff_t>(from),
                begin + static_cast<std::ptrdiff_t>(from + 1));
    parent.renumber(to);
    endMoveRows();
}

} // namespace fairlead::ui
