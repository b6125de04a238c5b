// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/container/step.h"

#include <span>

namespace fairlead {
inline namespace abi1 {
namespace container {

/// Nothing is registered for a class and key. `asked_by`: what is being made, or null. `keys`: those that there are.
[[nodiscard]] DependencyNotFoundError missing_dependency(const TypeId& kls, const Key& key,
                                                         const Registration* asked_by, std::span<const Key> keys);

/// What is registered gave nothing.
[[nodiscard]] DependencyNotFoundError empty_dependency(const Registration& registration, const Registration* asked_by);

} // namespace container
} // namespace abi1
} // namespace fairlead
