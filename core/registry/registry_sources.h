// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"
#include "core/registry/snapshot.h"

#include <vector>

namespace fairlead {

/// The sources that a registry holds itself, in its order, with the texts of their files as they were recorded.
[[nodiscard]] std::vector<AssetSource> registry_sources(const RegistrySnapshot& registry);

} // namespace fairlead
