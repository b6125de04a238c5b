// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/wording.h"

#include "core/files/printable_text.h"
#include "core/files/utf8.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::size_t max_shown = 80; // bytes, about

} // namespace

std::string shown(std::string_view text) { return printable_text(shortened(text, max_shown)); }

std::string shown(const yaml::Document& document, yaml::TextRange range) {
    return shown(document.text().substr(range.begin, range.size()));
}

std::string_view kind_in_words(const yaml::Value& value) noexcept {
    switch (value.kind()) {
    case yaml::Kind::null:
        return "nothing";
    case yaml::Kind::boolean:
        return "a boolean";
    case yaml::Kind::integer:
    case yaml::Kind::real:
        return "a number";
    case yaml::Kind::string:
        return "text";
    case yaml::Kind::date:
        return "a date";
    case yaml::Kind::datetime:
        return "a date with a time";
    case yaml::Kind::bytes:
        return "bytes";
    case yaml::Kind::list:
    case yaml::Kind::tuple:
    case yaml::Kind::pairs:
        return "a list";
    case yaml::Kind::set:
        return "a set";
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
        return "a mapping";
    }
    return "something else";
}

std::string card_name(const Card& card) {
    std::string name = shown(card.name);
    if (!card.environment.empty()) {
        name += '@';
        name += shown(card.environment);
    }
    return name;
}

std::string place_name(const Catalog& catalog, const DocumentPlace& place) {
    const CardFile& file = catalog.file(place.file);
    const AssetSource& source = catalog.sources()[file.source];
    std::string name = package_prefix(source) + file.shown;
    if (!file.synthetic) {
        name += fmt::format(":{}", file.stream.position(place.document, place.range.begin).line);
    }
    return name;
}

std::string listed(const std::vector<std::string>& names, std::string_view last_word) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) {
            text += i + 1 == names.size() ? fmt::format(" {} ", last_word) : ", ";
        }
        text += names[i];
    }
    return text;
}

std::string counted(std::size_t number, std::string_view one) {
    return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string did_you_mean(const std::string& nearest) {
    return nearest.empty() ? std::string() : fmt::format(" Did you mean {}?", shown(nearest));
}

std::string package_prefix(const AssetSource& source) {
    const bool names_itself = source.given.size() == 1 && source.given.front().path == source.name; // in memory
    return source.from_registry && source.given_in.empty() && !names_itself ? source_name(source) + ", "
                                                                            : std::string();
}

std::string source_name(const AssetSource& source) {
    const std::size_t colon = source.name.find(':');
    return shown(colon == std::string::npos ? std::string_view(source.name)
                                            : std::string_view(source.name).substr(colon + 1));
}

} // namespace fairlead
