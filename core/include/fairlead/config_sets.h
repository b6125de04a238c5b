// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_lists.h>
#include <fairlead/literal.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

/// In the order in which the elements of a set are kept: that of their texts.
[[nodiscard]] FAIRLEAD_API ConfigTree::List in_set_order(ConfigTree::List elements);

/// Whether Python can put it into a set.
template <class T>
inline constexpr bool hashable = std::is_arithmetic_v<T> || std::is_enum_v<T> || std::same_as<T, std::string> ||
                                 std::same_as<T, std::filesystem::path>;
template <LiteralText... texts>
inline constexpr bool hashable<Literal<texts...>> = true;
template <class... T>
inline constexpr bool hashable<std::tuple<T...>> = (hashable<T> && ...);
template <class T, class U>
inline constexpr bool hashable<std::pair<T, U>> = hashable<T>&& hashable<U>;
template <class T, std::size_t size>
inline constexpr bool hashable<std::array<T, size>> = hashable<T>;
template <class T>
inline constexpr bool hashable<std::optional<T>> = hashable<T>;

template <class T>
struct Value<std::set<T>> {
    static_assert(hashable<T>, "fairlead: the elements of a set are numbers, texts, paths, enums or tuples of them, as "
                               "Python cannot hash others: take a std::vector");
    static ConfigType type() { return {.kind = ConfigTypeKind::set, .args = {Value<T>::type()}}; }
    static ConfigTree write(const std::set<T>& value) {
        ConfigTree::List list;
        for (const T& element : value)
            list.push_back(Value<T>::write(element));
        return {in_set_order(std::move(list))};
    }
    static bool read(const ConfigTree& tree, std::set<T>& value) {
        std::vector<T> elements;
        if (!Value<std::vector<T>>::read(tree, elements))
            return false;
        value = std::set<T>(elements.begin(), elements.end());
        return true;
    }
};
template <class T>
inline constexpr bool may_be_field<std::set<T>> = made_of_fields<std::set<T>, T>;

} // namespace configs
} // namespace abi1
} // namespace fairlead
