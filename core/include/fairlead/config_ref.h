// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_class.h>

#include <concepts>

namespace fairlead {
inline namespace abi1 {

/// The config class of a tokenizer or dataset family that has no config. A model family has one.
struct NoConfig {};

/// Null for NoConfig.
template <Config C>
[[nodiscard]] FAIRLEAD_OWN const ConfigClass* config_class_or_none() {
    if constexpr (std::same_as<C, NoConfig>)
        return nullptr;
    else
        return &config_class<C>();
}

/// A config whose class is known only when the program runs. Borrowed, for a call.
struct ConfigRef {
    const ConfigClass* kls = nullptr; ///< null: NoConfig
    const void* object = nullptr;

    ConfigRef(const ConfigClass* config_class, const void* config) noexcept : kls(config_class), object(config) {}
    template <Config C>
    requires(!std::same_as<C, ConfigRef>) ConfigRef(const C& config) : ConfigRef(config_class_or_none<C>(), &config) {}
};

} // namespace abi1
} // namespace fairlead
