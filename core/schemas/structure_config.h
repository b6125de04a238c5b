// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_issue.h"
#include "core/schemas/config_schema.h"
#include "core/schemas/torch_names.h"

#include <optional>
#include <string>
#include <vector>

namespace fairlead {

/// What structuring asks of an environment. Borrowed for the call.
struct StructureContext {
    const SchemaLookup& schemas;
    const TorchNames& torch;
};

/// A config as its class makes it of an unstructured one, or why it does not.
struct StructuredConfig {
    /// Unstructured again: enums, dtypes, devices and paths are texts, tuples and sets lists (sets sorted), dataclasses
    /// mappings in the order of their fields. Where a value does not fit, the fallback's stands; then there are issues.
    ConfigValue config{};
    /// What fairseq2 raises: a StructureError with its causes, or one that nothing wraps (ValueError, OverflowError,
    /// TypeError, NameError, …).
    std::optional<ConfigError> error{};
    std::vector<ConfigIssue> issues{};
    std::vector<std::string> not_known{}; ///< config classes whose own code decides on the result, each with a reason
};

/// `structure(config, type)` of fairseq2's ValueConverter (utils/structured.py). `fallback`: an unstructured config of
/// the type, whose values stand in for those that do not fit; may be null.
[[nodiscard]] StructuredConfig structure_config(const ConfigValue& config, const TypeExpression& type,
                                                const StructureContext& context, const ConfigValue* fallback = nullptr);

/// Puts different elements of a set into the order that they have here, as Python has none: by type, then by text.
void sort_set(std::vector<ConfigValue>& elements);

} // namespace fairlead
