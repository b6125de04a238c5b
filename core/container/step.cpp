// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/step.h"

#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace container {

constinit thread_local const Step* innermost = nullptr;

Registration::Registration(NewRegistration registration, std::string owner, bool of_collection)
    : singleton(registration.options.singleton), in_collection(of_collection),
      provider(std::move(registration.provider)), kls(registration.kls),
      key(std::move(registration.options.key)), registrant{std::move(owner), registration.place},
      dependencies(std::move(registration.dependencies)) {}

DependencyCycleError::Step cycle_step(const Registration& registration) {
    return {registration.kls, registration.key, registration.registrant};
}

void throw_cycle(const Registration& registration) { throw DependencyCycleError({cycle_step(registration)}); }

} // namespace container
} // namespace abi1
} // namespace fairlead
