// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_tree_values.h"

#include "core/schemas/python_print.h"

#include <charconv>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace fairlead {
namespace {

ConfigTree integer_tree(const ConfigValue& value) {
    if (const auto small = value.integer())
        return {*small};
    const std::string digits = value.integer_text();
    std::uint64_t large = 0;
    const char* const end = digits.data() + digits.size();
    if (const auto [stop, error] = std::from_chars(digits.data(), end, large); error == std::errc() && stop == end)
        return {large};
    return {digits};
}

} // namespace

ConfigValue to_config_value(const ConfigTree& tree, const ConfigOrigin& origin) {
    const ConfigValue made = std::visit(
        [&]<class T>(const T& value) -> ConfigValue {
            if constexpr (std::is_same_v<T, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<T, bool>) {
                return ConfigValue::boolean(value);
            } else if constexpr (std::is_same_v<T, std::int64_t>) {
                return ConfigValue::integer(value);
            } else if constexpr (std::is_same_v<T, std::uint64_t>) {
                return ConfigValue::integer(std::to_string(value));
            } else if constexpr (std::is_same_v<T, double>) {
                return ConfigValue::real(value);
            } else if constexpr (std::is_same_v<T, std::string>) {
                return ConfigValue::string(value);
            } else if constexpr (std::is_same_v<T, ConfigTree::List>) {
                std::vector<ConfigValue> elements;
                elements.reserve(value.size());
                for (const ConfigTree& element : value)
                    elements.push_back(to_config_value(element, origin));
                return ConfigValue::list(std::move(elements));
            } else {
                std::vector<ConfigValue::Entry> entries;
                entries.reserve(value.size());
                for (const ConfigTree::Member& member : value)
                    entries.push_back(
                        {ConfigValue::string(member.key).with_origin(origin), to_config_value(member.value, origin)});
                return ConfigValue::mapping(std::move(entries));
            }
        },
        tree.value);
    return made.with_origin(origin);
}

ConfigTree to_config_tree(const ConfigValue& value) {
    using Kind = ConfigValue::Kind;
    switch (value.kind()) {
    case Kind::null:
        return {};
    case Kind::boolean:
        return {value.boolean()};
    case Kind::integer:
        return integer_tree(value);
    case Kind::real:
        return {value.real()};
    case Kind::string:
    case Kind::date:
    case Kind::datetime:
    case Kind::bytes:
        return {std::string(value.text())};
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
    case Kind::pairs: {
        ConfigTree::List list;
        for (const ConfigValue& element : value.elements())
            list.push_back(to_config_tree(element));
        return {std::move(list)};
    }
    case Kind::mapping:
    case Kind::omap:
        break;
    }
    ConfigTree::Mapping mapping;
    for (const ConfigValue::Entry& entry : value.entries())
        mapping.push_back({entry.key.is_string() ? std::string(entry.key.text()) : python::str(entry.key),
                           to_config_tree(entry.value)});
    return {std::move(mapping)};
}

} // namespace fairlead
