// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_directive.h"
#include "core/schemas/config_issue.h"
#include "core/schemas/config_schema.h"
#include "core/schemas/torch_names.h"
#include "core/schemas/validate_config.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

/// What the making of configs asks of an environment. A value; it may be used from any thread, if what it holds may.
struct ConfigEnvironment {
    SchemaLookup schemas{};
    ValidatorLookup validators{}; ///< empty: the shipped ones
    TorchNames torch{};
    std::vector<std::shared_ptr<const ConfigDirective>> directives{}; ///< in order; fairseq2 has replace_env_directive
};

/// One card's overrides. Views live as long as the card's document.
struct ConfigOverride {
    std::string card_name{}; ///< without `@`
    CardRef card{};
    yaml::Value value{}; ///< not null
};

/// A config that a card asks for: a base config and the overrides of one key of the trio. Borrowed for the call.
struct ConfigRequest {
    const std::string& card_name;              ///< the leaf's
    std::string_view key;                      ///< `model_config_overrides`, …
    std::string_view family;                   ///< `llama`
    std::string_view family_kind;              ///< `model`, `dataset`, `tokenizer`
    const TypeExpression& type;                ///< of the config: a dataclass, or none for a family without a config
    const ConfigValue& base;                   ///< unstructured: of the architecture, or the class's default
    bool base_is_unstructured = true;          ///< false: fairseq2 cannot unstructure it
    std::span<const ConfigOverride> overrides; ///< leaf first
};

struct LoadedConfig {
    /// Unstructured. With an error the nearest one: what fits of the overrides, and the base's values for the rest.
    ConfigValue config{};
    std::optional<ConfigError> error{};   ///< what fairseq2 raises
    std::vector<ConfigIssue> issues{};    ///< all that is wrong or worth a word, in the order in which it was met
    std::vector<std::string> not_known{}; ///< why this is no more than a guess; empty: it is what fairseq2 makes
};

/// Merges, replaces directives after each card, structures and validates, as AssetConfigLoader and the families do
/// (assets/card.py, models/family.py). Without overrides the base as it is, not validated.
[[nodiscard]] LoadedConfig load_config(const ConfigRequest& request, const ConfigEnvironment& environment);

} // namespace fairlead
