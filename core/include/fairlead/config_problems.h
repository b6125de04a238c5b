// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_names.h>
#include <fairlead/config_value.h>
#include <fairlead/validation_result.h>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// What is said of a field, as a line for people.
struct FieldDocumentation {
    std::string_view field;
    std::string_view text;
};

// What a config struct must be, checked when it is compiled, each with a sentence that says what to do.
namespace FAIRLEAD_OWN_NAMES configs {

template <class T>
concept HasValidate = requires(const T& config) {
    config.validate();
};
/// Whether there is something of the name, for the compiler's messages.
template <class T>
concept NamesValidate = HasValidate<T> || requires(T& config) {
    config.validate();
} || requires {
    &T::validate;
};
template <class T>
concept Documented = requires {
    { T::documentation[0] } -> std::convertible_to<const FieldDocumentation&>;
};

/// What is taken for a config within a config: an aggregate that is nothing else.
template <class T>
concept Nested = std::is_class_v<T> && std::is_aggregate_v<T> && !requires {
    std::tuple_size<T>::value;
};

template <class C>
[[nodiscard]] consteval std::string_view documentation_of(std::string_view name) noexcept {
    if constexpr (Documented<C>)
        for (const FieldDocumentation& documented : C::documentation)
            if (documented.field == name)
                return documented.text;
    return {};
}

/// What is known of a field of C, as this library has it.
template <class C, std::size_t index>
struct KnownField {
    static constexpr std::string_view name = FieldName<C, index>::text;
    static constexpr std::string_view documentation = documentation_of<C>(name);
};

template <class C>
[[nodiscard]] consteval bool documents_only_fields() {
    bool known = true;
    if constexpr (Documented<C>)
        for (const FieldDocumentation& documented : C::documentation)
            known = known&& [&]<std::size_t... I>(std::index_sequence<I...>) {
                return ((FieldName<C, I>::text == documented.field) || ...);
            }
    (std::make_index_sequence<field_count<C>>());
    return known;
}

/// A field, of which the compiler prints the name, in its address, and the type.
template <auto address, class T>
struct Field {
    static_assert(!std::is_const_v<T>,
                  "fairlead: a field of a config is no constant and no reference to one: its value "
                  "is overridden");
    static_assert(!std::is_array_v<T>, "fairlead: a field of a config is a C array: take a std::array");
    static constexpr bool good = [] {
        if constexpr (!std::is_const_v<T> && !std::is_array_v<T>)
            return may_be_field<T>;
        return false;
    }();
    static_assert(good || std::is_const_v<T> || std::is_array_v<T>);
};

template <class C>
[[nodiscard]] consteval bool check_fields() {
    static_assert(documents_only_fields<C>(), "fairlead: `documentation` names a field that the config does not have");
    static_assert(HasValidate<C> || !NamesValidate<C>,
                  "fairlead: a config's validate() is expected to be const and to take nothing");
    if constexpr (HasValidate<C>)
        static_assert(std::same_as<decltype(std::declval<const C&>().validate()), ValidationResult>,
                      "fairlead: a config's validate() is expected to return a fairlead::ValidationResult");
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return (Field<FieldName<C, I>::address(), FieldType<C, I>>::good && ...);
    }
    (std::make_index_sequence<field_count<C>>());
}

template <class Fields>
inline constexpr bool some_volatile = false;
template <class... T>
inline constexpr bool some_volatile<std::tuple<T&...>> = (std::is_volatile_v<T> || ...);

/// Of fields that have no names for the compiler to print.
template <class C>
[[nodiscard]] consteval bool check_bindings() {
    constexpr bool bits = std::same_as<FieldTypes<C>, BitField>;
    static_assert(!bits, "fairlead: a field of a config is a bit-field: take a whole integer, as a std::uint8_t");
    constexpr bool is_volatile = some_volatile<FieldTypes<C>>;
    static_assert(!is_volatile, "fairlead: a field of a config is volatile: take that away");
    if constexpr (!bits && !is_volatile)
        return check_fields<C>();
    return false;
}

template <class C>
[[nodiscard]] consteval bool check() {
    static_assert(std::is_aggregate_v<C>,
                  "fairlead: a config is a plain struct: without constructors, virtual functions, "
                  "and private or protected fields");
    if constexpr (std::is_aggregate_v<C>) {
        constexpr bool base = HasBase<C>;
        static_assert(!base, "fairlead: a config has no base class: make the base's fields its own, or a field of it");
        constexpr bool many = HasTooMany<C>;
        static_assert(!many,
                      "fairlead: a config has at most 64 fields: put some into a config of their own, as a field");
        constexpr bool defaults = requires { C{}; }
        &&!has_field_without_default<C>();
        static_assert(
            base || many || defaults,
            "fairlead: a field of a config is a reference, or of a class that cannot be made of nothing: give "
            "it a value that stands on its own");
        constexpr bool unions = has_union<C>();
        static_assert(!unions, "fairlead: a field of a config is a union: take a std::variant");
        if constexpr (!base && !many && defaults && !unions)
            return check_bindings<C>();
    }
    return false;
}

} // namespace configs
} // namespace abi1
} // namespace fairlead
