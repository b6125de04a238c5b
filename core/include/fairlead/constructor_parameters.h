// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

// The types of a constructor's parameters, without a macro: an expression that constructs the class from objects which
// turn into anything is looked at, but never evaluated, and notes what they were turned into.
namespace fairlead {
inline namespace abi1 {
namespace wiring {

/// The most parameters that a constructor is tried with.
inline constexpr std::size_t most_parameters = 16;

// Not the class itself, so that its copy and move constructors are no candidates.
template <class T, class K>
concept OtherThan = !std::same_as<std::remove_cv_t<T>, K>;

/// Turns into any parameter of K. A value is preferred to a reference by the missing const.
template <class K>
struct Anything {
    template <OtherThan<K> T>
    operator T();
    template <OtherThan<K> T>
    operator T&() const;
    template <OtherThan<K> T>
    operator T&&() const;
};

/// Turns into nothing: what takes it takes whatever comes.
struct Nothing {};

template <class T, std::size_t>
using Repeated = T;

template <class K, class Argument, class Indices>
inline constexpr bool takes = false;
template <class K, class Argument, std::size_t... I>
inline constexpr bool takes<K, Argument, std::index_sequence<I...>> = requires {
    K(std::declval<Repeated<Argument, I>>()...);
};

template <class K, std::size_t count>
inline constexpr bool takes_parameters = takes<K, Anything<K>, std::make_index_sequence<count>>;

/// A constructor template that would be called with nothing injected.
template <class K, std::size_t count>
inline constexpr bool forwards = count > 0 && takes<K, Nothing, std::make_index_sequence<count>>;

enum class Constructors : unsigned char { one, none, several, forwarding, fields };

/// What can be said of K's constructors, and the number of parameters if there is one.
struct Finding {
    Constructors constructors = Constructors::none;
    std::size_t parameters = 0;
};

template <class K>
[[nodiscard]] consteval Finding find_constructor() {
    if (std::is_aggregate_v<K> && !std::is_empty_v<K>)
        return {.constructors = Constructors::fields};
    std::size_t found = 0;
    std::size_t parameters = 0;
    bool forwarding = false;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((takes_parameters<K, I> ? (++found, parameters = I, forwarding = forwarding || forwards<K, I>) : 0), ...);
    }
    (std::make_index_sequence<(std::is_aggregate_v<K> ? 1 : most_parameters + 1)>());
    if (forwarding)
        return {.constructors = Constructors::forwarding};
    if (found > 1)
        return {.constructors = Constructors::several};
    return {.constructors = found == 1 ? Constructors::one : Constructors::none, .parameters = parameters};
}

template <class T>
struct Noted {
    using type = T;
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
/// Names the parameter: of `parameter_of(Slot<K, index>)` the result's type is what Note wrote down.
template <class K, std::size_t index>
struct Slot {
    friend constexpr auto parameter_of(Slot);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class K, std::size_t index, class Parameter>
struct Note {
    friend constexpr auto parameter_of(Slot<K, index>) { return Noted<Parameter>{}; }
    static constexpr bool written = true;
};

/// As Anything, but notes it: whether a conversion throws is only looked at once it was chosen.
template <class K, std::size_t index>
struct Spy {
    template <OtherThan<K> T>
    operator T() noexcept(Note<K, index, T>::written);
    template <OtherThan<K> T>
    operator T&() const noexcept(Note<K, index, T&>::written);
    template <OtherThan<K> T>
    operator T&&() const noexcept(Note<K, index, T>::written);
};

template <class K, class Indices>
struct Deduced;
template <class K, std::size_t... I>
struct Deduced<K, std::index_sequence<I...>> {
    static constexpr bool noted = noexcept(K(std::declval<Spy<K, I>>()...)) || true;
    template <bool>
    struct Read {
        using type = std::tuple<typename decltype(parameter_of(Slot<K, I>{}))::type...>;
    };
    using type = typename Read<noted>::type;
};

/// The parameters of K's only constructor, as a std::tuple; values for what is taken by value or by `&&`.
template <class K>
using DeducedParameters = typename Deduced<K, std::make_index_sequence<find_constructor<K>().parameters>>::type;

} // namespace wiring
} // namespace abi1
} // namespace fairlead
