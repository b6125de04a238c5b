// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_fields.h>
#include <fairlead/config_type.h>

#include <concepts>
#include <map>
#include <memory>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

// What the types of fields are in Python, and their values as trees: what all have in common, and what is told of a
// type that is none. Next: config_scalars.h, config_choices.h, config_lists.h, config_sets.h, config_unions.h.
namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

template <class T>
concept Character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

template <class T, template <class...> class Template>
inline constexpr bool is_one_of = false;
template <template <class...> class Template, class... Args>
inline constexpr bool is_one_of<Template<Args...>, Template> = true;

/// Of a type that a field may have, or a value within one: `type()`, `write()` to a tree and `read()` from one, which
/// is false if it does not fit. This one is of all others.
template <class T>
struct Value {
    static constexpr bool pointer =
        std::is_pointer_v<T> || is_one_of<T, std::unique_ptr> || is_one_of<T, std::shared_ptr>;
    static constexpr bool mapping = is_one_of<T, std::unordered_map> || is_one_of<T, std::map>;
    static constexpr bool set = is_one_of<T, std::unordered_set>;
    static constexpr bool view = std::same_as<T, std::string_view>;
    static constexpr bool wide = std::same_as<T, long double>;
    static_assert(!pointer,
                  "fairlead: a field of a config is a pointer: take the value, a std::optional or a std::string");
    static_assert(!Character<T>, "fairlead: a field of a config is a character: take a std::string, or std::int8_t");
    static_assert(!mapping, "fairlead: a mapping in a config is a std::map<std::string, T>");
    static_assert(!set, "fairlead: a set in a config is a std::set, which has an order");
    static_assert(!view, "fairlead: a config owns its texts: take a std::string");
    static_assert(!wide, "fairlead: a real number in a config is a double or a float");
    static_assert(pointer || Character<T> || mapping || set || view || wide,
                  "fairlead: a field of a config is of a type that has no counterpart in Python's configs: see "
                  "fairlead::Config for those that have; a struct among them is as plain as the config");
    static ConfigType type();
    static ConfigTree write(const T& value);
    static bool read(const ConfigTree& tree, T& value);
};

/// Makes Value<T>: where there is none for the type, its own words end the compilation.
template <class T>
inline constexpr bool has_value = requires {
    sizeof(Value<T>);
};

/// Whether a field may be of the type, and so of those within it. Elsewhere it does not compile: see Field.
template <class T>
inline constexpr bool may_be_field = has_value<T>;
template <class Whole, class... Parts>
inline constexpr bool made_of_fields = (may_be_field<Parts> && ...) && has_value<Whole>;

} // namespace configs
} // namespace abi1
} // namespace fairlead
