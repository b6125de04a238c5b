// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/wired_argument.h>
#include <fairlead/wired_parameters.h>

namespace fairlead {
inline namespace abi1 {
namespace wiring {

template <class P, class... G>
inline constexpr std::size_t times_among = (std::size_t{0} + ... +
                                            std::same_as<std::remove_cvref_t<P>, std::remove_cvref_t<G>>);

template <class P, class... G>
[[nodiscard]] auto hold(DependencyResolver& resolver, std::tuple<G...>& given) {
    using T = std::remove_cvref_t<P>;
    if constexpr (times_among < P, G... >> 0)
        return Given<T>{std::get<T>(std::move(given))};
    else
        return Supplied<T>::make(resolver);
}

/// What is held, as the constructor takes it.
template <class P, class Held>
[[nodiscard]] decltype(auto) pass(Held& held) {
    using T = std::remove_cvref_t<P>;
    if constexpr (std::same_as<Held, Given<T>>) {
        if constexpr (std::is_lvalue_reference_v<P>)
            return (held.value);
        else
            return std::move(held.value);
    } else if constexpr (Supplied<T>::own && !std::is_lvalue_reference_v<P>) {
        return std::move(Supplied<T>::value(held));
    } else {
        static_assert(std::is_lvalue_reference_v<P> || std::is_copy_constructible_v<T>,
                      "fairlead: a constructor takes by value what cannot be copied: take a std::shared_ptr or a "
                      "reference");
        if constexpr (std::is_lvalue_reference_v<P>)
            return static_cast<T&>(Supplied<T>::value(held));
        else
            return T(Supplied<T>::value(held));
    }
}

template <class K, class... A>
[[nodiscard]] K* create(A&&... arguments) {
    if constexpr (std::is_aggregate_v<K>)
        return new K{std::forward<A>(arguments)...};
    else
        return new K(std::forward<A>(arguments)...);
}

template <class K, class Held, class... P, std::size_t... I>
[[nodiscard]] std::shared_ptr<K> construct(Held held, std::type_identity<std::tuple<P...>>, std::index_sequence<I...>) {
    if constexpr ((false || ... || std::is_lvalue_reference_v<P>)) {
        // What the object only has a reference to lives as long as it does.
        const auto kept = std::make_shared<Held>(std::move(held));
        return std::shared_ptr<K>(wiring::create<K>(wiring::pass<P>(std::get<I>(*kept))...),
                                  [kept](K* object) { delete object; });
    } else if constexpr (std::is_aggregate_v<K>) {
        return std::shared_ptr<K>(wiring::create<K>(wiring::pass<P>(std::get<I>(held))...));
    } else {
        return std::make_shared<K>(wiring::pass<P>(std::get<I>(held))...);
    }
}

template <class K, class... P, class... G>
[[nodiscard]] std::shared_ptr<K> wire(DependencyResolver& resolver, std::type_identity<std::tuple<P...>> parameters,
                                      std::tuple<G...> given) {
    static_assert((true && ... && (times_among<G, P...> == 1)),
                  "fairlead: wire_object() is given an argument whose type is that of no parameter, or of several");
    // In braces, so that the parameters are resolved from left to right.
    using Held = std::tuple<decltype(wiring::hold<P>(resolver, given))...>;
    return wiring::construct<K>(Held{wiring::hold<P>(resolver, given)...}, parameters, std::index_sequence_for<P...>());
}

template <class... P>
[[nodiscard]] std::vector<Dependency> dependencies_of(std::type_identity<std::tuple<P...>>) {
    std::vector<Dependency> dependencies;
    (Supplied<std::remove_cvref_t<P>>::describe(dependencies), ...);
    return dependencies;
}

} // namespace wiring

/// Makes a K whose constructor's parameters are resolved by their types, never by a key; but those whose type is that
/// of one of `given` get that. Throws what resolving throws, and what the constructor does.
///
/// | parameter | what it gets |
/// | --- | --- |
/// | `std::shared_ptr<T>`, `T&`, `const T&` | `resolve<T>()`; what is behind a reference is kept with the object |
/// | `T` | a copy of that |
/// | `std::optional<std::shared_ptr<T>>`, `std::optional<T>` | `maybe_resolve<T>()` |
/// | `std::vector<std::shared_ptr<T>>`, `std::vector<T>` | all of the collection |
/// | `DependencyCollection<T>`, `DependencyLookup<T>` | the lazy collection, a lookup |
/// | `Lazy<T>`, `std::function<std::shared_ptr<T>()>` | `resolve<T>()` when it is asked for |
/// | `DependencyResolver&` | the resolver itself |
///
/// A class with default arguments, several constructors or a constructor template says which parameters are meant with
/// `using Inject = K(A, B);`; those it leaves out keep their defaults.
template <class K, class... G>
[[nodiscard]] std::shared_ptr<K> wire_object(DependencyResolver& resolver, G&&... given) {
    return wiring::wire<K>(resolver, std::type_identity<wiring::Parameters<K>>{},
                           std::tuple<std::remove_cvref_t<G>...>{std::forward<G>(given)...});
}

} // namespace abi1
} // namespace fairlead
