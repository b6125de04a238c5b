// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/store.h"

#include <memory>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// What an AssetCard is. The store holds what the card's views lie in.
struct CardContents {
    std::shared_ptr<const AssetStore> store;
    ResolvedCard card;
};

} // namespace families
} // namespace abi1
} // namespace fairlead
