// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/line_differences.h"

#include <cstdint>
#include <unordered_map>

namespace fairlead {

namespace {

constexpr std::ptrdiff_t max_cost = 4096; // differences that are looked for in one stretch before it is given up

/// Myers: "An O(ND) Difference Algorithm and Its Variations", section 4b.
class Comparison {
public:
    Comparison(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after)
        : before_(before), after_(after), forward_(before.size() + after.size() + 3),
          backward_(before.size() + after.size() + 3) {}

    std::vector<LineDifference> run() {
        compare(0, before_.size(), 0, after_.size());
        return std::move(found_);
    }

private:
    struct Split {
        std::size_t before = 0;
        std::size_t after = 0;
        bool found = false;
    };

    void compare(std::size_t before_begin, std::size_t before_end, std::size_t after_begin, std::size_t after_end) {
        while (before_begin < before_end && after_begin < after_end && before_[before_begin] == after_[after_begin]) {
            ++before_begin;
            ++after_begin;
        }
        while (before_begin < before_end && after_begin < after_end &&
               before_[before_end - 1] == after_[after_end - 1]) {
            --before_end;
            --after_end;
        }
        if (before_begin == before_end && after_begin == after_end) {
            return;
        }
        if (before_begin == before_end || after_begin == after_end) {
            add({before_begin, before_end, after_begin, after_end});
            return;
        }
        const Split split = middle(before_begin, before_end, after_begin, after_end);
        if (!split.found) {
            add({before_begin, before_end, after_begin, after_end});
            return;
        }
        compare(before_begin, split.before, after_begin, split.after);
        compare(split.before, before_end, split.after, after_end);
    }

    /// A point on a shortest path, where the search from both ends meets.
    Split middle(std::size_t before_begin, std::size_t before_end, std::size_t after_begin, std::size_t after_end) {
        const auto rows = static_cast<std::ptrdiff_t>(before_end - before_begin);
        const auto columns = static_cast<std::ptrdiff_t>(after_end - after_begin);
        const std::ptrdiff_t delta = rows - columns;
        const bool odd = (delta & 1) != 0;
        const std::ptrdiff_t most = (rows + columns + 1) / 2;
        at(forward_, 1) = 0;
        at(backward_, 1) = 0;
        for (std::ptrdiff_t cost = 0; cost <= most && cost <= max_cost; ++cost) {
            for (std::ptrdiff_t k = -cost; k <= cost; k += 2) {
                std::ptrdiff_t x = start(forward_, k, cost);
                const std::ptrdiff_t x0 = x;
                std::ptrdiff_t y = x - k;
                while (x < rows && y >= 0 && y < columns &&
                       before_[before_begin + static_cast<std::size_t>(x)] ==
                           after_[after_begin + static_cast<std::size_t>(y)]) {
                    ++x;
                    ++y;
                }
                at(forward_, k) = x;
                const std::ptrdiff_t mirrored = delta - k;
                if (odd && mirrored >= -(cost - 1) && mirrored <= cost - 1 && x + at(backward_, mirrored) >= rows &&
                    x0 <= rows && x0 - k >= 0 && x0 - k <= columns) {
                    return {before_begin + static_cast<std::size_t>(x0), after_begin + static_cast<std::size_t>(x0 - k),
                            inside(x0, x0 - k, rows, columns)};
                }
            }
            for (std::ptrdiff_t k = -cost; k <= cost; k += 2) {
                std::ptrdiff_t x = start(backward_, k, cost);
                std::ptrdiff_t y = x - k;
                while (x < rows && y >= 0 && y < columns &&
                       before_[before_end - 1 - static_cast<std::size_t>(x)] ==
                           after_[after_end - 1 - static_cast<std::size_t>(y)]) {
                    ++x;
                    ++y;
                }
                at(backward_, k) = x;
                const std::ptrdiff_t mirrored = delta - k;
                if (!odd && mirrored >= -cost && mirrored <= cost && x + at(forward_, mirrored) >= rows && x <= rows &&
                    y >= 0 && y <= columns) {
                    return {before_end - static_cast<std::size_t>(x), after_end - static_cast<std::size_t>(y),
                            inside(x, y, rows, columns)};
                }
            }
        }
        return {};
    }

    /// A split at a corner would not make the task smaller.
    static bool inside(std::ptrdiff_t x, std::ptrdiff_t y, std::ptrdiff_t rows, std::ptrdiff_t columns) {
        return (x != 0 || y != 0) && (x != rows || y != columns);
    }

    static std::ptrdiff_t start(const std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t k, std::ptrdiff_t cost) {
        const auto get = [&](std::ptrdiff_t diagonal) { return reached[index(reached, diagonal)]; };
        return k == -cost || (k != cost && get(k - 1) < get(k + 1)) ? get(k + 1) : get(k - 1) + 1;
    }
    static std::size_t index(const std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t diagonal) {
        return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(reached.size() / 2) + diagonal);
    }
    static std::ptrdiff_t& at(std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t diagonal) {
        return reached[index(reached, diagonal)];
    }

    void add(const LineDifference& next) {
        if (!found_.empty() && found_.back().before_end == next.before_begin &&
            found_.back().after_end == next.after_begin) {
            found_.back().before_end = next.before_end;
            found_.back().after_end = next.after_end;
        } else {
            found_.push_back(next);
        }
    }

    std::span<const std::uint32_t> before_;
    std::span<const std::uint32_t> after_;
    std::vector<std::ptrdiff_t> forward_;
    std::vector<std::ptrdiff_t> backward_;
    std::vector<LineDifference> found_;
};

} // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

std::vector<LineDifference> line_differences(std::span<const std::string_view> before,
                                             std::span<const std::string_view> after) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto number = [&](std::span<const std::string_view> lines) {
        std::vector<std::uint32_t> result;
        result.reserve(lines.size());
        for (const std::string_view line : lines) {
            result.push_back(numbers.try_emplace(line, static_cast<std::uint32_t>(numbers.size())).first->second);
        }
        return result;
    };
    const std::vector<std::uint32_t> before_numbers = number(before);
    const std::vector<std::uint32_t> after_numbers = number(after);
    return Comparison(before_numbers, after_numbers).run();
}

} // namespace fairlead
