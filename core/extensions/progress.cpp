// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/progress.h"

#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace fairlead {
namespace {

class NoTask final : public ProgressTask {
    void start() override {}
    void step(std::int64_t) override {}
};

} // namespace

inline namespace abi1 {

ProgressTask::~ProgressTask() = default;
ProgressReporter::~ProgressReporter() = default;

} // namespace abi1

std::unique_ptr<ProgressTask> NoopProgressReporter::create_task(const std::string&, std::optional<std::int64_t>,
                                                                std::int64_t, bool) {
    return std::make_unique<NoTask>();
}

class TerminalProgressReporter::Task final : public ProgressTask {
public:
    Task(TerminalProgressReporter& reporter, std::string name, std::optional<std::int64_t> total,
         std::int64_t completed)
        : reporter_(reporter), name_(std::move(name)), total_(total), completed_(completed) {}
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    ~Task() override {
        if (shown_)
            write('\n');
    }

    void start() override {
        shown_ = true;
        write('\r');
    }
    void step(std::int64_t value) override {
        completed_ += value;
        if (shown_ && Clock::now() - last_ >= std::chrono::milliseconds(100))
            write('\r');
    }

private:
    using Clock = std::chrono::steady_clock;

    void write(char end) {
        const std::string line = total_ ? fmt::format("\r{}: {} of {}{}", name_, completed_, *total_, end)
                                        : fmt::format("\r{}: {}{}", name_, completed_, end);
        const std::lock_guard lock(reporter_.writing_);
        // Of a terminal that is gone nobody needs to know.
        [[maybe_unused]] const auto written = ::write(reporter_.descriptor_, line.data(), line.size());
        last_ = Clock::now();
    }

    TerminalProgressReporter& reporter_;
    const std::string name_;
    const std::optional<std::int64_t> total_;
    std::int64_t completed_;
    bool shown_ = false;
    Clock::time_point last_{};
};

TerminalProgressReporter::TerminalProgressReporter(int descriptor)
    : descriptor_(descriptor), is_terminal_(::isatty(descriptor) == 1) {}

std::unique_ptr<ProgressTask> TerminalProgressReporter::create_task(const std::string& name,
                                                                    std::optional<std::int64_t> total,
                                                                    std::int64_t completed, bool start) {
    if (!is_terminal_)
        return std::make_unique<NoTask>();
    auto task = std::make_unique<Task>(*this, name, total, completed);
    if (start)
        task->start();
    return task;
}

} // namespace fairlead
