// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "measure.h"

#include <algorithm>

#include <ctime>
#include <limits>

namespace fairlead::benchmarks {

double process_cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double best_cpu_seconds(int runs, const std::function<void()>& work) {
    double best = std::numeric_limits<double>::max();
    for (int run = 0; run < runs; ++run) {
        const double before = process_cpu_seconds();
        work();
        best = std::min(best, process_cpu_seconds() - before);
    }
    return best;
}

} // namespace fairlead::benchmarks
