// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fairlead::yaml {

/// What becomes of the line breaks at the end of a block scalar.
enum class Chomping : std::uint8_t { clip, keep, strip };

/// What stands after `|` or `>`.
struct BlockScalarHeader {
    Chomping chomping = Chomping::clip;
    std::int32_t increment = 0; // 0: none given
};

} // namespace fairlead::yaml
