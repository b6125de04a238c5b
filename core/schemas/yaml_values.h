// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"
#include "core/yaml/value.h"

#include <cstddef>
#include <optional>

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
    [[nodiscard]] Trouble trouble() const noexcept { return trouble_; }

private:
    ConfigValue make(const yaml::Value& value);
    ConfigValue make_collection(const yaml::Value& value);

    CardRef card_;
    std::size_t made_ = 0;
    std::size_t depth_ = 0;
    Trouble trouble_ = Trouble::none;
};

} // namespace fairlead
