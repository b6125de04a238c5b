// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/card_config.h"
#include "tests/fidelity/case_file.h"

#include <memory>
#include <string_view>

namespace fidelity {

/// What the core makes of the config that a case asks for, in the form of the recorded answers (README.md); null if the
/// core says that it does not know.
[[nodiscard]] Json config_answer(const Json& asked, const fairlead::CardConfigs& shipped,
                                 const fairlead::CardConfigs& types);

/// What differs between two configs of a class, by path, and an error with its causes, in that form.
[[nodiscard]] Json config_changes(const fairlead::ConfigValue& base, const fairlead::ConfigValue& config,
                                  std::string_view class_name, const fairlead::SchemaLookup& schemas);
[[nodiscard]] Json error_chain(const fairlead::ConfigError& error);

/// The made families' registry (registries/types.json).
[[nodiscard]] std::shared_ptr<const fairlead::RegistrySnapshot> types_registry();

/// A recorded answer with its sets sorted, so that it compares with `config_answer`.
[[nodiscard]] Json recorded_config(const Json& answer);

} // namespace fidelity
