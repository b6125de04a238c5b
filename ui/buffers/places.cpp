// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/places.h"

#include "core/assets/source_place.h"
#include "ui/buffers/buffer_key.h"
#include "ui/text/shortened.h"
#include "ui/workspace/open_sources.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::size_t longestName = 400; // bytes; a name may be as long as a file

Location rangeIn(const Catalog& catalog, CardRef ref, yaml::TextRange range) {
    const auto begin = static_cast<qint64>(catalog.file(ref.file).stream.begin_of(ref.document));
    return Location::inFile(keyOfFile(catalog, ref.file), begin + range.begin, begin + range.end);
}

// Beyond markers, comments and blank lines.
std::uint32_t firstWord(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        const std::size_t word = text.find_first_not_of(" \t\r\n", at);
        if (word < end && text[word] != '#' && !text.substr(at).starts_with("---") && !text.substr(at).starts_with('%'))
            return static_cast<std::uint32_t>(word);
        at = end + 1;
    }
    return 0;
}

} // namespace

Location locationOf(const Catalog& catalog, const DocumentPlace& place) {
    return rangeIn(catalog, {place.file, place.document}, place.range);
}

Location locationOf(const Catalog& catalog, CardRef card) {
    const yaml::Document& document = catalog.document(card);
    if (document.root())
        if (const auto name = document.root().find("name"))
            return rangeIn(catalog, card, name.range());
    const std::uint32_t word = document.marker().size() > 0 && document.root() && document.root().is_null()
                                   ? document.marker().begin
                                   : firstWord(document.text());
    return rangeIn(catalog, card, {word, word});
}

std::optional<CardRef> documentAt(const Catalog& catalog, quint32 file, qint64 offset) {
    const yaml::Stream& stream = catalog.file(file).stream;
    if (stream.documents().empty())
        return std::nullopt;
    const auto at = std::min(static_cast<std::size_t>(std::max<qint64>(offset, 0)), stream.size());
    return CardRef{file, static_cast<std::uint32_t>(stream.document_at(at))};
}

QString shortName(const Catalog& catalog, quint32 file) {
    const CardFile& cards = catalog.file(file);
    const AssetSource& source = catalog.sources()[cards.source];
    if (isUntitledSource(source))
        return nameOfSource(source);
    const QString shown = QString::fromStdString(cards.shown);
    const QString root = QString::fromStdString(shown_root(source));
    if (!root.isEmpty() && shown.startsWith(root + QLatin1Char('/')))
        return shown.mid(root.size() + 1);
    return root.isEmpty() ? shown : shown.mid(shown.lastIndexOf(QLatin1Char('/')) + 1);
}

QString titleOf(const Catalog& catalog, CardRef card) { return titleOf(catalog.card(card)); }

QString titleOf(const Card& card) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("fairlead::ui::CardTitle", text); };
    switch (card.state) {
    case CardState::no_document:
        return tr("(no card)");
    case CardState::unreadable:
        return tr("(cannot be read)");
    case CardState::empty:
        return tr("(empty document)");
    case CardState::not_a_mapping:
        return tr("(not a card)");
    case CardState::name_missing:
        return tr("(no name)");
    case CardState::name_type:
        return tr("(name is no text)");
    case CardState::name_invalid:
        return tr("(invalid name)");
    case CardState::card:
    case CardState::base_type:
    case CardState::base_invalid:
        break;
    }
    const QString name = shortenedUtf8(card.name, longestName);
    return card.environment.empty() ? name : name + QLatin1Char('@') + shortenedUtf8(card.environment, longestName);
}

} // namespace fairlead::ui
