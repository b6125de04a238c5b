// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/card_reading.h"

#include "core/assets/python_text.h"

namespace fairlead {
namespace {

CardState read_name(const yaml::Value& name, Card& card) {
    if (is_falsy(name))
        return CardState::name_missing;
    if (!name.is_string())
        return CardState::name_type;
    const std::string_view text = name.string();
    const std::size_t at = text.find('@');
    card.name = python::strip(text.substr(0, at));
    if (at != std::string_view::npos) {
        const std::string_view environment = text.substr(at + 1);
        if (environment.find('@') != std::string_view::npos)
            return CardState::name_invalid;
        card.environment = python::strip(environment);
    }
    return card.name.empty() ? CardState::name_invalid : CardState::card;
}

CardState read_base(const yaml::Value& base, SourceKind source, Card& card) {
    if (!base || base.is_null())
        return CardState::card;
    if (!base.is_string())
        return CardState::base_type;
    const std::string_view text = base.string();
    const std::string_view stripped = python::strip(text);
    if (stripped.empty() || text.find('@') != std::string_view::npos)
        return CardState::base_invalid;
    card.base = source == SourceKind::in_memory ? text : stripped; // there fairseq2 checks it and stores it as it was
    return CardState::card;
}

} // namespace

bool is_falsy(const yaml::Value& value) noexcept {
    if (!value)
        return true;
    switch (value.kind()) {
    case yaml::Kind::null:
        return true;
    case yaml::Kind::boolean:
        return !value.boolean();
    case yaml::Kind::integer:
        return value.integer() == 0;
    case yaml::Kind::real:
        return value.real() == 0;
    case yaml::Kind::string:
        return value.string().empty();
    case yaml::Kind::bytes:
        return value.bytes().empty();
    case yaml::Kind::date:
    case yaml::Kind::datetime:
        return false;
    default:
        return value.size() == 0;
    }
}

Card read_card(const yaml::Document& document, SourceKind source) {
    Card card;
    if (!document.is_document())
        return card;
    if (document.problem()) {
        card.state = CardState::unreadable;
        return card;
    }
    const yaml::Value root = document.root();
    if (!root.is_mapping()) {
        card.state = root.is_null() ? CardState::empty : CardState::not_a_mapping;
        return card;
    }
    card.state = read_name(root.find("name"), card);
    if (card.state == CardState::card)
        card.state = read_base(root.find("base"), source, card);
    return card;
}

} // namespace fairlead
