// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_registrar.h>

#include <concepts>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace fairlead {
inline namespace abi1 {

template <class Signature>
class ObjectFunction;

/// A function that makes a T of what it is given: it gives a T, or a pointer that owns one (std::unique_ptr,
/// std::shared_ptr, also of a class derived from T). May be empty, and is if it is made of an empty std::function.
template <class T, class... Args>
class ObjectFunction<T(Args...)> {
public:
    ObjectFunction() = default;
    template <class F>
    requires(!std::same_as<F, ObjectFunction>) ObjectFunction(F function) { // NOLINT(google-explicit-constructor)
        static_assert(std::invocable<F&, Args...>,
                      "fairlead: this function cannot be called with what the family calls it with: see the options");
        if constexpr (std::invocable<F&, Args...>) {
            using Result = std::invoke_result_t<F&, Args...>;
            static_assert(wiring::GivesA<T, Result>,
                          "fairlead: this function is expected to give an object of the family's class, or a "
                          "std::unique_ptr or std::shared_ptr to one");
            if constexpr (std::is_pointer_v<F> || requires { function.operator bool(); })
                if (!function)
                    return;
            if constexpr (std::convertible_to<Result, std::shared_ptr<T>>)
                function_ = std::move(function);
            else if constexpr (wiring::GivesA<T, Result>)
                function_ = [function = std::move(function)](Args... args) mutable {
                    return std::make_shared<T>(function(std::forward<Args>(args)...));
                };
        }
    }

    [[nodiscard]] explicit operator bool() const noexcept { return static_cast<bool>(function_); }
    [[nodiscard]] std::shared_ptr<T> operator()(Args... args) const { return function_(std::forward<Args>(args)...); }

private:
    std::function<std::shared_ptr<T>(Args...)> function_;
};

} // namespace abi1
} // namespace fairlead
