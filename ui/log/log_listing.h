// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_matcher.h"

#include <QtGlobal>

#include <cstddef>
#include <deque>
#include <vector>

namespace fairlead::ui {

/// A record, or a line of its trace.
struct LogRow {
    quint64 record = 0;
    int line = -1; ///< -1: the record itself
};

/// What a store is about to drop: the records below a number, but those that outlast, which are sorted.
struct LogDrop {
    quint64 below = 0;
    const std::vector<quint64>& outlasting;

    [[nodiscard]] bool takes(quint64 number) const;
    /// The first number from this one on that stays.
    [[nodiscard]] quint64 staying(quint64 number) const;
};

/// The records of a store that a matcher lets through, as rows, as far as they have been asked.
struct LogListing {
    using Rows = std::deque<LogRow>;
    struct Span {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    LogMatcher matcher;
    quint64 next = 0; ///< the first record not asked yet
    Rows rows{};
    std::size_t records = 0; ///< of the rows

    /// Where the rows stand that go, in order; each span is as long as it can be.
    [[nodiscard]] std::vector<Span> spansOf(const LogDrop& drop) const;
    /// Takes rows away, `records` with them.
    void erase(const Span& span);
    void insert(std::size_t at, const std::vector<LogRow>& more);
};

} // namespace fairlead::ui
