// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"
#include "core/schemas/config_value.h"

#include <memory>
#include <span>
#include <stdexcept>
#include <string>

namespace fairlead {

/// What a ConfigDirective throws when it cannot do its work; becomes an AssetCardError.
class ConfigDirectiveError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Replaces something in the texts of a config (utils/config.py). Called from any thread.
class ConfigDirective {
public:
    ConfigDirective() = default;
    ConfigDirective(const ConfigDirective&) = delete;
    ConfigDirective& operator=(const ConfigDirective&) = delete;
    virtual ~ConfigDirective() = default;
    /// What becomes of a text; anything but another text ends the replacing. `config` is the whole, as it was before.
    /// Throws ConfigDirectiveError.
    [[nodiscard]] virtual ConfigValue execute(const ConfigValue& text, const ConfigValue& config) const = 0;
};

/// `${env:VAR}` and `${env:VAR:default}`. An empty lookup asks the process's environment.
[[nodiscard]] std::unique_ptr<ConfigDirective> replace_env_directive(VariableLookup variable);

/// Applies directives to all texts of a config, in lists and mappings too, but not to keys (ConfigProcessor).
[[nodiscard]] ConfigValue process_config(const ConfigValue& config,
                                         std::span<const std::shared_ptr<const ConfigDirective>> directives);

} // namespace fairlead
