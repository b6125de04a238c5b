// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

/// Card files full of what rules look for: few names, so that cards meet; many ways to be wrong.
class RandomCards {
public:
    explicit RandomCards(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    std::string_view pick(const std::vector<std::string_view>& from) { return from[below(from.size())]; }

    std::string name();
    std::string card();
    std::string document();
    std::string file();
    /// A piece of text to put anywhere.
    std::string snippet();

private:
    std::string line();
    std::string overrides();

    std::mt19937_64 random_;
};
