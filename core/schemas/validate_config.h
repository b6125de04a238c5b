// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_schema.h"
#include "core/schemas/config_value.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A config class's `validate()`: what is wrong with a config of the class, each a sentence; nothing: it is valid.
using ConfigValidator = std::function<std::vector<std::string>(const ConfigValue& config)>;
/// The validator of a config class by its full name, or an empty function where none is known.
using ValidatorLookup = std::function<ConfigValidator(std::string_view class_name)>;

/// Those of the classes that fairseq2 0.8 ships (models/wav2vec2/config.py, models/w2vbert/config.py).
[[nodiscard]] ConfigValidator shipped_validator(std::string_view class_name);

/// What ObjectValidator makes of a structured config and of all that is in it (utils/validation.py).
struct ValidationOutcome {
    std::string error{};                  ///< the ValidationError's text; empty: valid, as far as is known
    std::vector<std::string> not_known{}; ///< classes with a `validate()` that is not known here, each with a reason
};

[[nodiscard]] ValidationOutcome validate_config(const ConfigValue& config, const TypeExpression& type,
                                                const SchemaLookup& schemas, const ValidatorLookup& validators);

} // namespace fairlead
