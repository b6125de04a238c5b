// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/suggest.h"

#include <algorithm>
#include <bit>

namespace fairlead {

namespace {

constexpr std::size_t max_length = 128; // longer ones are no names that people mistype
constexpr std::size_t max_distance = 5;
constexpr std::size_t min_prefix = 4;

char lower(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Which letters occur, by their low six bits: two names that are near have nearly the same.
std::uint64_t letters_of(std::string_view name) noexcept {
    std::uint64_t letters = 0;
    for (const char letter : name) {
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(lower(letter)) & 63U);
    }
    return letters;
}

std::size_t limit_of(std::string_view wrong) noexcept {
    if (wrong.size() < 2 || wrong.size() > max_length) {
        return 0; // of one letter any other would do
    }
    return std::clamp<std::size_t>(wrong.size() / 3, 1, max_distance);
}

std::size_t common_prefix(std::string_view left, std::string_view right) noexcept {
    const auto ends = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return static_cast<std::size_t>(ends.first - left.begin());
}

} // namespace

NameMatcher::NameMatcher(std::string_view wrong, std::size_t limit)
    : wrong_(wrong), letters_(letters_of(wrong)), limit_(std::min(limit_of(wrong), limit)), best_distance_(limit_ + 1) {
    if (limit_ != 0) {
        wrong_lower_.resize(wrong.size());
        std::transform(wrong.begin(), wrong.end(), wrong_lower_.begin(), lower);
    }
}

void NameMatcher::offer(std::string_view candidate) {
    if (limit_ == 0 || candidate.size() > max_length || candidate.empty() || candidate == wrong_) {
        return;
    }
    const bool goes_on =
        wrong_.size() >= min_prefix && candidate.starts_with(wrong_) && candidate.size() <= 2 * wrong_.size();
    std::size_t found = goes_on ? limit_ : limit_ + 1;
    const std::size_t apart =
        candidate.size() > wrong_.size() ? candidate.size() - wrong_.size() : wrong_.size() - candidate.size();
    const std::size_t allowed = std::min(limit_, best_distance_);
    if (apart <= allowed) {
        const std::uint64_t letters = letters_of(candidate);
        if (static_cast<std::size_t>(std::popcount(letters & ~letters_)) <= allowed &&
            static_cast<std::size_t>(std::popcount(letters_ & ~letters)) <= allowed) {
            found = std::min(found, distance(candidate, allowed));
        }
    }
    if (found > limit_ || found > best_distance_) {
        return;
    }
    const std::size_t prefix = common_prefix(candidate, wrong_);
    if (found < best_distance_ || prefix > best_prefix_) {
        best_.assign(candidate);
        best_distance_ = found;
        best_prefix_ = prefix;
    }
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours; limit + 1 if it is more.
std::size_t NameMatcher::distance(std::string_view candidate, std::size_t limit) {
    ++distances_;
    lower_.resize(candidate.size());
    std::transform(candidate.begin(), candidate.end(), lower_.begin(), lower);
    // Names that are near have most in common at their ends.
    std::string_view wrong = wrong_lower_;
    std::string_view other = lower_;
    const std::size_t prefix = common_prefix(wrong, other);
    wrong.remove_prefix(prefix);
    other.remove_prefix(prefix);
    while (!wrong.empty() && !other.empty() && wrong.back() == other.back()) {
        wrong.remove_suffix(1);
        other.remove_suffix(1);
    }
    const std::size_t width = wrong.size() + 1;
    rows_.resize(3 * width);
    std::size_t* before = rows_.data();
    std::size_t* above = before + width;
    std::size_t* row = above + width;
    for (std::size_t i = 0; i < width; ++i) {
        above[i] = i;
    }
    std::size_t least_above = 0;
    for (std::size_t j = 1; j <= other.size(); ++j) {
        row[0] = j;
        std::size_t least = j;
        for (std::size_t i = 1; i < width; ++i) {
            const bool same = wrong[i - 1] == other[j - 1];
            std::size_t cost = std::min({above[i] + 1, row[i - 1] + 1, above[i - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && wrong[i - 1] == other[j - 2] && wrong[i - 2] == other[j - 1]) {
                cost = std::min(cost, before[i - 2] + 1);
            }
            row[i] = cost;
            least = std::min(least, cost);
        }
        if (least > limit && least_above >= limit) { // a swap reaches over one row
            return limit + 1;
        }
        least_above = least;
        std::size_t* const free = before;
        before = above;
        above = row;
        row = free;
    }
    return above[width - 1];
}

std::string nearest_name(std::string_view wrong,
                         const std::function<void(const std::function<void(std::string_view)>&)>& each) {
    NameMatcher matcher(wrong);
    each([&](std::string_view candidate) { matcher.offer(candidate); });
    return matcher.best();
}

} // namespace fairlead
