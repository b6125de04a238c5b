// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_issue.h"
#include "core/yaml/value.h"

#include <optional>

namespace fairlead {

struct CheckContext;

// Where in the card that is checked the keys and values of a config are written.

/// Whether an issue stands in the card, not in the config that it overrides.
[[nodiscard]] bool is_in_card(const CheckContext& context, const ConfigIssue& issue);

/// The entry whose key stands at the place of `key`; none for a key that stands elsewhere.
[[nodiscard]] std::optional<yaml::Value::Entry> entry_at(const CheckContext& context, const ConfigValue& key);
/// The entry that has the value; none for one that stands elsewhere, or is no entry's.
[[nodiscard]] std::optional<yaml::Value::Entry> entry_with(const CheckContext& context, const ConfigValue& value);
/// A value, or a key, as it is written; absent for one that stands elsewhere.
[[nodiscard]] yaml::Value value_at(const CheckContext& context, const ConfigValue& value);

} // namespace fairlead
