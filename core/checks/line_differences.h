// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace fairlead {

/// Lines [before_begin, before_end) of one text stand where the other has [after_begin, after_end).
struct LineDifference {
    std::size_t before_begin = 0;
    std::size_t before_end = 0;
    std::size_t after_begin = 0;
    std::size_t after_end = 0;
};

/// Lines with their ends; the last one may have none. Only LF ends a line, as for `diff` and `patch`.
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

/// What to replace in `before` to get `after`, in order, by Myers' algorithm in linear space. Texts with more than some
/// thousand differences get coarser ones, so that time stays bounded.
[[nodiscard]] std::vector<LineDifference> line_differences(std::span<const std::string_view> before,
                                                           std::span<const std::string_view> after);

} // namespace fairlead
