// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"

#include <fairlead/config_tree.h>

namespace fairlead {

/// A config struct's values as those of the engine, and back. What only YAML has (dates, bytes, keys that are no text,
/// integers beyond 64 bits) becomes text: no type of a struct's field takes it. `origin` is that of every value.
[[nodiscard]] ConfigValue to_config_value(const ConfigTree& tree, const ConfigOrigin& origin = {});
[[nodiscard]] ConfigTree to_config_tree(const ConfigValue& value);

} // namespace fairlead
