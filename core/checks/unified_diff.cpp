// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/unified_diff.h"

#include "core/checks/line_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

namespace fairlead {

namespace {

using Lines = std::span<const std::string_view>;

void append_line(std::string& out, char mark, std::string_view line) {
    out += mark;
    out += line;
    if (!line.ends_with('\n')) {
        out += "\n\\ No newline at end of file\n";
    }
}

/// `3,4` as diff counts: an empty range names the line before it, and a count of one is left out.
std::string hunk_range(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    const std::size_t first = count == 0 ? begin : begin + 1;
    return count == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, count);
}

void append_hunk(std::string& out, Lines before, Lines after, std::span<const LineDifference> differences,
                 std::size_t context) {
    const LineDifference& first = differences.front();
    const LineDifference& last = differences.back();
    const std::size_t lead = std::min(context, first.before_begin);
    const std::size_t trail = std::min(context, before.size() - last.before_end);
    fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n",
                   hunk_range(first.before_begin - lead, last.before_end + trail),
                   hunk_range(first.after_begin - lead, last.after_end + trail));
    std::size_t at = first.before_begin - lead;
    for (const LineDifference& difference : differences) {
        for (; at < difference.before_begin; ++at) {
            append_line(out, ' ', before[at]);
        }
        for (; at < difference.before_end; ++at) {
            append_line(out, '-', before[at]);
        }
        for (std::size_t line = difference.after_begin; line < difference.after_end; ++line) {
            append_line(out, '+', after[line]);
        }
    }
    for (; at < last.before_end + trail; ++at) {
        append_line(out, ' ', before[at]);
    }
}

} // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view before_name,
                         std::string_view after_name, std::size_t context_lines) {
    const std::vector<std::string_view> before_lines = split_lines(before);
    const std::vector<std::string_view> after_lines = split_lines(after);
    const std::vector<LineDifference> differences = line_differences(before_lines, after_lines);
    if (differences.empty()) {
        return {};
    }
    std::string out = fmt::format("--- {}\n+++ {}\n", before_name, after_name);
    for (std::size_t begin = 0; begin < differences.size();) {
        std::size_t end = begin + 1;
        while (end < differences.size() &&
               differences[end].before_begin - differences[end - 1].before_end <= 2 * context_lines) {
            ++end;
        }
        append_hunk(out, before_lines, after_lines, std::span(differences).subspan(begin, end - begin), context_lines);
        begin = end;
    }
    return out;
}

} // namespace fairlead
