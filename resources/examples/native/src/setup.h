// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_container.h>

namespace tiny {

/// Registers all that this project has.
void setup(fairlead::DependencyContainer& container);

} // namespace tiny
