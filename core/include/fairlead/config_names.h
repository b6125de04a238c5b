// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_fields.h>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// Names, as the compiler prints what a template is instantiated with.
namespace fairlead {
inline namespace abi1 {

namespace FAIRLEAD_OWN_NAMES configs {

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
FAIRLEAD_OWN inline constexpr std::string_view name_of = last_identifier(printed<value>());

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
    /// A function, as a compiler may put a constant into the library, which would then ask for the shell.
    static consteval auto address() { return Address{&std::get<index>(configs::fields_of(shell<C>.config))}; }
    static constexpr std::string_view text = name_of<address()>;
};
#ifdef __clang__
#pragma clang diagnostic pop
#endif

template <class C>
using FieldTypes = decltype(configs::fields_of(std::declval<C&>()));
template <class C>
inline constexpr std::size_t field_count = std::tuple_size_v<FieldTypes<C>>;
template <class C, std::size_t index>
using FieldType = std::remove_reference_t<std::tuple_element_t<index, FieldTypes<C>>>;

} // namespace configs
} // namespace abi1
} // namespace fairlead
