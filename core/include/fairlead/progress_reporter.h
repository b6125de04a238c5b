// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace fairlead {
inline namespace abi1 {

/// Something that takes its time; destroying it ends it. It belongs to one thread.
class FAIRLEAD_API ProgressTask {
public:
    ProgressTask() = default;
    ProgressTask(const ProgressTask&) = delete;
    ProgressTask& operator=(const ProgressTask&) = delete;
    virtual ~ProgressTask();

    /// Shows it, if it was created without that.
    virtual void start() = 0;
    virtual void step(std::int64_t value = 1) = 0;
};

/// Shows how far tasks are (fairseq2's utils/progress.py). One is registered, and under the key `download_reporter` one
/// for downloads; with InitOptions::no_progress they show nothing. It may be used from any thread.
class FAIRLEAD_API ProgressReporter {
public:
    ProgressReporter() = default;
    ProgressReporter(const ProgressReporter&) = delete;
    ProgressReporter& operator=(const ProgressReporter&) = delete;
    virtual ~ProgressReporter();

    /// `total`: how many steps it takes, if that is known. The reporter has to outlive the task.
    [[nodiscard]] virtual std::unique_ptr<ProgressTask> create_task(const std::string& name,
                                                                    std::optional<std::int64_t> total,
                                                                    std::int64_t completed = 0, bool start = true) = 0;
};

} // namespace abi1
} // namespace fairlead
