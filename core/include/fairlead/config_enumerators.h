// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_names.h>

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// The values among which an enum's members are looked for. More: specialise it for the enum,
/// `template <> inline constexpr fairlead::EnumRange fairlead::enum_range<my::Color>{0, 4096};`.
struct EnumRange {
    long long least = -32;
    long long greatest = 127;
};
template <class E>
inline constexpr EnumRange enum_range{};

namespace FAIRLEAD_OWN_NAMES configs {

/// A member of an enum.
template <class E>
struct Enumerator {
    std::string_view name;
    E value;
};

/// An enum of no type of its own has no values but its members, so that they cannot be looked for.
template <class E>
concept HasFixedType = requires {
    E{0};
};

template <class E>
struct EnumLimits {
    using Number = std::underlying_type_t<E>;
    static constexpr long long limited(long long value) noexcept {
        if (std::is_same_v<Number, bool>)
            return value < 0 ? 0 : value > 1 ? 1 : value;
        if (std::in_range<Number>(value))
            return value;
        return static_cast<long long>(value < 0 ? std::numeric_limits<Number>::min()
                                                : std::numeric_limits<Number>::max());
    }
    static constexpr long long first = limited(enum_range<E>.least);
    static constexpr auto count = static_cast<std::size_t>(limited(enum_range<E>.greatest) - first + 1);
    static constexpr E value(std::size_t index) noexcept {
        return static_cast<E>(first + static_cast<long long>(index));
    }
};

/// The names of all values that are looked at; empty where there is no member.
template <class E, class Indices = std::make_index_sequence<EnumLimits<E>::count>>
FAIRLEAD_OWN inline constexpr std::array<std::string_view, 0> value_names{};
template <class E, std::size_t... I>
FAIRLEAD_OWN inline constexpr std::array<std::string_view, sizeof...(I)> value_names<E, std::index_sequence<I...>>{
    name_of<EnumLimits<E>::value(I)>...};

template <class E>
[[nodiscard]] consteval std::size_t count_enumerators() noexcept {
    std::size_t count = 0;
    for (const std::string_view name : value_names<E>)
        count += name.empty() ? 0U : 1U;
    return count;
}

/// Its members in the order of their values; of two with one value the one that the compiler prints.
template <class E>
FAIRLEAD_OWN inline constexpr auto enumerators = [] {
    std::array<Enumerator<E>, count_enumerators<E>()> found{};
    std::size_t next = 0;
    for (std::size_t index = 0; index < value_names<E>.size(); ++index)
        if (!value_names<E>[index].empty())
            found[next++] = {value_names<E>[index], EnumLimits<E>::value(index)};
    return found;
}();

} // namespace configs
} // namespace abi1
} // namespace fairlead
