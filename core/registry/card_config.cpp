// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/card_config.h"

#include "core/schemas/config_overrides.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace fairlead {

namespace {

/// The answer of a card that never comes to its family.
CardConfig refused(FamilyKind kind, AssetError error) {
    CardConfig answer{.kind = kind};
    answer.loaded.error = ConfigError{.error = std::move(error), .causes = {}};
    return answer;
}

/// Follows `tokenizer_ref` as far as it goes (data/tokenizers/ref.py).
class References {
public:
    References(const Catalog& catalog, const ResolvedCard& card, std::string_view environment)
        : catalog_(catalog), first_(card), environment_(environment) {}

    [[nodiscard]] const ResolvedCard& card() const noexcept { return followed_ ? *followed_ : first_; }

    std::optional<AssetError> follow() {
        std::unordered_set<std::string> seen{first_.card_name};
        std::string way = first_.card_name;
        while (const ResolvedField* field = card().field("tokenizer_ref")) {
            if (auto error = type_error(card(), "tokenizer_ref", yaml::Kind::string)) {
                return error;
            }
            const std::string name(field->value.string());
            way += " -> " + name;
            if (!seen.insert(name).second) {
                return AssetError{.type = "EndlessLoop",
                                  .message = fmt::format("fairseq2 follows tokenizer_ref without end: {}.", way)};
            }
            ResolvedCard next = resolve_card(catalog_, name, environment_);
            if (next.error && next.error->type == "AssetNotFoundError") {
                return AssetError{.type = "AssetCardError",
                                  .message = fmt::format("{} asset referenced by the {} asset card does not exist.",
                                                         name, first_.card_name)};
            }
            if (next.error) {
                return next.error;
            }
            followed_ = std::move(next);
        }
        return std::nullopt;
    }

private:
    const Catalog& catalog_;
    const ResolvedCard& first_;
    std::string environment_;
    std::optional<ResolvedCard> followed_;
};

CardConfig config_of(const CardConfigs& configs, const Catalog& catalog, const ResolvedCard& card, FamilyKind kind,
                     std::string_view asked_name, std::optional<std::string_view> instead) {
    const std::string family_field = family_field_name(kind);
    const ResolvedField* family = card.field(family_field);
    if (family == nullptr) {
        return refused(kind, {.type = "AssetCardError",
                              .message = fmt::format("{} asset card does not have a field named {}.", card.card_name,
                                                     family_field)});
    }
    if (auto error = type_error(card, family_field, yaml::Kind::string)) {
        return refused(kind, std::move(*error));
    }
    CardConfigQuestion question{
        .kind = kind, .card_name = card.card_name, .asked_name = asked_name, .family = family->value.string()};
    if (instead) {
        question.architecture = instead->empty() ? std::nullopt : instead;
    } else if (const ResolvedField* architecture = card.field("model_arch");
               architecture && kind == FamilyKind::model) {
        if (!configs.registry().find_family(kind, question.family)) {
            return configs.ask(question);
        }
        if (auto error = type_error(card, "model_arch", yaml::Kind::string)) {
            return refused(kind, std::move(*error));
        }
        question.architecture = architecture->value.string();
    }
    std::vector<ConfigOverride> overrides;
    std::string key;
    for (const std::string_view suffix : {"_config_overrides", "_config_override", "_config"}) {
        key = fmt::format("{}{}", to_string(kind), suffix);
        overrides = config_overrides(catalog, card.chain, key);
        if (!overrides.empty()) {
            break;
        }
    }
    question.key = key;
    question.overrides = overrides;
    return configs.ask(question);
}

void add_leaves(std::vector<ConfigLeaf>& leaves, const RegistrySnapshot& registry, std::string_view class_name,
                const std::string& path, const ConfigValue& config) {
    const auto schema = registry.find_schema(class_name);
    for (const ConfigValue::Entry& entry : config.entries()) {
        const std::string name(entry.key.text());
        const std::string below = path.empty() ? name : fmt::format("{}.{}", path, name);
        const ConfigField* field = schema ? schema->find_field(name) : nullptr;
        if (field != nullptr && !field->nested_class.empty() && entry.value.is_mapping()) {
            add_leaves(leaves, registry, field->nested_class, below, entry.value);
        } else {
            leaves.push_back({.path = below, .key = &entry.key, .value = &entry.value, .schema = schema});
        }
    }
}

} // namespace

ConfigOrigin ConfigLeaf::origin() const noexcept {
    return value->origin().from == ConfigOrigin::From::card && key->origin().from == ConfigOrigin::From::card
               ? key->origin()
               : value->origin();
}

std::vector<ConfigLeaf> config_leaves(const RegistrySnapshot& registry, std::string_view class_name,
                                      const ConfigValue& config) {
    std::vector<ConfigLeaf> leaves;
    if (!class_name.empty()) {
        add_leaves(leaves, registry, class_name, {}, config);
    }
    return leaves;
}

std::string family_field_name(FamilyKind kind) { return fmt::format("{}_family", to_string(kind)); }

std::optional<CardConfig> card_config(const CardConfigs& configs, const Catalog& catalog, const ResolvedCard& card,
                                      FamilyKind kind, std::string_view environment,
                                      std::optional<std::string_view> architecture) {
    const bool by_reference = kind == FamilyKind::tokenizer && card.field("tokenizer_ref") != nullptr;
    if (!by_reference && card.field(family_field_name(kind)) == nullptr) {
        return std::nullopt;
    }
    if (!by_reference) {
        return config_of(configs, catalog, card, kind, card.name, architecture);
    }
    References references(catalog, card, environment);
    if (auto error = references.follow()) {
        return refused(kind, std::move(*error));
    }
    return config_of(configs, catalog, references.card(), kind, card.name, architecture);
}

} // namespace fairlead
