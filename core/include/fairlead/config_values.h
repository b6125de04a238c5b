// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_names.h>
#include <fairlead/config_type.h>
#include <fairlead/error.h>
#include <fairlead/literal.h>

#include <concepts>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>

// What the types of fields are in Python, and their values as trees: scalars. Containers: config_containers.h.
namespace fairlead {
inline namespace abi1 {
namespace [[gnu::visibility("hidden")]] configs {

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
                  "fairlead::Config for those that have");
    static ConfigType type();
    static ConfigTree write(const T& value);
    static bool read(const ConfigTree& tree, T& value);
};

template <>
struct Value<bool> {
    static ConfigType type() { return {.kind = ConfigTypeKind::boolean}; }
    static ConfigTree write(bool value) { return {value}; }
    static bool read(const ConfigTree& tree, bool& value) {
        const bool* held = std::get_if<bool>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <std::integral T>
requires(!Character<T>) struct Value<T> {
    static ConfigType type() {
        return {.kind = ConfigTypeKind::integer, .bits = sizeof(T) * 8, .is_signed = std::is_signed_v<T>};
    }
    static ConfigTree write(T value) {
        if (std::in_range<std::int64_t>(value))
            return {static_cast<std::int64_t>(value)};
        return {static_cast<std::uint64_t>(value)};
    }
    // A bool is an integer as it is.
    static bool read(const ConfigTree& tree, T& value) {
        if (const auto* held = std::get_if<bool>(&tree.value))
            return value = *held ? T{1} : T{0}, true;
        if (const auto* held = std::get_if<std::int64_t>(&tree.value))
            return std::in_range<T>(*held) && (value = static_cast<T>(*held), true);
        const auto* held = std::get_if<std::uint64_t>(&tree.value);
        return held != nullptr && std::in_range<T>(*held) && (value = static_cast<T>(*held), true);
    }
};

/// The double that is written as the float is, `0.1`; the path as Python's pathlib writes it.
[[nodiscard]] FAIRLEAD_API double as_written(float value) noexcept;
[[nodiscard]] FAIRLEAD_API std::string as_written(const std::filesystem::path& value);

/// In the order in which the elements of a set are kept: that of their texts.
[[nodiscard]] FAIRLEAD_API ConfigTree::List in_set_order(ConfigTree::List elements);

template <>
struct Value<double> {
    static ConfigType type() { return {.kind = ConfigTypeKind::real, .bits = 64}; }
    static ConfigTree write(double value) { return {value}; }
    static bool read(const ConfigTree& tree, double& value) {
        const auto* held = std::get_if<double>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <>
struct Value<float> {
    static ConfigType type() { return {.kind = ConfigTypeKind::real, .bits = 32}; }
    static ConfigTree write(float value) { return {as_written(value)}; }
    static bool read(const ConfigTree& tree, float& value) {
        const auto* held = std::get_if<double>(&tree.value);
        return held != nullptr && (value = static_cast<float>(*held), true);
    }
};

template <>
struct Value<std::string> {
    static ConfigType type() { return {.kind = ConfigTypeKind::string}; }
    static ConfigTree write(const std::string& value) { return {value}; }
    static bool read(const ConfigTree& tree, std::string& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <>
struct Value<std::filesystem::path> {
    static ConfigType type() { return {.kind = ConfigTypeKind::path}; }
    static ConfigTree write(const std::filesystem::path& value) { return {as_written(value)}; }
    static bool read(const ConfigTree& tree, std::filesystem::path& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <LiteralText... texts>
struct Value<Literal<texts...>> {
    using T = Literal<texts...>;
    static ConfigType type() {
        return {.kind = ConfigTypeKind::literal, .values = {T::values.begin(), T::values.end()}};
    }
    static ConfigTree write(const T& value) { return {std::string(value.view())}; }
    static bool read(const ConfigTree& tree, T& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        return held != nullptr && value.assign(*held);
    }
};

template <class E>
requires std::is_enum_v<E>
struct Value<E> {
    static_assert(HasFixedType<E>,
                  "fairlead: the members of this enum cannot be found: give it a type, enum class E, or "
                  "enum E : int");
    static_assert(
        count_enumerators<E>() > 0,
        "fairlead: no member of this enum was found: specialise fairlead::enum_range for it, which says among "
        "which values they lie");
    static ConfigType type() {
        ConfigType type{.kind = ConfigTypeKind::enumeration, .enumeration = TypeId::of<E>()};
        for (const Enumerator<E>& member : enumerators<E>)
            type.values.emplace_back(member.name);
        return type;
    }
    static ConfigTree write(E value) {
        for (const Enumerator<E>& member : enumerators<E>)
            if (member.value == value)
                return {std::string(member.name)};
        throw ValueError("`" + TypeId::of<E>().name() + "` has no member of the value " +
                         std::to_string(static_cast<long long>(value)) +
                         ". If it has, fairlead::enum_range is too narrow for it.");
    }
    static bool read(const ConfigTree& tree, E& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        if (held != nullptr)
            for (const Enumerator<E>& member : enumerators<E>)
                if (member.name == *held)
                    return value = member.value, true;
        return false;
    }
};

} // namespace gnu::visibility("hidden")]]configs
} // namespace abi1
} // namespace fairlead
