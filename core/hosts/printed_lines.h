// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace fairlead {

/// Makes lines of what is printed, in pieces of any size. Lines that are longer than LogRecord::longest_line are cut.
class PrintedLines {
public:
    using Sink = std::function<void(std::string line)>;

    /// Gives the lines that end in these bytes, printable, at most `most`. How many were left out.
    std::size_t take(std::string_view bytes, std::size_t most, const Sink& sink);
    /// Gives the beginning of a line that has not ended.
    void flush(const Sink& sink);

private:
    void append(std::string_view piece);
    void give(const Sink& sink);

    std::string line_;
    bool cut_ = false;
};

} // namespace fairlead
