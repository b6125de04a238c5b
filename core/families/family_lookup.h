// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/store.h"
#include "core/families/family_facts.h"

#include <fairlead/dataset_family.h>
#include <fairlead/dependency_resolver.h>
#include <fairlead/model_family.h>
#include <fairlead/tokenizer_family.h>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>

// How families are found, for all kinds alike.
namespace fairlead {
inline namespace abi1 {
namespace families {

template <class Family>
struct Kind;
template <>
struct Kind<ModelFamily> {
    static constexpr const char* name = "model";
    using FamilyNotKnownError = ModelFamilyNotKnownError;
    using NotKnownError = ModelNotKnownError;
};
template <>
struct Kind<DatasetFamily> {
    static constexpr const char* name = "dataset";
    using FamilyNotKnownError = DatasetFamilyNotKnownError;
    using NotKnownError = DatasetNotKnownError;
};
template <>
struct Kind<TokenizerFamily> {
    static constexpr const char* name = "tokenizer";
    using FamilyNotKnownError = TokenizerFamilyNotKnownError;
    using NotKnownError = TokenizerNotKnownError;
};

/// `model_family`, …
template <class Family>
[[nodiscard]] std::string family_field() {
    return fmt::format("{}_family", Kind<Family>::name);
}

/// A sentence that names the families that there are.
template <class Family>
[[nodiscard]] std::string registered_families(const DependencyResolver& resolver) {
    std::string names;
    for (const Key& key : resolver.iter_keys<Family>())
        names += (names.empty() ? "" : ", ") + key.value_or("None");
    return names.empty() ? fmt::format("No {} family is registered.", Kind<Family>::name)
                         : fmt::format("Registered {} families: {}.", Kind<Family>::name, names);
}

/// A card as a hub was asked for it: error texts have that name.
struct AskedCard {
    std::string name;
    AssetCard card;
};

/// Throws ModelNotKnownError or its sister.
template <class Family>
[[nodiscard]] AskedCard find_card(DependencyResolver& resolver, const CardOrName& asked) {
    if (const auto* card = std::get_if<AssetCard>(&asked))
        return {card->name(), *card};
    const auto& name = std::get<std::string>(asked);
    if (auto card = maybe_retrieve_card(resolver, name))
        return {name, *std::move(card)};
    throw typename Kind<Family>::NotKnownError(name);
}

/// Throws AssetCardError if the card is of another family.
template <class Family>
void expect_family(const AskedCard& asked, const std::string& family_name) {
    const std::string given = asked.card.field(family_field<Family>()).as_string();
    if (given != family_name)
        throw AssetCardError(asked.name,
                             fmt::format("family field of the {} asset card is expected to be {}, but is {} instead.",
                                         asked.name, family_name, given));
}

/// The family that a card names. Throws AssetCardError if it is not registered.
template <class Family>
[[nodiscard]] std::shared_ptr<Family> family_to_load(DependencyResolver& resolver, const AskedCard& asked) {
    const std::string name = asked.card.field(family_field<Family>()).as_string();
    auto family = resolver.maybe_resolve<Family>(name);
    if (family == nullptr)
        throw AssetCardError(asked.name,
                             fmt::format("family field of the {} asset card is expected to be a supported {} family, "
                                         "but is {} instead.",
                                         asked.name, Kind<Family>::name, name),
                             registered_families<Family>(resolver));
    return family;
}

/// The family of a hub. Throws ModelFamilyNotKnownError or its sister, InternalError, TypeConflictError.
template <class Family>
[[nodiscard]] std::shared_ptr<Family> family_of_hub(DependencyResolver& resolver, const std::string& name,
                                                    const TypeId& kls, const ConfigClass* config_class) {
    (void)resolver.resolve<AssetStore>();
    auto family = resolver.maybe_resolve<Family>(name);
    if (family == nullptr)
        throw typename Kind<Family>::FamilyNotKnownError(name, registered_families<Family>(resolver));
    if (family->kls() != kls)
        throw InternalError(fmt::format("`kls` is `{}`, but the type of the {} {} family is `{}`.", kls.printed(), name,
                                        Kind<Family>::name, family->kls().printed()));
    if (!family->kls().fits(kls))
        throw TypeConflictError(family->kls(), kls);
    if (!is_same_class(family->config_class(), config_class))
        throw InternalError(fmt::format("`config_kls` is `{}`, but the configuration type of the {} {} family is `{}`.",
                                        printed(config_class), name, Kind<Family>::name,
                                        printed(family->config_class())));
    return family;
}

/// `maybe_get_model_family_name()` and its sisters.
template <class Family>
[[nodiscard]] std::optional<std::string> maybe_family_name(DependencyResolver& resolver, const AssetCard& card) {
    const auto field = card.maybe_get_field(family_field<Family>());
    if (!field)
        return std::nullopt;
    const std::string name = field->as_string();
    const auto family = resolver.maybe_resolve<Family>(name);
    if (family == nullptr)
        throw typename Kind<Family>::FamilyNotKnownError(name, registered_families<Family>(resolver));
    return family->name();
}

[[nodiscard]] inline AssetCard card_itself(DependencyResolver& resolver, const CardOrName& asked) {
    const auto* card = std::get_if<AssetCard>(&asked);
    return card != nullptr ? *card : retrieve_card(resolver, std::get<std::string>(asked));
}

/// `get_model_family_name()` and its sisters.
template <class Family>
[[nodiscard]] std::string family_name(DependencyResolver& resolver, const CardOrName& asked) {
    const AssetCard card = card_itself(resolver, asked);
    auto name = maybe_family_name<Family>(resolver, card);
    if (!name)
        throw AssetCardNotValidError(card.name(),
                                     fmt::format("{} asset card is missing a {} definition (i.e. `{}` field).",
                                                 card.name(), Kind<Family>::name, family_field<Family>()));
    return *std::move(name);
}

} // namespace families
} // namespace abi1
} // namespace fairlead
