// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/resolve.h"
#include "core/registry/snapshot.h"
#include "core/schemas/load_config.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace fairlead {

/// What a family is asked for on behalf of a card. Borrowed for the call.
struct CardConfigQuestion {
    FamilyKind kind = FamilyKind::model;
    std::string_view card_name;                     ///< the leaf's, without `@`
    std::string_view asked_name{};                  ///< as the hub was asked for it; empty: the same
    std::string_view family;                        ///< the value of the card's family field
    std::optional<std::string_view> architecture{}; ///< of its `model_arch`; none: it has none. Models only
    std::string_view key{};                         ///< of the trio, the one that counts
    std::span<const ConfigOverride> overrides{};    ///< that the cards of the chain have under it, leaf first
};

/// The config that a family makes for a card, or why it makes none.
struct CardConfig {
    FamilyKind kind = FamilyKind::model;
    std::string family{};
    std::string class_name{};   ///< with its module; empty: the family takes no config, or is unknown
    std::string architecture{}; ///< whose config is the base; empty: the class's default is
    std::string key{};          ///< of the trio, the one that counts; empty: nothing is overridden
    ConfigValue base{};         ///< before the overrides; null: there is none
    LoadedConfig loaded{};      ///< with an error before there was a base: no config
};

/// The configs of a registry's families, as fairseq2's hubs give them (models/family.py, datasets/family.py,
/// data/tokenizers/family.py). What architectures have is read once. It may be used from any thread.
class CardConfigs {
public:
    /// `variable`: what `${env:…}` asks; empty: the process's environment.
    explicit CardConfigs(std::shared_ptr<const RegistrySnapshot> registry, VariableLookup variable = {});

    [[nodiscard]] CardConfig ask(const CardConfigQuestion& question) const;
    /// Whether a family reads back the config that a card would override, so that what is wrong is in the overrides.
    /// An unknown architecture counts as none. Asked once for each of them.
    [[nodiscard]] bool reads_back(FamilyKind kind, std::string_view family,
                                  std::optional<std::string_view> architecture) const;
    [[nodiscard]] const RegistrySnapshot& registry() const noexcept { return *registry_; }

private:
    struct Base {
        ConfigValue config;
        std::optional<ConfigError> error; // the base cannot be made
        bool is_unstructured = true;
        bool is_known = true;
        std::optional<bool> is_read_back{}; // once it was asked for
    };
    [[nodiscard]] std::shared_ptr<Base> base_of(const FamilyRecord& family, const ArchitectureRecord* architecture,
                                                const TypeExpression& type) const;

    std::shared_ptr<const RegistrySnapshot> registry_;
    ConfigEnvironment environment_;
    mutable std::mutex mutex_;
    mutable std::map<std::pair<const void*, const void*>, std::shared_ptr<Base>> bases_; // by records
};

/// The config of a card as the hub of its family gives it: `get_model_config(card)` and its sisters; a tokenizer's
/// through `tokenizer_ref`. None if the card has no field for that kind. `environment` as for resolve_card.
/// `architecture`: taken in place of the card's `model_arch`, whatever that is; empty: the class's default.
[[nodiscard]] std::optional<CardConfig> card_config(const CardConfigs& configs, const Catalog& catalog,
                                                    const ResolvedCard& card, FamilyKind kind,
                                                    std::string_view environment = {},
                                                    std::optional<std::string_view> architecture = std::nullopt);

/// A field of a config that is no config itself, and what it holds. Borrowed from the config and the schemas' list.
struct ConfigLeaf {
    std::string path;                 ///< `rope_scale.factor`
    const ConfigValue* key = nullptr; ///< with the place where the card that gave the value names the field
    const ConfigValue* value = nullptr;
    std::shared_ptr<const ConfigSchema> schema; ///< of the class that has the field; may be null
    /// The card that it comes from, or From::class_default, From::architecture.
    [[nodiscard]] ConfigOrigin origin() const noexcept;
};
/// In the order of the fields. `class_name`: of the config; empty: there is none.
[[nodiscard]] std::vector<ConfigLeaf> config_leaves(const RegistrySnapshot& registry, std::string_view class_name,
                                                    const ConfigValue& config);

/// `model_family`, `dataset_family`, `tokenizer_family`.
[[nodiscard]] std::string family_field_name(FamilyKind kind);

} // namespace fairlead
