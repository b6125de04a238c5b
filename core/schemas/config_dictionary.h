// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace fairlead {

/// A Python dictionary while it is made: entries in the order in which their keys first came; keys compare as Python
/// compares them.
class ConfigDictionary {
public:
    ConfigDictionary() = default;
    /// With entries whose keys are different.
    explicit ConfigDictionary(std::vector<ConfigValue::Entry> entries) : entries_(std::move(entries)) {}

    /// The value of a key, or null. Good until the next call.
    [[nodiscard]] const ConfigValue* find(const ConfigValue& key);
    /// A key that is there keeps its place, with the origin of the new one.
    void set(const ConfigValue& key, ConfigValue value);
    [[nodiscard]] std::vector<ConfigValue::Entry>& entries() noexcept { return entries_; }

private:
    static constexpr std::size_t max_scanned = 24; // entries; beyond them there is an index

    [[nodiscard]] std::size_t place_of(const ConfigValue& key);

    std::vector<ConfigValue::Entry> entries_;
    std::unordered_map<std::string, std::size_t> index_;
    std::size_t indexed_ = 0;
    std::size_t scans_ = 0;
};

} // namespace fairlead
