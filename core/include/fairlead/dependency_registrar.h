// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_errors.h>
#include <fairlead/wire_object.h>

#include <concepts>
#include <memory>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace wiring {

/// What a function gives by value, shared. A class that cannot be moved is made where it stays.
template <class T, class Make>
[[nodiscard]] std::shared_ptr<T> share(Make&& make) {
    if constexpr (std::move_constructible<T>)
        return std::make_shared<T>(make());
    else
        return std::shared_ptr<T>(new T(make()));
}

/// What a provider of T may be, and how it is called: with the resolver or with nothing; it gives a pointer that owns,
/// or a value.
template <class T, class F>
[[nodiscard]] std::shared_ptr<T> provide(F& provider, DependencyResolver& resolver) {
    if constexpr (!std::invocable<F&, DependencyResolver&>) {
        auto call = [&provider](DependencyResolver&) -> decltype(auto) { return provider(); };
        return provide<T>(call, resolver);
    } else if constexpr (std::convertible_to<std::invoke_result_t<F&, DependencyResolver&>, std::shared_ptr<T>>) {
        return provider(resolver);
    } else {
        return share<T>([&]() -> T { return provider(resolver); });
    }
}

template <class F>
struct ProviderResult {
    static constexpr bool callable = false;
    using type = void;
};
template <std::invocable<DependencyResolver&> F>
struct ProviderResult<F> {
    static constexpr bool callable = true;
    using type = std::invoke_result_t<F, DependencyResolver&>;
};
template <std::invocable<> F>
requires(!std::invocable<F, DependencyResolver&>) struct ProviderResult<F> {
    static constexpr bool callable = true;
    using type = std::invoke_result_t<F>;
};

template <class T, class R>
concept GivesA = std::convertible_to<R, std::shared_ptr<T>> ||(!std::is_abstract_v<T> && std::same_as<R, T>);

} // namespace wiring

/// A function that makes what is registered.
template <class T>
using Provider = std::function<std::shared_ptr<T>(DependencyResolver&)>;

/// What a container and its collection have in common: registering. Objects are shared with whoever resolves them.
///
/// Each registration keeps where it is written and which extension was running. Throws InvalidOperationError if the
/// class and key are registered already (never in a collection) or something was resolved, and TypeConflictError if
/// another library has a class of that name that is laid out differently.
class FAIRLEAD_API DependencyRegistrar {
public:
    virtual ~DependencyRegistrar();
    // NOLINTBEGIN(performance-unnecessary-value-param): they are moved, where the class fits
    /// Registers a provider: a function of the resolver, or of nothing, that gives a std::shared_ptr<T> (or one of a
    /// class derived from T, or a std::unique_ptr, or a T). A null is kept as "nothing".
    template <class T, class F>
    void register_(F provider, RegisterOptions options = {}, Here here = Here::current()) {
        using Result = wiring::ProviderResult<F&>;
        static_assert(
            Result::callable,
            "fairlead: a provider is a function that can be called with a DependencyResolver&, or with nothing");
        static_assert(!Result::callable || wiring::GivesA<T, typename Result::type>,
                      "fairlead: a provider's object is expected to be of the registered class or one derived from it: "
                      "give a std::shared_ptr to it");
        static_assert(std::copy_constructible<F>, "fairlead: a provider can be copied: what it keeps and cannot be, a "
                                                  "std::unique_ptr, it keeps in a std::shared_ptr");
        if constexpr (Result::callable && wiring::GivesA<T, typename Result::type> && std::copy_constructible<F>)
            add({.kls = TypeId::of<T>(),
                 .options = std::move(options),
                 .provider = [provider = std::move(provider)](DependencyResolver& resolver) mutable
                 -> std::shared_ptr<void> { return wiring::provide<T>(provider, resolver); },
                 .place = here});
    }

    /// Registers a class whose constructor is auto-wired: see wire_object().
    template <class T, class Implementation = T>
    void register_type(RegisterOptions options = {}, Here here = Here::current()) {
        static_assert(std::convertible_to<Implementation*, T*>,
                      "fairlead: the implementing class must be a subclass of the registered one, publicly derived");
        if constexpr (std::convertible_to<Implementation*, T*>)
            add({.kls = TypeId::of<T>(),
                 .options = std::move(options),
                 .provider = [](DependencyResolver& resolver) -> std::shared_ptr<void> {
                     return std::shared_ptr<T>(wire_object<Implementation>(resolver));
                 },
                 .dependencies = wiring::dependencies_of(std::type_identity<wiring::Parameters<Implementation>>{}),
                 .place = here});
    }

    /// Registers an object that is there.
    template <class T>
    void register_instance(std::shared_ptr<T> object, Key key = {}, Here here = Here::current()) {
        NewRegistration registration{.kls = TypeId::of<T>(), .place = here};
        registration.options.key = std::move(key);
        registration.provider = [object = std::move(object)](DependencyResolver&) -> std::shared_ptr<void> {
            return object;
        };
        add(std::move(registration));
    }
    // NOLINTEND(performance-unnecessary-value-param)
    /// What the others come to.
    virtual void add(NewRegistration registration) = 0;

protected:
    DependencyRegistrar() = default;
    DependencyRegistrar(const DependencyRegistrar&) = default;
    DependencyRegistrar& operator=(const DependencyRegistrar&) = default;
};

} // namespace abi1
} // namespace fairlead
