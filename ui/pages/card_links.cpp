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

/// Makes the rows of cards: `my_llama`, `models.yaml:16`. A family may have thousands, in few files.
class Rows {
public:
    explicit Rows(const Catalog& catalog) : m_catalog(catalog), m_files(catalog.files().size()) {}

    LinkRow of(CardRef card) {
        const FilePlace place = file_place(m_catalog, placeOfName(m_catalog, card));
        File& file = m_files[card.file];
        if (file.key.isEmpty()) {
            const QString shown = QString::fromStdString(place.file);
            file = {keyOfFile(m_catalog, card.file), shown.mid(shown.lastIndexOf(u'/') + 1)};
        }
        return {
            QStringLiteral("card"),
            {titleOf(m_catalog, card), atLine(file.name, static_cast<qint64>(place.line))},
            Location::inFile(file.key, static_cast<qint64>(place.begin), static_cast<qint64>(place.end)),
        };
    }

private:
    struct File {
        QString key; // empty: not asked for yet
        QString name;
    };

    const Catalog& m_catalog;
    std::vector<File> m_files;
};

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

std::vector<LinkGroup> cardsBySource(const Catalog& catalog, std::span<const CardRef> cards) {
    Rows rows(catalog);
    std::map<std::pair<bool, std::uint32_t>, LinkGroup> groups;
    for (const CardRef card : cards) {
        const std::uint32_t number = catalog.file(card.file).source;
        const AssetSource& source = catalog.sources()[number];
        LinkGroup& group = groups[{source.from_registry, number}];
        if (group.texts.isEmpty()) {
            group.icon = source.from_registry ? QStringLiteral("package") : QStringLiteral("folder");
            group.texts = {nameOfSource(source), QString()};
        }
        group.rows.push_back(rows.of(card));
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
