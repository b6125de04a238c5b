// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_fields.h>

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// The names of fields and enumerators, as the compiler prints what a template is instantiated with.
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

namespace [[gnu::visibility("hidden")]] configs {

/// The identifier at the end of what the compiler prints, before brackets; empty if there is a number.
[[nodiscard]] consteval std::string_view last_identifier(std::string_view text) noexcept {
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    while (!text.empty() && !is_part(text.back()))
        text.remove_suffix(1);
    std::size_t begin = text.size();
    while (begin > 0 && is_part(text[begin - 1]))
        --begin;
    text.remove_prefix(begin);
    return text.empty() || (text[0] >= '0' && text[0] <= '9') ? std::string_view() : text;
}

template <auto value>
[[nodiscard]] consteval auto printed() noexcept { // a return type of its own name would be printed too
    return std::string_view(__PRETTY_FUNCTION__);
}
/// The identifier of what the template argument is; empty if it has none.
template <auto value>
inline constexpr std::string_view name_of = last_identifier(printed<value>());

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-internal"
#pragma clang diagnostic ignored "-Wundefined-var-template"
#endif
/// An object of C that does not exist: its fields have addresses for the compiler, and nothing else is asked of them.
template <class C>
struct Shell {
    C config;
};
template <class C>
extern const Shell<C> shell;

/// Round a pointer, as clang 14 takes no pointer into an object as a template argument.
template <class T>
struct Address {
    const T* address;
};
template <class T>
Address(const T*) -> Address<T>;

template <class C, std::size_t index>
struct FieldName {
    static constexpr std::string_view text = name_of<Address{&std::get<index>(fields_of(shell<C>.config))}>;
};
#ifdef __clang__
#pragma clang diagnostic pop
#endif

template <class C>
using FieldTypes = decltype(fields_of(std::declval<C&>()));
template <class C>
inline constexpr std::size_t field_count = std::tuple_size_v<FieldTypes<C>>;
template <class C, std::size_t index>
using FieldType = std::remove_reference_t<std::tuple_element_t<index, FieldTypes<C>>>;

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
inline constexpr std::array<std::string_view, 0> value_names{};
template <class E, std::size_t... I>
inline constexpr std::array<std::string_view, sizeof...(I)> value_names<E, std::index_sequence<I...>>{
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
inline constexpr auto enumerators = [] {
    std::array<Enumerator<E>, count_enumerators<E>()> found{};
    std::size_t next = 0;
    for (std::size_t index = 0; index < value_names<E>.size(); ++index)
        if (!value_names<E>[index].empty())
            found[next++] = {value_names<E>[index], EnumLimits<E>::value(index)};
    return found;
}();

} // namespace gnu::visibility("hidden")]]configs
} // namespace abi1
} // namespace fairlead
