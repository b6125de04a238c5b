// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/big_number.h"

#include "core/yaml/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace fairlead::yaml {

namespace {

constexpr std::uint64_t limb_base = 1'000'000'000;

// A natural number in base 10^9, the low limb first.
using Limbs = std::vector<std::uint32_t>;

void multiply_add(Limbs& limbs, std::uint32_t factor, std::uint32_t addend) {
    std::uint64_t carry = addend;
    for (std::uint32_t& limb : limbs) {
        carry += std::uint64_t{limb} * factor;
        limb = static_cast<std::uint32_t>(carry % limb_base);
        carry /= limb_base;
    }
    for (; carry != 0; carry /= limb_base)
        limbs.push_back(static_cast<std::uint32_t>(carry % limb_base));
}

void add(Limbs& limbs, const Limbs& addend) {
    limbs.resize(std::max(limbs.size(), addend.size()) + 1);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < limbs.size(); ++i) {
        carry += std::uint64_t{limbs[i]} + (i < addend.size() ? addend[i] : 0);
        limbs[i] = static_cast<std::uint32_t>(carry % limb_base);
        carry /= limb_base;
    }
    while (!limbs.empty() && limbs.back() == 0)
        limbs.pop_back();
}

/// The number that decimal digits stand for; a sign before them is passed over.
Limbs from_decimal(std::string_view text) {
    constexpr std::size_t digits_in_limb = 9;
    Limbs limbs;
    while (!text.empty() && is_digit(text.back())) {
        std::uint32_t limb = 0;
        std::uint32_t place = 1;
        for (std::size_t i = 0; i < digits_in_limb && !text.empty() && is_digit(text.back()); ++i, place *= 10) {
            limb += place * static_cast<std::uint32_t>(text.back() - '0');
            text.remove_suffix(1);
        }
        limbs.push_back(limb);
    }
    return limbs;
}

std::string to_decimal(const Limbs& limbs) {
    if (limbs.empty())
        return "0";
    std::string text = std::to_string(limbs.back());
    for (auto limb = limbs.rbegin() + 1; limb != limbs.rend(); ++limb)
        text += fmt::format("{:09}", *limb);
    return text;
}

std::string to_hexadecimal(std::string_view digits, unsigned bits_per_digit) {
    static constexpr char names[] = "0123456789abcdef";
    std::string text;
    unsigned value = 0;
    unsigned bits = 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        value |= static_cast<unsigned>(hex_digit(*digit)) << bits;
        bits += bits_per_digit;
        for (; bits >= 4; bits -= 4, value >>= 4)
            text += names[value & 15];
    }
    if (value != 0)
        text += names[value & 15];
    text.resize(text.find_last_not_of('0') + 1);
    std::reverse(text.begin(), text.end());
    return "0x" + text;
}

} // namespace

std::string big_number(std::string_view digits, unsigned base) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    const unsigned bits = base == 2 ? 1 : base == 8 ? 3 : 4;
    if (digits.size() * bits > 14'300) // log2(10) * 4300 is 14284 and a bit
        return to_hexadecimal(digits, bits);
    Limbs limbs;
    for (std::size_t at = 0; at < digits.size();) { // as many digits at a time as a limb can take
        std::uint32_t factor = 1;
        std::uint32_t addend = 0;
        for (; at < digits.size() && factor < 1u << 27; ++at, factor *= base)
            addend = addend * base + static_cast<std::uint32_t>(hex_digit(digits[at]));
        multiply_add(limbs, factor, addend);
    }
    std::string decimal = to_decimal(limbs);
    return decimal.size() > max_decimal_digits ? to_hexadecimal(digits, bits) : decimal;
}

Integer normalized(bool negative, std::string magnitude) {
    if (!magnitude.starts_with("0x") && magnitude.size() <= 19) {
        std::uint64_t value = 0;
        std::from_chars(magnitude.data(), magnitude.data() + magnitude.size(), value);
        if (value <= 0x7FFFFFFFFFFFFFFFu)
            return {.small = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value),
                    .large = {}};
        if (negative && value == 0x8000000000000000u)
            return {.small = static_cast<std::int64_t>(value), .large = {}};
    }
    return {.small = 0, .large = negative ? "-" + magnitude : std::move(magnitude)};
}

Integer sexagesimal(std::string_view text) {
    constexpr std::ptrdiff_t most_parts = 500; // the time it takes grows with their square
    if (std::count(text.begin(), text.end(), ':') > most_parts)
        throw TooLarge{
            "The number has over 500 parts between colons, more than are read: put it in quotes if it is a text."};
    std::vector<Integer> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(':', at), text.size());
        parts.push_back(python_int(text.substr(at, end - at), 10));
        at = end + 1;
    }
    Limbs limbs; // the first part may be of any size, the others are below 60 unless a tag forced the type
    std::int64_t small = 0;
    bool fits = true;
    for (const Integer& part : parts) {
        std::int64_t next = 0;
        fits = fits && part.large.empty() && !__builtin_mul_overflow(small, std::int64_t{60}, &next) &&
               !__builtin_add_overflow(next, part.small, &small);
        multiply_add(limbs, 60, 0);
        add(limbs, from_decimal(part.large.empty() ? std::to_string(part.small) : part.large));
    }
    return fits ? Integer{.small = small, .large = {}} : normalized(false, to_decimal(limbs));
}

} // namespace fairlead::yaml
