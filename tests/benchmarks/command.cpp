// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "card_files.h"
#include "measure.h"
#include "processes.h"

#include <fmt/format.h>
#include <stdexcept>

namespace fairlead::benchmarks {

std::vector<Row> measure_command(const Sizes& sizes) {
    if (libraries_of(FAIRLEADCTL) != libraries_of(FAIRLEAD_EMPTY_PROGRAM))
        throw std::runtime_error("the empty program does not link what fairleadctl links");
    const CardFolder folder(20, 1);
    const int runs = 20 * sizes.runs;
    const double empty = best_cpu_seconds_of(runs, {FAIRLEAD_EMPTY_PROGRAM});
    const double check = best_cpu_seconds_of(runs, {FAIRLEADCTL, "check", folder.files().front().string()});
    return {{.what = "fairleadctl check of a file of 20 cards / an empty program",
             .value = check / empty,
             .limit = 3,
             .explanation = fmt::format("{:.2f} ms / {:.2f} ms", check * 1e3, empty * 1e3)}};
}

} // namespace fairlead::benchmarks
