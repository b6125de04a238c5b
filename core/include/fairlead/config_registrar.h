// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_class.h>
#include <fairlead/dependency_container.h>

#include <string>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// Registers the architectures of the model families that have C as their config (fairseq2's
/// runtime/config_registry.py):
///
///     fairlead::ConfigRegistrar<MyConfig> arch(container);
///     arch("base", [] { return MyConfig{.model_dim = 1024}; });
///
/// Borrows the container.
template <Config C>
class ConfigRegistrar {
public:
    /// Throws TypeConflictError if another library has a config of this name with other fields.
    explicit ConfigRegistrar(DependencyContainer& container) : container_(container) {
        note_config_class(container, config_class<C>());
    }

    /// Registers the function that makes the architecture's config, anew at each look-up: `C()`, or
    /// `C(DependencyResolver&)`. Throws InvalidOperationError if the architecture is registered already.
    template <class F>
    void operator()(std::string arch, F make, Here here = Here::current()) const {
        constexpr bool fits = wiring::GivesA<C, typename wiring::ProviderResult<F&>::type>;
        static_assert(fits, "fairlead: an architecture is a function C() or C(fairlead::DependencyResolver&), which "
                            "gives a config of the ConfigRegistrar<C>'s class");
        if constexpr (fits)
            container_.register_<C>(std::move(make), {.key = std::move(arch)}, here);
    }

private:
    DependencyContainer& container_;
};

} // namespace abi1
} // namespace fairlead
