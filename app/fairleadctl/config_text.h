// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/output.h"
#include "core/registry/card_config.h"
#include "core/registry/json_writer.h"

#include <string>
#include <vector>

namespace fairlead::ctl {

/// The configs that a card's families make for it: model, dataset, tokenizer.
[[nodiscard]] std::vector<CardConfig> configs_of(const CardConfigs& configs, const Catalog& catalog,
                                                 const ResolvedCard& card, std::string_view environment);

/// The member "config" of an answer of `resolve` (command.md).
void write_configs(JsonWriter& json, const CardConfigs& configs, const Catalog& catalog,
                   const std::vector<CardConfig>& answers);

/// For people: which config it is, and the values that differ by the card's overrides, with their places; or the error.
[[nodiscard]] std::string configs_text(const Output& output, const CardConfigs& configs, const Catalog& catalog,
                                       const std::vector<CardConfig>& answers);

} // namespace fairlead::ctl
