// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/card_contents.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/yaml_values.h"

#include <fairlead/asset_card.h>
#include <fairlead/dependency_resolver.h>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace {

AssetCard card_of(std::shared_ptr<const AssetStore> store, std::string_view name) {
    ResolvedCard card = store->retrieve_card(name);
    return AssetCard(
        std::make_shared<const families::CardContents>(families::CardContents{std::move(store), std::move(card)}));
}

yaml::Value value_of(const ResolvedCard& card, std::string_view name, yaml::Kind expected) {
    if (auto error = type_error(card, name, expected))
        throw AssetCardError(std::move(*error), card.card_name);
    return card.field(name)->value;
}

} // namespace

AssetCardField::AssetCardField(std::shared_ptr<const families::CardContents> card, std::string name)
    : card_(std::move(card)), name_(std::move(name)) {}

ConfigTree AssetCardField::value() const {
    const ResolvedField* field = card_->card.field(name_);
    YamlValues values;
    const auto value = values.read(field->value, field->card);
    if (!value)
        throw RawError({.type = "RecursionError", .message = "maximum recursion depth exceeded", .cause = {}});
    return to_config_tree(*value);
}

std::string AssetCardField::as_string() const {
    return std::string(value_of(card_->card, name_, yaml::Kind::string).string());
}

bool AssetCardField::as_boolean() const { return value_of(card_->card, name_, yaml::Kind::boolean).boolean(); }

std::int64_t AssetCardField::as_integer() const {
    const yaml::Value value = value_of(card_->card, name_, yaml::Kind::integer);
    if (value.kind() == yaml::Kind::boolean)
        return value.boolean() ? 1 : 0;
    const auto integer = value.integer();
    if (!integer)
        throw RawError({.type = "OverflowError", .message = "Python int too large to convert to C long", .cause = {}});
    return *integer;
}

double AssetCardField::as_real() const { return value_of(card_->card, name_, yaml::Kind::real).real(); }

Uri AssetCardField::as_uri() const {
    UriResult uri = fairlead::as_uri(card_->card, name_);
    if (uri.error)
        throw_error(std::move(*uri.error), card_->card.card_name);
    return Uri::parse(uri.value);
}

const std::string& AssetCard::name() const noexcept { return contents_->card.card_name; }

bool AssetCard::has_field(std::string_view name) const noexcept { return contents_->card.field(name) != nullptr; }

AssetCardField AssetCard::field(std::string_view name) const {
    if (!has_field(name))
        throw AssetCardError(this->name(),
                             fmt::format("{} asset card does not have a field named {}.", this->name(), name));
    return AssetCardField(contents_, std::string(name));
}

std::optional<AssetCardField> AssetCard::maybe_get_field(std::string_view name) const {
    if (!has_field(name))
        return std::nullopt;
    return AssetCardField(contents_, std::string(name));
}

AssetCard retrieve_card(DependencyResolver& resolver, std::string_view name) {
    return card_of(resolver.resolve<AssetStore>(), name);
}

std::optional<AssetCard> maybe_retrieve_card(DependencyResolver& resolver, std::string_view name) {
    const auto store = resolver.resolve<AssetStore>();
    try {
        return card_of(store, name);
    } catch (const AssetNotFoundError&) {
        return std::nullopt;
    }
}

std::vector<AssetCard> find_cards(DependencyResolver& resolver, std::string_view field, std::string_view value) {
    const auto store = resolver.resolve<AssetStore>();
    std::vector<AssetCard> cards;
    for (const std::string& name : store->find_cards_by_text(field, value))
        cards.push_back(card_of(store, name));
    return cards;
}

} // namespace abi1
} // namespace fairlead
