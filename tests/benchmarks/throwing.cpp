// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "measure.h"
#include "processes.h"

#include <fmt/format.h>

namespace fairlead::benchmarks {

std::vector<Row> measure_throwing(const Sizes& sizes) {
    constexpr int times = 20'000;
    const std::string count = fmt::format("{}", times);
    const auto seconds = best_cpu_seconds_of_each(sizes.runs, {{FAIRLEAD_TRACED_PROGRAM, count},
                                                               {FAIRLEAD_TRACED_PROGRAM, "0"},
                                                               {FAIRLEAD_UNTRACED_PROGRAM, count},
                                                               {FAIRLEAD_UNTRACED_PROGRAM, "0"}});
    const double traced = (seconds[0] - seconds[1]) / times * 1e6;
    const double untraced = (seconds[2] - seconds[3]) / times * 1e6;
    return {{.what = "throwing: what fairlead::trace adds to a throw through 10 calls",
             .value = traced - untraced,
             .unit = "us",
             .limit = 8,
             .explanation = fmt::format("{:.2f} us / {:.2f} us", traced, untraced)}};
}

} // namespace fairlead::benchmarks
