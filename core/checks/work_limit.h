// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace fairlead {

/// What one pass of checking may spend on what grows faster than the cards do. Texts of people never come near it; of
/// texts that are made to, the rest is checked with shorter chains and without suggestions.
class WorkLimit {
public:
    /// Python gives up copying metadata near its recursion limit: about 980 bases (assets/store.py).
    static constexpr std::size_t max_chain = 1000;

    /// How many cards of a chain, or references one after another, to follow.
    [[nodiscard]] std::size_t longest_chain() const noexcept { return links_ < max_links ? max_chain : short_chain; }
    /// Whether cards may still be followed one by one beyond a chain's usual length.
    [[nodiscard]] bool may_follow() const noexcept { return links_ < max_links; }
    void add_links(std::size_t links) noexcept { links_ += links; }

    [[nodiscard]] bool may_suggest() const noexcept { return offers_ < max_offers && distances_ < max_distances; }
    void add_suggestion(std::size_t offers, std::size_t distances) noexcept {
        offers_ += offers;
        distances_ += distances;
    }

    void reset() noexcept { *this = {}; }

private:
    static constexpr std::size_t max_links = 3'000'000; // a fifth of a second
    static constexpr std::size_t short_chain = 32;
    static constexpr std::size_t max_offers = 50'000'000; // half a second
    static constexpr std::size_t max_distances = 5'000'000;

    std::size_t links_ = 0;
    std::size_t offers_ = 0;
    std::size_t distances_ = 0;
};

} // namespace fairlead
