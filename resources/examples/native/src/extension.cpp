// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "setup.h"

namespace tiny {

/// What the manifest names. The library with the classes is one that programs can link; this one is for Fairlead.
void setup_extension(fairlead::DependencyContainer& container) { setup(container); }

} // namespace tiny
