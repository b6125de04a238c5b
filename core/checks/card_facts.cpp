// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/card_facts.h"

#include "core/assets/python_text.h"

#include <functional>

namespace fairlead {

namespace {

std::uint32_t mixed(std::uint32_t seed, std::uint32_t value) noexcept {
    return (seed ^ value) * 0x9E3779B1U + (seed >> 15U);
}

/// Where the overrides of a config are written; all of the text if they may be written elsewhere, too.
std::string_view text_of_overrides(const yaml::Value::Entry& entry, std::string_view text) noexcept {
    const yaml::TextRange value = entry.value.range();
    if (value.begin < entry.key.range().end) {
        return text; // an alias, or merged
    }
    const std::string_view written = text.substr(value.begin, value.size());
    return written.find('*') == std::string_view::npos ? written : text;
}

} // namespace

CardName split_reference(std::string_view reference) noexcept {
    const std::size_t at = reference.find('@');
    if (at == std::string_view::npos) {
        return {python::strip(reference), {}, false};
    }
    return {python::strip(reference.substr(0, at)), python::strip(reference.substr(at + 1)), true};
}

std::uint32_t name_hash(std::string_view name) noexcept {
    const std::size_t hash = std::hash<std::string_view>()(name);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U)) | 1U;
}

CardFacts facts_of(const Card& card, const OwnFields& own, std::string_view text) noexcept {
    CardFacts facts;
    facts.present = own.present();
    facts.null = own.null();
    facts.has_environment = !card.environment.empty();
    facts.name = card.name.empty() ? 0 : name_hash(card.name);
    facts.base = card.base.empty() ? 0 : name_hash(card.base);
    if (const std::string_view reference = own.text(Field::tokenizer_ref); !reference.empty()) {
        const CardName name = split_reference(reference);
        facts.reference = name_hash(name.name);
        facts.has_environment = facts.has_environment || name.has_at;
    }
    facts.identity = mixed(facts.name, static_cast<std::uint32_t>(card.state));
    if (!card.environment.empty()) {
        facts.identity = mixed(facts.identity, name_hash(card.environment));
    }
    std::uint32_t surface = mixed(facts.identity, facts.present);
    surface = mixed(surface, facts.null);
    surface = mixed(surface, own.mistyped());
    surface = mixed(surface, facts.base);
    constexpr Field told[] = {Field::tokenizer_ref, Field::model_family, Field::tokenizer_family, Field::dataset_family,
                              Field::model_arch};
    for (const Field field : told) {
        if (own.has(field)) {
            surface = mixed(surface, name_hash(own.text(field)));
        }
    }
    if ((facts.present & ~facts.null & trio_fields) != 0) { // what cards that have it as base lay theirs over
        for (const auto& [field, kind, entry] : own.all()) {
            if ((mask_of(field) & trio_fields) != 0) {
                surface = mixed(surface, name_hash(text_of_overrides(entry, text)));
            }
        }
    }
    if (own.has(Field::unknown)) { // a null of another card may hide one of these
        for (const auto& [field, kind, entry] : own.all()) {
            if (field == Field::unknown && entry.key.is_string()) {
                surface = mixed(surface, name_hash(entry.key.string()));
                surface = mixed(surface, kind == yaml::Kind::null ? 1U : 0U);
            }
        }
    }
    facts.surface = surface;
    return facts;
}

} // namespace fairlead
