// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/snapshot.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A field of a config with its value as text, and, if the value is a config itself, its fields.
struct ConfigNode {
    std::string name;
    std::string text;          ///< `4096`, `0.1`, `null`, `[1.0, 4.0]`, `layer`; empty of a nested config
    bool is_text = false;      ///< the value is a string: YAML may have to quote it
    std::string type;          ///< as the schema gives it; empty if the field is not known
    std::string documentation; ///< likewise
    std::string default_text;  ///< of the class; empty if it has none
    std::vector<ConfigNode> fields;

    [[nodiscard]] bool is_nested() const noexcept { return !fields.empty(); }
};

/// A recorded config as its fields, in the order of the class; what the schema does not know comes last. `config` must
/// be good JSON, as that of a snapshot is; anything but an object gives no fields.
[[nodiscard]] std::vector<ConfigNode> config_tree(const RegistrySnapshot& snapshot, std::string_view class_name,
                                                  const RawJson& config);

/// The fields that have a value of their own: nested configs count by their fields.
[[nodiscard]] std::size_t value_count(const std::vector<ConfigNode>& fields) noexcept;

/// How many values differ between two configs of one class. Where one has a nested config and the other none, each
/// field of it counts.
[[nodiscard]] std::size_t differing_values(const std::vector<ConfigNode>& left, const std::vector<ConfigNode>& right);

/// The field of that name, or null.
[[nodiscard]] const ConfigNode* find_field(const std::vector<ConfigNode>& fields, std::string_view name) noexcept;

/// The config as YAML, ready for a card's `model_config_overrides`, indented by `indent` blanks.
[[nodiscard]] std::string config_yaml(const std::vector<ConfigNode>& fields, std::size_t indent = 0);

} // namespace fairlead
