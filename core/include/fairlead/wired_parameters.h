// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/constructor_parameters.h>

// Which parameters are injected: those that the class names, else those of its only constructor.
namespace fairlead {
inline namespace abi1 {
namespace wiring {

/// Of `using Inject = K(A, B);`.
template <class K, class Declared>
struct Injected {
    static_assert(std::is_function_v<Declared>,
                  "fairlead: Inject is written as a function type: using Inject = K(A, B);");
};
template <class K, class Result, class... P>
struct Injected<K, Result(P...)> {
    static_assert(std::is_base_of_v<Result, K>, "fairlead: `using Inject = K(A, B);` must name the class it stands in");
    static constexpr bool declared = std::same_as<Result, K>; // else it is that of a base class
    using Parameters = std::tuple<P...>;
};

template <class K>
struct InjectOf {
    static constexpr bool declared = false;
};
template <class K>
requires requires { typename K::Inject; }
struct InjectOf<K> : Injected<K, typename K::Inject> {};

template <class K>
[[nodiscard]] consteval auto find_parameters() {
    static_assert(!std::is_abstract_v<K>,
                  "fairlead: this class cannot be auto-wired: it is abstract. Name the class that "
                  "implements it: register_type<Interface, Implementation>()");
    if constexpr (std::is_abstract_v<K>) {
        return std::type_identity<std::tuple<>>{};
    } else if constexpr (InjectOf<K>::declared) {
        return std::type_identity<typename InjectOf<K>::Parameters>{};
    } else {
        constexpr Constructors found = find_constructor<K>().constructors;
        static_assert(
            found != Constructors::fields,
            "fairlead: this class cannot be auto-wired: it has fields but no constructor. Give it one, or say "
            "in it what its first fields get: using Inject = K(A, B); or, for none, using Inject = K();");
        static_assert(found != Constructors::several,
                      "fairlead: this class cannot be auto-wired: it has several constructors, or one with default "
                      "arguments. Say in it which parameters are to be injected: using Inject = K(A, B);");
        static_assert(
            found != Constructors::forwarding,
            "fairlead: this class cannot be auto-wired: its constructor is a template that takes anything. Say "
            "in it which parameters are to be injected: using Inject = K(A, B);");
        static_assert(found != Constructors::none,
                      "fairlead: this class cannot be auto-wired: it has no public constructor whose parameters can be "
                      "told (those of two with as many parameters cannot, nor a T& beside a std::unique_ptr, nor, with "
                      "clang, a std::optional by value). Say in it which are to be injected: using Inject = K(A, B);");
        if constexpr (found == Constructors::one)
            return std::type_identity<DeducedParameters<K>>{};
        else
            return std::type_identity<std::tuple<>>{};
    }
}

/// K's injected parameters, as a std::tuple; or a compile-time error that says why they are not known and what to do.
template <class K>
using Parameters = typename decltype(find_parameters<K>())::type;

} // namespace wiring
} // namespace abi1
} // namespace fairlead
