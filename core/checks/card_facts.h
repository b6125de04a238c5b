// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/checks/card_fields.h"
#include "core/checks/own_fields.h"

#include <cstdint>
#include <string_view>

namespace fairlead {

/// What other cards may ask of a card, and whom it asks, in 32 bytes. Names are kept as hashes: two that collide cost a
/// check too many, never one too few.
struct CardFacts {
    FieldMask present = 0;
    FieldMask null = 0;
    std::uint32_t name = 0;       ///< without environment; 0: none
    std::uint32_t base = 0;       ///< the name of the base; 0: none
    std::uint32_t reference = 0;  ///< the name in `tokenizer_ref`; 0: none
    std::uint32_t identity = 0;   ///< of name, environment and state
    std::uint32_t surface = 0;    ///< of all that findings about other cards are made of, `identity` included
    bool has_environment = false; ///< in its name or its reference

    friend bool operator==(const CardFacts&, const CardFacts&) = default;
};

/// Never 0.
[[nodiscard]] std::uint32_t name_hash(std::string_view name) noexcept;

/// `text`: of the document that the fields were read off.
[[nodiscard]] CardFacts facts_of(const Card& card, const OwnFields& own, std::string_view text) noexcept;

/// A reference as fairseq2 takes it apart (assets/store.py): at the first `@`, both halves trimmed as Python trims.
struct CardName {
    std::string_view name;
    std::string_view environment; ///< empty and `has_at`: without any environment
    bool has_at = false;
};
[[nodiscard]] CardName split_reference(std::string_view reference) noexcept;

} // namespace fairlead
