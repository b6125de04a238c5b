// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/checks/card_fields.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fairlead {

class CheckIndex;

/// A card of a chain with the fields that are seen of it: what an overlay has of its own hides the plain card's.
struct ChainLink {
    CardRef card;
    FieldMask present = 0;
    FieldMask null = 0;
};

/// A card and what it is made of, leaf first, each overlay before its plain card (assets/store.py). Used over and over,
/// so that a clean card needs no allocation.
class CardChain {
public:
    enum class End : std::uint8_t {
        complete,
        unknown_base, ///< a base that does not exist
        endless,      ///< a loop, or more cards than Python's recursion allows
    };

    /// The chain of a card as it stands: an overlay with its plain card and environment, a plain card with the first of
    /// `environments` that has an overlay for it, and bases likewise.
    void follow(const CheckIndex& index, CardRef leaf, std::span<const std::string_view> environments);
    /// The chain of an asset that is asked for by name; false if there is no plain card.
    bool follow(const CheckIndex& index, std::string_view name, std::span<const std::string_view> environments);

    [[nodiscard]] std::span<const ChainLink> links() const noexcept { return links_; }
    [[nodiscard]] End end() const noexcept { return end_; }
    /// Fields that any card of the chain has, and those that are not null on one of them.
    [[nodiscard]] FieldMask present() const noexcept { return present_; }
    [[nodiscard]] FieldMask not_null() const noexcept { return not_null_; }
    [[nodiscard]] bool has(Field field) const noexcept { return (present_ & mask_of(field)) != 0; }
    /// The card whose value of a field counts: null too, as for fairseq2. Null if none has it.
    [[nodiscard]] const ChainLink* holder(Field field) const noexcept;
    [[nodiscard]] bool uses_overlays() const noexcept { return uses_overlays_; }

private:
    /// Adds the cards of one name; gives the name of the base, empty if there is none.
    std::string_view add(const CheckIndex& index, CardRef plain, std::optional<CardRef> overlay);
    void go_on(const CheckIndex& index, std::string_view base, std::span<const std::string_view> environments);
    void clear() noexcept;

    std::vector<ChainLink> links_;
    FieldMask present_ = 0;
    FieldMask not_null_ = 0;
    End end_ = End::complete;
    bool uses_overlays_ = false;
};

} // namespace fairlead
