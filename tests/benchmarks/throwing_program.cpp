// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// throwing_program TIMES: so many exceptions that are thrown through 10 calls and caught. Linked with fairlead::trace,
// and without.
#include <cstdlib>
#include <exception>
#include <stdexcept>

#ifdef FAIRLEAD_WITH_TRACE
#include <fairlead/throw_traces.h>
#endif

namespace {

[[gnu::noinline]] void throw_below(int depth) {
    if (depth == 0)
        throw std::runtime_error("thrown");
    throw_below(depth - 1);
    asm volatile("");
}

} // namespace

int main(int argc, char** argv) {
#ifdef FAIRLEAD_WITH_TRACE
    [[maybe_unused]] const fairlead::ThrowTraces& traces = fairlead::recorded_throws();
#endif
    constexpr int depth = 10;
    int caught = 0;
    // NOLINTNEXTLINE(bugprone-unchecked-string-to-number-conversion): the benchmark writes it
    const int times = argc > 1 ? std::atoi(argv[1]) : 0;
    for (int time = 0; time < times; ++time)
        try {
            throw_below(depth);
        } catch (const std::exception&) {
            ++caught;
        }
    return caught == times ? 0 : 1;
}
