// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_run.h"
#include "core/hosts/printed_lines.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// The log of a run: bounded, whatever is printed. Gives the listener its records in batches.
class HostLog {
public:
    HostLog(const HostLimits& limits, const HostListener& listener) : limits_(limits), listener_(listener) {}

    void add(LogRecord record);
    void add(LogSeverity severity, const std::string& extension, std::string text);
    /// What was printed on standard output or error.
    void take_printed(LogOrigin origin, std::string_view bytes);
    /// From here on it is this extension that prints; empty: none that is known.
    void set_printing(const std::string& extension);

    /// What the extension has printed by now.
    [[nodiscard]] std::size_t printed() const noexcept { return printed_; }
    /// The end of it, as printable lines.
    [[nodiscard]] std::string last_printed() const;

    void give_batch();
    /// Moves the records, and how many were dropped, into the run.
    void finish(HostRun& run);

private:
    void flush_lines();
    void say_left_out();

    const HostLimits& limits_;
    const HostListener& listener_;
    std::deque<LogRecord> records_;
    std::vector<LogRecord> batch_;
    std::size_t dropped_ = 0;
    std::string extension_;
    PrintedLines output_;
    PrintedLines errors_;
    std::size_t printed_ = 0;
    std::size_t lines_ = 0;
    std::size_t left_out_ = 0;
    std::string tail_;
};

} // namespace fairlead
