// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "card_files.h"
#include "measure.h"
#include "processes.h"

#include <cstdlib>
#include <fmt/format.h>
#include <stdexcept>

namespace fairlead::benchmarks {

std::vector<Row> measure_first_paint(const Sizes& sizes) {
    const std::string window = FAIRLEAD_FIRST_PAINT;
    const std::string nothing = FAIRLEAD_EMPTY_WINDOW;
    if (libraries_of(window) != libraries_of(nothing))
        throw std::runtime_error("the empty window does not link what fairlead links");
    const CardFolder folder(1, 1);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0); // another one can be tried
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        ::setenv(name, (folder.path() / "home").c_str(), 1); // as on the first day

    const std::vector<std::vector<std::string>> commands = {
        {nothing}, {nothing, "--bare"}, {window}, {window, folder.files().front().string()}};
    const std::vector<double> best = best_cpu_seconds_of_each(2 * sizes.runs, commands);
    const auto row = [&](const std::string& what, double paint) {
        return Row{.what = what,
                   .value = paint / best[0],
                   .limit = 1.5,
                   .explanation = fmt::format("{:.1f} ms / {:.1f} ms; {:.2f} times one without bars, {:.1f} ms",
                                              paint * 1e3, best[0] * 1e3, paint / best[1], best[1] * 1e3)};
    };
    return {row("first paint of fairlead / of an empty window", best[2]),
            row("first paint with a card file / of an empty window", best[3])};
}

} // namespace fairlead::benchmarks
