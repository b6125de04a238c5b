// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fairlead {

class CheckIndex;

/// A card on the way along bases, and whose `base` leads on: the overlay's where it has one.
struct BaseStep {
    CardRef plain;
    CardRef based_by;
};

/// Cards whose bases lead back to where they began.
struct BaseLoop {
    std::vector<BaseStep> steps; ///< in their order, from any of them on
    CardRef reporter;            ///< the card to tell it at
};

/// Where the bases of cards lead in one environment (assets/store.py). However many cards ask, each is looked at once.
class BaseChains {
public:
    /// `environment`: empty for the cards without any.
    explicit BaseChains(std::string environment) : environment_(std::move(environment)) {}

    struct Chain {
        std::uint32_t cards = 0;        ///< names up to the end, its own included; 0: it never ends, or is not known
        const BaseLoop* loop = nullptr; ///< that the card stands in
    };
    /// Of a plain card. In an environment it is not looked further once the pass has spent what it may.
    [[nodiscard]] Chain of(const CheckIndex& index, CardRef plain);

private:
    [[nodiscard]] CardRef based_by(const CheckIndex& index, CardRef plain) const;
    [[nodiscard]] const BaseLoop& add_loop(const CheckIndex& index, std::vector<BaseStep> steps);

    std::string environment_;
    std::unordered_map<std::uint64_t, Chain> known_; // by card
    std::deque<BaseLoop> loops_;
};

} // namespace fairlead
