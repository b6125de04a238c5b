// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_value.h>

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// What holds others: lists, dictionaries and tuples.
namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

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
template <class T>
inline constexpr bool may_be_field<std::vector<T>> = may_be_field<T>;
template <class T>
inline constexpr bool may_be_field<std::map<std::string, T>> = may_be_field<T>;

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
template <class T, std::size_t size>
inline constexpr bool may_be_field<std::array<T, size>> = made_of_fields<std::array<T, size>, T>;
template <class T, class U>
inline constexpr bool may_be_field<std::pair<T, U>> = made_of_fields<std::pair<T, U>, T, U>;
template <class... T>
inline constexpr bool may_be_field<std::tuple<T...>> = made_of_fields<std::tuple<T...>, T...>;

} // namespace configs
} // namespace abi1
} // namespace fairlead
