// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"
#include "tests/fidelity/case_file.h"

#include <cstddef>
#include <set>

namespace fidelity {

/// What a recorded error says of a config.
enum class Refusal {
    none,       ///< there is no error
    other,      ///< the config was never looked at: a wrong architecture, a class that cannot be made, …
    validation, ///< the config's own `validate()`
    overrides,  ///< what the overrides say
};
[[nodiscard]] Refusal refusal_of(const Json& expect);

/// Where in the overrides a finding of the recorded error may begin: at the key or at the value at which the chain of
/// its causes ends. Empty: the chain does not lead anywhere. `entry`: the card's entry of the trio's key.
[[nodiscard]] std::set<std::size_t> places_of(const Json& expect, const fairlead::yaml::Value::Entry& entry);

} // namespace fidelity
