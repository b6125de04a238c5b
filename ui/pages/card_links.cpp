// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/card_links.h"

#include "core/checks/diagnostic.h"
#include "ui/buffers/buffer_key.h"
#include "ui/buffers/places.h"
#include "ui/text/at_line.h"
#include "ui/text/natural_order.h"
#include "ui/workspace/open_sources.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace fairlead::ui {

namespace {

DocumentPlace placeOfName(const Catalog& catalog, CardRef card) {
    DocumentPlace place{card.file, card.document, {}};
    const yaml::Value root = catalog.document(card).root();
    if (const yaml::Value name = root.find("name")) {
        place.range = name.range();
    }
    return place;
}

// Files come as their folders list them; people look for names.
void sortByName(std::vector<LinkRow>& rows) {
    std::vector<std::pair<std::u16string, std::size_t>> order;
    order.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        order.emplace_back(naturalKey(rows[i].texts.value(0)), i);
    std::ranges::sort(order);
    std::vector<LinkRow> sorted;
    sorted.reserve(rows.size());
    for (const auto& [key, index] : order)
        sorted.push_back(std::move(rows[index]));
    rows = std::move(sorted);
}

} // namespace

Location locationOfCard(const Catalog& catalog, CardRef card) {
    const FilePlace place = file_place(catalog, placeOfName(catalog, card));
    return Location::inFile(keyOfFile(catalog, card.file), static_cast<qint64>(place.begin),
                            static_cast<qint64>(place.end));
}

QString cardPlaceText(const Catalog& catalog, CardRef card) {
    const FilePlace place = file_place(catalog, placeOfName(catalog, card));
    const QString file = QString::fromStdString(place.file);
    return atLine(file.mid(file.lastIndexOf(u'/') + 1), static_cast<qint64>(place.line));
}

std::vector<LinkGroup> cardsBySource(const Catalog& catalog, std::span<const CardRef> cards) {
    std::map<std::pair<bool, std::uint32_t>, LinkGroup> groups;
    for (const CardRef card : cards) {
        const std::uint32_t number = catalog.file(card.file).source;
        const AssetSource& source = catalog.sources()[number];
        LinkGroup& group = groups[{source.from_registry, number}];
        if (group.texts.isEmpty()) {
            group.icon = source.from_registry ? QStringLiteral("package") : QStringLiteral("folder");
            group.texts = {nameOfSource(source), QString()};
        }
        group.rows.push_back({QStringLiteral("card"),
                              {titleOf(catalog, card), cardPlaceText(catalog, card)},
                              locationOfCard(catalog, card)});
    }
    std::vector<LinkGroup> ordered;
    for (auto& [key, group] : groups) {
        sortByName(group.rows);
        group.texts[1] = QString::number(group.rows.size());
        ordered.push_back(std::move(group));
    }
    return ordered;
}

} // namespace fairlead::ui
