// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/numbers.h"

namespace fairlead::yaml {

/// The digits of a number given in base 2, 8 or 16: in decimal, or as `0x…` where those are more than
/// `max_decimal_digits`. Time is linear for long texts.
[[nodiscard]] std::string big_number(std::string_view digits, unsigned base);

/// An Integer of a magnitude as `big_number` gives it; small if it fits.
[[nodiscard]] Integer normalized(bool negative, std::string magnitude);

} // namespace fairlead::yaml
