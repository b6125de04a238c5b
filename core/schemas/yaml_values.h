// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"
#include "core/yaml/value.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fairlead {

/// Makes values of a config of what stands in cards. One object serves all cards of a config: what is made altogether
/// is bounded, as a few aliases can stand for any number of values.
class YamlValues {
public:
    enum class Trouble : std::uint8_t {
        none,
        endless,   ///< a value that contains itself, or is nested deeper than Python's recursion goes
        too_large, ///< beyond our own limit
    };

    static constexpr std::size_t max_values = 250'000;

    /// None if there is trouble.
    [[nodiscard]] std::optional<ConfigValue> read(const yaml::Value& value, CardRef card);
    /// As read(), but of a value that contains itself what Python's merging (utils/config.py) comes to before it goes
    /// round in it. None only if it is too large.
    [[nodiscard]] std::optional<ConfigValue> read_until_endless(const yaml::Value& value, CardRef card);
    [[nodiscard]] Trouble trouble() const noexcept { return trouble_; }
    /// Of the value at which the reading ended: of one within itself, the alias that leads back into it.
    [[nodiscard]] yaml::TextRange trouble_range() const noexcept { return trouble_range_; }

private:
    ConfigValue make(const yaml::Value& value);
    ConfigValue make_collection(const yaml::Value& value);
    std::vector<ConfigValue::Entry> make_entries(const yaml::Value& value);
    ConfigValue cut(const yaml::Value& value);

    /// A collection that is being made, and whether merging goes into it rather than copies it.
    struct Open {
        const void* identity = nullptr;
        bool merged = false;
    };

    CardRef card_;
    std::size_t made_ = 0;
    std::size_t depth_ = 0;
    Trouble trouble_ = Trouble::none;
    yaml::TextRange trouble_range_{};
    bool cuts_ = false;       // read_until_endless()
    bool ended_ = false;      // merging gets no further
    bool merges_next_ = true; // the value that is made next, if it is a mapping
    std::vector<Open> open_;  // if cuts_
};

} // namespace fairlead
