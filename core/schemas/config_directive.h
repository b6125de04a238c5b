// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"
#include "core/schemas/config_value.h"

#include <fairlead/config_directive.h>
#include <memory>
#include <span>

namespace fairlead {

/// `${env:VAR}` and `${env:VAR:default}`. An empty lookup asks the process's environment.
[[nodiscard]] std::unique_ptr<ConfigDirective> replace_env_directive(VariableLookup variable);

/// Applies directives to all texts of a config, in lists and mappings too, but not to keys (ConfigProcessor).
[[nodiscard]] ConfigValue process_config(const ConfigValue& config,
                                         std::span<const std::shared_ptr<const ConfigDirective>> directives);

} // namespace fairlead
