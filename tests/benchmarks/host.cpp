// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "measure.h"
#include "processes.h"

#include <cstdlib>
#include <fmt/format.h>
#include <stdexcept>

namespace fairlead::benchmarks {

// Both do without extensions: what is measured is the start of the host and of its guard, and what it says.
std::vector<Row> measure_host(const Sizes& sizes) {
    if (libraries_of(FAIRLEAD_HOST) != libraries_of(FAIRLEAD_EMPTY_HOST))
        throw std::runtime_error("the empty program does not link what fairlead-host links");
    for (const char* variable : {"FAIRLEAD_EXTENSION_PATH", "XDG_DATA_HOME", "XDG_DATA_DIRS", "HOME"})
        ::setenv(variable, "/nonexistent", 1);
    const auto best = best_cpu_seconds_of_each(20 * sizes.runs, {{FAIRLEAD_EMPTY_HOST}, {FAIRLEAD_HOST}});
    return {{.what = "fairlead-host without extensions / an empty program",
             .value = best[1] / best[0],
             .limit = 4,
             .explanation = fmt::format("{:.2f} ms / {:.2f} ms", best[1] * 1e3, best[0] * 1e3)}};
}

} // namespace fairlead::benchmarks
