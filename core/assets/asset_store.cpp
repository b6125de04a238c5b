// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_text.h"
#include "core/assets/store.h"

namespace fairlead {

AssetStore AssetStore::load(std::vector<AssetSource> sources, std::string default_environment,
                            const CatalogOptions& options) {
    AssetStore store;
    store.catalog_ = Catalog::load(std::move(sources), options);
    store.default_environment_ = std::move(default_environment);
    StoreVerdict verdict = store_verdict(store.catalog_);
    if (verdict.error)
        throw_error(std::move(*verdict.error));
    return store;
}

ResolvedCard AssetStore::retrieve_card(std::string_view name) const {
    ResolvedCard card = resolve_card(catalog_, name, default_environment_);
    if (card.error) {
        const bool not_found = card.error->type == "AssetNotFoundError";
        throw_error(std::move(*card.error), not_found ? card.name : card.card_name);
    }
    return card;
}

std::vector<std::string> AssetStore::asset_names() const {
    std::vector<std::string> names;
    names.reserve(catalog_.card_count());
    catalog_.for_each_card([&](CardRef ref, const Card& card) {
        if (catalog_.find(card.name, card.environment) == ref) // a checkpoint's name may stand there several times
            names.push_back(catalog_.stored_name(ref));
    });
    return names;
}

template <class Fits>
std::vector<std::string> AssetStore::find_cards_if(std::string_view field, const Fits& fits) const {
    std::vector<std::string> found;
    catalog_.for_each_card([&](CardRef ref, const Card& card) {
        if (!card.environment.empty() || catalog_.find(card.name, card.environment) != ref)
            return;
        const ResolvedCard resolved = retrieve_card(card.name);
        const ResolvedField* one = resolved.field(field);
        if (one && fits(one->value))
            found.emplace_back(card.name);
    });
    return found;
}

std::vector<std::string> AssetStore::find_cards(std::string_view field, const yaml::Value& value) const {
    return find_cards_if(field, [&](const yaml::Value& one) { return python_equal(one, value); });
}

std::vector<std::string> AssetStore::find_cards_by_text(std::string_view field, std::string_view text) const {
    return find_cards_if(field, [&](const yaml::Value& one) { return one.is_string() && one.string() == text; });
}

} // namespace fairlead
