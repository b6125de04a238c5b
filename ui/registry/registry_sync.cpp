// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_model.h"

#include <QSet>

#include <algorithm>

// How the rows that are shown become the rows that are wanted, with as few changes as it takes.

namespace fairlead::ui {

namespace {

using Rows = std::vector<std::unique_ptr<RegistryRow>>;

QSet<QString> keysOf(const Rows& rows, std::size_t begin, std::size_t end) {
    QSet<QString> keys;
    keys.reserve(static_cast<qsizetype>(end - begin));
    for (std::size_t i = begin; i < end; ++i)
        keys.insert(rows[i]->key);
    return keys;
}

} // namespace

void RegistryModel::sync(RegistryRow& current, RegistryRow& wanted) {
    arrange(current, wanted);
    auto& have = current.children;
    auto& want = wanted.children;
    const auto tell = [&](std::size_t first, std::size_t end) {
        if (first < end)
            emit dataChanged(indexFor(*have[first]), indexFor(*have[end - 1], DetailColumn));
    };
    std::size_t firstChanged = 0;
    std::size_t endChanged = 0;
    for (std::size_t i = 0; i < have.size(); ++i) {
        if (!want[i])
            continue; // inserted: it has left `wanted`
        if (have[i]->takeOver(*want[i])) {
            if (i != endChanged) {
                tell(firstChanged, endChanged);
                firstChanged = i;
            }
            endChanged = i + 1;
        }
        sync(*have[i], *want[i]);
    }
    tell(firstChanged, endChanged);
}

// Puts the same keys into the same order; what differs is between equal rows at the front and at the end.
void RegistryModel::arrange(RegistryRow& current, RegistryRow& wanted) {
    auto& have = current.children;
    auto& want = wanted.children;
    const std::size_t shorter = std::min(have.size(), want.size());
    std::size_t front = 0;
    while (front < shorter && have[front]->key == want[front]->key)
        ++front;
    std::size_t back = 0;
    while (back < shorter - front && have[have.size() - 1 - back]->key == want[want.size() - 1 - back]->key)
        ++back;
    const std::size_t wantEnd = want.size() - back;
    if (front == wantEnd && have.size() == want.size())
        return;
    const QSet<QString> haveKeys = keysOf(have, front, have.size() - back);
    const QSet<QString> wantKeys = keysOf(want, front, wantEnd);
    const auto isWanted = [&](std::size_t i) { return wantKeys.contains(have[i]->key); };
    const auto isNew = [&](std::size_t i) { return !haveKeys.contains(want[i]->key); };
    for (std::size_t at = front; at < wantEnd || at < have.size() - back;) {
        const std::size_t haveEnd = have.size() - back;
        if (at < haveEnd && at < wantEnd && have[at]->key == want[at]->key) {
            ++at;
        } else if (have.size() == want.size() && !isWanted(at) && isNew(at) && have[at]->kind == want[at]->kind) {
            have[at]->key = want[at]->key; // renamed in its place
            ++at;
        } else if (at < haveEnd && !isWanted(at)) {
            std::size_t end = at + 1;
            while (end < haveEnd && !isWanted(end))
                ++end;
            dropRows(current, at, end - at);
        } else if (at < wantEnd && isNew(at)) {
            std::size_t end = at + 1;
            while (end < wantEnd && isNew(end))
                ++end;
            takeRows(current, at, wanted, at, end - at);
            at = end;
        } else {
            std::size_t from = at;
            while (have[from]->key != want[at]->key)
                ++from;
            moveRow(current, from, at);
        }
    }
}

void RegistryModel::dropRows(RegistryRow& parent, std::size_t first, std::size_t count) {
    beginRemoveRows(indexFor(parent), static_cast<int>(first), static_cast<int>(first + count - 1));
    const auto begin = parent.children.begin() + static_cast<std::ptrdiff_t>(first);
    parent.children.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    parent.renumber(first);
    endRemoveRows();
}

void RegistryModel::takeRows(RegistryRow& parent, std::size_t first, RegistryRow& from, std::size_t begin,
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
