// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_listing.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

bool isRecord(const LogRow& row) { return row.line < 0; }

} // namespace

bool LogDrop::takes(quint64 number) const { return number < below && !std::ranges::binary_search(outlasting, number); }

quint64 LogDrop::staying(quint64 number) const {
    if (number >= below)
        return number;
    const auto next = std::ranges::lower_bound(outlasting, number);
    return next == outlasting.end() ? below : *next;
}

std::vector<LogListing::Span> LogListing::spansOf(const LogDrop& drop) const {
    std::vector<Span> spans;
    for (std::size_t row = 0; row < rows.size() && rows[row].record < drop.below; ++row) {
        if (!drop.takes(rows[row].record))
            continue;
        if (spans.empty() || spans.back().end != row)
            spans.push_back({row, row});
        spans.back().end = row + 1;
    }
    return spans;
}

void LogListing::erase(const Span& span) {
    const auto first = rows.cbegin() + static_cast<std::ptrdiff_t>(span.first);
    const auto end = rows.cbegin() + static_cast<std::ptrdiff_t>(span.end);
    records -= static_cast<std::size_t>(std::count_if(first, end, isRecord));
    rows.erase(first, end);
}

void LogListing::insert(std::size_t at, const std::vector<LogRow>& more) {
    rows.insert(rows.cbegin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
    records += static_cast<std::size_t>(std::ranges::count_if(more, isRecord));
}

} // namespace fairlead::ui
