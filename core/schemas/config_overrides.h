// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/load_config.h"

#include <span>
#include <string_view>
#include <vector>

namespace fairlead {

/// The overrides that the cards of a chain have under a key, leaf first, nulls left out. A chain is leaf first, each
/// overlay before its plain card, which it hides.
[[nodiscard]] std::vector<ConfigOverride> config_overrides(const Catalog& catalog, std::span<const CardRef> chain,
                                                           std::string_view key);

} // namespace fairlead
