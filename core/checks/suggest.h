// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Finds what was most likely meant by a wrong name among the candidates offered to it.
///
/// Near is what differs in at most a third of its letters (inserted, left out, replaced or swapped with the one beside
/// it; case does not count), and what goes on where the wrong name ends, for no longer than that is. Of equally near
/// ones the one with the longer common beginning wins, then the first. About 5 ns for a candidate that is nothing like
/// it.
class NameMatcher {
public:
    /// `wrong` is borrowed for as long as the matcher lives. `limit`: of differing letters, if the usual third is too
    /// much.
    explicit NameMatcher(std::string_view wrong, std::size_t limit = 5);

    void offer(std::string_view candidate);
    /// Empty if none was near.
    [[nodiscard]] const std::string& best() const noexcept { return best_; }
    /// How many candidates had to be compared letter by letter: some 50 ns each.
    [[nodiscard]] std::size_t distances() const noexcept { return distances_; }

private:
    [[nodiscard]] std::size_t distance(std::string_view candidate, std::size_t limit);

    std::string_view wrong_;
    std::string wrong_lower_;
    std::string lower_; // of the candidate
    std::uint64_t letters_ = 0;
    std::size_t limit_ = 0;
    std::vector<std::size_t> rows_;
    std::string best_;
    std::size_t best_distance_ = 0;
    std::size_t best_prefix_ = 0;
    std::size_t distances_ = 0;
};

/// The candidate that was most likely meant by `wrong`, or empty if none is near. `each` calls its argument with
/// every candidate; ties go to the first.
[[nodiscard]] std::string nearest_name(std::string_view wrong,
                                       const std::function<void(const std::function<void(std::string_view)>&)>& each);

} // namespace fairlead
