// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/store.h"
#include "tests/core/files/disk.h"

#include <QString>
#include <QStringList>
#include <algorithm>

namespace fairlead::test {

/// Lists a folder by name, so that an order of files is the same everywhere.
inline std::vector<std::filesystem::directory_entry> list_sorted(const std::filesystem::path& folder) {
    std::vector<std::filesystem::directory_entry> entries;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        entries.push_back(entry);
    std::sort(entries.begin(), entries.end());
    return entries;
}

inline CatalogOptions in_order() { return {.list_directory = list_sorted}; }

inline QString text_of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// `loads`, or the error's class and text.
inline QString text_of(const std::optional<AssetError>& error) {
    return error ? text_of(error->type) + ": " + text_of(error->message) : "loads";
}

/// `m@ user@`: stored names in the order of the cards.
inline QString names_of(const Catalog& catalog, const std::vector<CardRef>& cards) {
    QStringList names;
    for (const CardRef ref : cards)
        names << text_of(catalog.stored_name(ref));
    return names.join(' ');
}
inline QString names_of(const Catalog& catalog) {
    std::vector<CardRef> cards;
    catalog.for_each_card([&](CardRef ref, const Card&) { cards.push_back(ref); });
    return names_of(catalog, cards);
}

/// The states of all documents, a letter each: `C` a card, `.` no document, `!` unreadable, `0` empty, `m` no mapping,
/// `n` name missing, `t` name of a wrong type, `i` name invalid, `T` base of a wrong type, `B` base invalid; a blank
/// between files.
inline QString states_of(const Catalog& catalog) {
    QStringList states;
    for (const CardFile& file : catalog.files()) {
        QString text;
        for (const Card& card : file.cards)
            text += QChar("C.!0mntiTB"[static_cast<int>(card.state)]);
        states << text;
    }
    return states.join(' ');
}

inline AssetSource memory(std::string entries) { return in_memory_source("memory", std::move(entries)); }

} // namespace fairlead::test
