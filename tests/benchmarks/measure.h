// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace fairlead::benchmarks {

/// How large and how often. The defaults are what the limits are about; smaller ones only show that it all runs.
struct Sizes {
    int cards = 10'000;
    int files = 500;
    int runs = 15;
};

/// A line of the table: what was measured, and what it may be.
struct Row {
    std::string what = {};
    double value = 0;
    std::string unit = {};        ///< "ms", "kB"; empty for a ratio
    double limit = 0;             ///< 0: none, the row only explains another
    double aim = 0;               ///< 0: none beyond the limit
    std::string explanation = {}; ///< the numbers that a ratio is made of
};

/// CPU time of this process, of all its threads, in seconds.
[[nodiscard]] double process_cpu_seconds();

/// The least CPU time (in seconds) that `work` took in so many runs.
[[nodiscard]] double best_cpu_seconds(int runs, const std::function<void()>& work);

/// Keeps the compiler from leaving out what a benchmark computes.
template <typename T>
void keep(const T& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

[[nodiscard]] std::vector<Row> measure_container(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_load(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_keystroke(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_command(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_host(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_memory(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_config(const Sizes& sizes);
[[nodiscard]] std::vector<Row> measure_throwing(const Sizes& sizes);
#ifdef FAIRLEAD_FIRST_PAINT
[[nodiscard]] std::vector<Row> measure_first_paint(const Sizes& sizes);
#endif

} // namespace fairlead::benchmarks
