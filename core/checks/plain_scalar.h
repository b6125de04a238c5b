// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fairlead {

/// What people may take a plain scalar for, while YAML 1.2 reads it otherwise (spec/yaml.md).
enum class PlainSurprise : std::uint8_t {
    none,
    boolean_word, ///< `yes`, `off`: text
    number_text,  ///< `.5e3`, `0X1F`, `+.nan`, `inf`: text
    sexagesimal,  ///< `190:20:30`: text; a number in YAML 1.1
    leading_zero, ///< `017`: 17; 15 in YAML 1.1
    underscores,  ///< `1_000`: 1000
    date,         ///< `2024-01-01`: a date
    date_text,    ///< `2024-1-1`: text
};

/// Longer scalars hold no surprise.
inline constexpr std::size_t max_surprise_size = 40;

/// `kind`: as what it is read.
[[nodiscard]] PlainSurprise plain_surprise(std::string_view written, yaml::Kind kind) noexcept;
[[nodiscard]] std::string surprise_message(PlainSurprise surprise, std::string_view written, const yaml::Value& value);
/// What to write instead of quotes, where that is clear: `true` for `yes`, `0x1F` for `0X1F`; else empty.
[[nodiscard]] std::string surprise_replacement(PlainSurprise surprise, std::string_view written,
                                               const yaml::Value& value);

} // namespace fairlead
