// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/threads.h"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

namespace fairlead::host {
namespace {

std::size_t thread_count() {
    std::size_t count = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator task("/proc/self/task", error), end; !error && task != end;
         task.increment(error))
        ++count;
    return count;
}

} // namespace

ThreadCount::ThreadCount() : before_(thread_count()) {}

void ThreadCount::wait_for_new_ones() const {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + 100ms;
    while (thread_count() > before_ && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
}

} // namespace fairlead::host
