// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/small_floats.h"

#include <bit>
#include <cmath>
#include <limits>

namespace fairlead {
namespace {

// Of a number with so many bits of fraction and that bias; no infinities, no nans.
float finite(bool negative, unsigned exponent, unsigned fraction, int fraction_bits, int bias) noexcept {
    const int scale = (exponent == 0 ? 1 : static_cast<int>(exponent)) - bias - fraction_bits;
    const unsigned whole = exponent == 0 ? fraction : fraction | 1U << static_cast<unsigned>(fraction_bits);
    const float value = std::ldexp(static_cast<float>(whole), scale);
    return negative ? -value : value;
}

} // namespace

float float_of_half(std::uint16_t bits) noexcept {
    const bool negative = (bits & 0x8000U) != 0;
    const unsigned exponent = bits >> 10U & 0x1fU;
    const unsigned fraction = bits & 0x3ffU;
    if (exponent != 0x1f)
        return finite(negative, exponent, fraction, 10, 15);
    const float special =
        fraction == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    return negative ? -special : special;
}

float float_of_bfloat(std::uint16_t bits) noexcept {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
}

float float_of_e4m3fn(std::uint8_t bits) noexcept {
    if ((bits & 0x7fU) == 0x7fU)
        return std::numeric_limits<float>::quiet_NaN();
    return finite((bits & 0x80U) != 0, bits >> 3U & 0xfU, bits & 0x7U, 3, 7);
}

float float_of_e5m2(std::uint8_t bits) noexcept {
    return float_of_half(static_cast<std::uint16_t>(static_cast<unsigned>(bits) << 8U));
}

} // namespace fairlead
