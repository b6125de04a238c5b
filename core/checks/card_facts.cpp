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

CardFacts facts_of(const Card& card, const OwnFields& own) noexcept {
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
