// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_registrar.h>

#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// What the compiler says of a function that is none of the signature; each option has one that names it. `fits`: it
/// is.
template <bool fits>
struct FunctionFits {
    static_assert(fits, "fairlead: this is no function of the signature that is wanted");
};

/// The same of one that cannot be copied.
template <bool copyable>
struct FunctionIsCopyable {
    static_assert(copyable, "fairlead: a family's function can be copied: what it keeps and cannot be, a "
                            "std::unique_ptr, it keeps in a std::shared_ptr");
};

template <class Signature, template <bool> class Fits = FunctionFits>
class ObjectFunction;

/// A function that makes a T of what it is given: it gives a T, or a pointer that owns one (std::unique_ptr,
/// std::shared_ptr, also of a class derived from T). May be empty, and is if it is made of an empty std::function.
template <class T, class... Args, template <bool> class Fits>
class ObjectFunction<T(Args...), Fits> {
public:
    ObjectFunction() = default;
    ObjectFunction(std::nullptr_t) {} // NOLINT(google-explicit-constructor)
    template <class F>
    requires(!std::same_as<F, ObjectFunction>) ObjectFunction(F function) { // NOLINT(google-explicit-constructor)
        constexpr bool fits = wiring::GivesA<T, typename ResultOf<F&>::type>;
        static_cast<void>(Fits<fits>());
        static_cast<void>(FunctionIsCopyable<std::copy_constructible<F>>());
        if constexpr (fits && std::copy_constructible<F>) {
            using Result = std::invoke_result_t<F&, Args...>;
            if constexpr (std::is_pointer_v<F> || requires { function.operator bool(); })
                if (!function)
                    return;
            if constexpr (std::convertible_to<Result, std::shared_ptr<T>>)
                function_ = std::move(function);
            else
                function_ = [function = std::move(function)](Args... args) mutable {
                    return wiring::share<T>([&]() -> T { return function(std::forward<Args>(args)...); });
                };
        }
    }

    [[nodiscard]] explicit operator bool() const noexcept { return static_cast<bool>(function_); }
    [[nodiscard]] std::shared_ptr<T> operator()(Args... args) const { return function_(std::forward<Args>(args)...); }

private:
    template <class F>
    struct ResultOf {
        using type = void;
    };
    template <std::invocable<Args...> F>
    struct ResultOf<F> {
        using type = std::invoke_result_t<F, Args...>;
    };

    std::function<std::shared_ptr<T>(Args...)> function_;
};

/// A std::function of which the compiler says what is wanted where something else is given.
template <class Signature, template <bool> class Fits>
class OptionFunction;

template <class R, class... Args, template <bool> class Fits>
class OptionFunction<R(Args...), Fits> : public std::function<R(Args...)> {
public:
    OptionFunction() = default;
    OptionFunction(std::nullptr_t) {} // NOLINT(google-explicit-constructor)
    template <class F>
    requires(!std::same_as<F, OptionFunction>) OptionFunction(F given) { // NOLINT(google-explicit-constructor)
        constexpr bool fits = std::is_invocable_r_v<R, F&, Args...>;
        static_cast<void>(Fits<fits>());
        static_cast<void>(FunctionIsCopyable<std::copy_constructible<F>>());
        if constexpr (fits && std::copy_constructible<F>)
            std::function<R(Args...)>::operator=(std::move(given));
    }
};

/// Whether something is given in place of a family's options.
template <class F, class Options>
concept NoOptions = !std::convertible_to<F, Options>;

} // namespace abi1
} // namespace fairlead
