// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/progress_reporter.h>

#include <chrono>
#include <mutex>

namespace fairlead {

/// Shows nothing.
class NoopProgressReporter final : public ProgressReporter {
public:
    [[nodiscard]] std::unique_ptr<ProgressTask> create_task(const std::string& name, std::optional<std::int64_t> total,
                                                            std::int64_t completed, bool start) override;
};

/// Writes a line for each task to a terminal, over and over, at most ten times a second. Borrows the descriptor;
/// nothing is written to what is no terminal.
class TerminalProgressReporter final : public ProgressReporter {
public:
    explicit TerminalProgressReporter(int descriptor);
    [[nodiscard]] std::unique_ptr<ProgressTask> create_task(const std::string& name, std::optional<std::int64_t> total,
                                                            std::int64_t completed, bool start) override;

private:
    class Task;

    const int descriptor_;
    const bool is_terminal_;
    std::mutex writing_;
};

} // namespace fairlead
