// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fairlead {

// Floating-point numbers that C++20 has no type for, from their bits. Exact.

/// IEEE 754 half precision.
[[nodiscard]] float float_of_half(std::uint16_t bits) noexcept;
/// The upper half of a float.
[[nodiscard]] float float_of_bfloat(std::uint16_t bits) noexcept;
/// Four bits of exponent, three of fraction; no infinities, one nan of each sign.
[[nodiscard]] float float_of_e4m3fn(std::uint8_t bits) noexcept;
/// Five bits of exponent, two of fraction: the upper half of a half.
[[nodiscard]] float float_of_e5m2(std::uint8_t bits) noexcept;

} // namespace fairlead
