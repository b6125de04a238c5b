// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_schema.h"

#include <string_view>

namespace fairlead {

class JsonWriter;

/// A config, or a part of one, of its JSON text in a snapshot; null for a text that is no JSON. `type` tells the floats
/// that JSON does not have (".nan", ".inf", "-.inf") from texts. Every value gets the origin.
[[nodiscard]] ConfigValue config_value(std::string_view json, const TypeExpression& type, const ConfigOrigin& origin);
/// The same for a config of a class, whose fields tell their types.
[[nodiscard]] ConfigValue config_value(std::string_view json, const TypeExpression& type, const ConfigOrigin& origin,
                                       const SchemaLookup& schemas);

/// Writes a config as a snapshot has it; what JSON does not have as design/command.md has values.
void write_config(JsonWriter& json, const ConfigValue& value);

} // namespace fairlead
