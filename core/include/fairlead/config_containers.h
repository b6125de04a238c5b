// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_values.h>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// What the types of fields are in Python, and their values as trees: what holds others.
namespace fairlead {
inline namespace abi1 {
namespace [[gnu::visibility("hidden")]] configs {

template <class T>
struct Value<std::vector<T>> {
    static ConfigType type() { return {.kind = ConfigTypeKind::list, .args = {Value<T>::type()}}; }
    static ConfigTree write(const std::vector<T>& value) {
        ConfigTree::List list;
        for (const T& element : value)
            list.push_back(Value<T>::write(element));
        return {std::move(list)};
    }
    static bool read(const ConfigTree& tree, std::vector<T>& value) {
        const auto* list = std::get_if<ConfigTree::List>(&tree.value);
        if (list == nullptr)
            return false;
        value.clear();
        for (const ConfigTree& given : *list) {
            T element{};
            if (!Value<T>::read(given, element))
                return false;
            value.push_back(std::move(element));
        }
        return true;
    }
};

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
struct Value<std::map<std::string, T>> {
    static ConfigType type() { return {.kind = ConfigTypeKind::dict, .args = {Value<T>::type()}}; }
    static ConfigTree write(const std::map<std::string, T>& value) {
        ConfigTree::Mapping mapping;
        for (const auto& [key, element] : value)
            mapping.push_back({key, Value<T>::write(element)});
        return {std::move(mapping)};
    }
    static bool read(const ConfigTree& tree, std::map<std::string, T>& value) {
        const auto* mapping = std::get_if<ConfigTree::Mapping>(&tree.value);
        if (mapping == nullptr)
            return false;
        value.clear();
        for (const ConfigTree::Member& member : *mapping) {
            T element{};
            if (!Value<T>::read(member.value, element))
                return false;
            value.insert_or_assign(member.key, std::move(element));
        }
        return true;
    }
};

/// Of std::array, std::pair and std::tuple.
template <class Tuple>
struct TupleValue {
    static constexpr auto indices = std::make_index_sequence<std::tuple_size_v<Tuple>>();
    template <std::size_t index>
    using Element = Value<std::tuple_element_t<index, Tuple>>;

    static_assert(std::tuple_size_v<Tuple> > 0, "fairlead: a tuple of nothing has no counterpart in a config");
    static ConfigType type() {
        return [&]<std::size_t... I>(std::index_sequence<I...>)->ConfigType {
            return {.kind = ConfigTypeKind::tuple, .args = {Element<I>::type()...}};
        }
        (indices);
    }
    static ConfigTree write(const Tuple& value) {
        return [&]<std::size_t... I>(std::index_sequence<I...>)->ConfigTree {
            return {ConfigTree::List{Element<I>::write(std::get<I>(value))...}};
        }
        (indices);
    }
    static bool read(const ConfigTree& tree, Tuple& value) {
        const auto* list = std::get_if<ConfigTree::List>(&tree.value);
        return list != nullptr &&
               list->size() == std::tuple_size_v<Tuple>&& [&]<std::size_t... I>(std::index_sequence<I...>) {
            return (Element<I>::read((*list)[I], std::get<I>(value)) && ...);
        }
        (indices);
    }
};
template <class T, std::size_t size>
struct Value<std::array<T, size>> : TupleValue<std::array<T, size>> {};
template <class T, class U>
struct Value<std::pair<T, U>> : TupleValue<std::pair<T, U>> {};
template <class... T>
struct Value<std::tuple<T...>> : TupleValue<std::tuple<T...>> {};

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

} // namespace gnu::visibility("hidden")]]configs
} // namespace abi1
} // namespace fairlead
