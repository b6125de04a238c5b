// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_value.h>

#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

template <class T>
struct Value<std::optional<T>> {
    static ConfigType type() {
        ConfigType type = Value<T>::type();
        if (type.kind != ConfigTypeKind::union_)
            type = {.kind = ConfigTypeKind::union_, .args = {std::move(type)}};
        type.args.push_back({.kind = ConfigTypeKind::none});
        return type;
    }
    static ConfigTree write(const std::optional<T>& value) { return value ? Value<T>::write(*value) : ConfigTree(); }
    static bool read(const ConfigTree& tree, std::optional<T>& value) {
        value.reset();
        return tree.is_null() || Value<T>::read(tree, value.emplace());
    }
};
template <class T>
struct Value<std::optional<std::optional<T>>> {
    static_assert(sizeof(T) == 0, "fairlead: an optional of an optional is one optional in Python");
};

/// A union. A value is of the first type that it fits, as in Python.
template <class... T>
struct Value<std::variant<T...>> {
    static_assert(!(std::same_as<T, std::monostate> || ...),
                  "fairlead: a union with nothing is written as std::optional<std::variant<...>>");
    static ConfigType type() { return {.kind = ConfigTypeKind::union_, .args = {Value<T>::type()...}}; }
    static ConfigTree write(const std::variant<T...>& value) {
        return std::visit([]<class U>(const U& held) { return Value<U>::write(held); }, value);
    }
    static bool read(const ConfigTree& tree, std::variant<T...>& value) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return (Value<T>::read(tree, value.template emplace<I>()) || ...);
        }
        (std::index_sequence_for<T...>());
    }
};
template <class T>
inline constexpr bool may_be_field<std::optional<T>> = made_of_fields<std::optional<T>, T>;
template <class... T>
inline constexpr bool may_be_field<std::variant<T...>> = made_of_fields<std::variant<T...>, T...>;

} // namespace configs
} // namespace abi1
} // namespace fairlead
