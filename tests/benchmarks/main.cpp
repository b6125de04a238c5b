// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "measure.h"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <fmt/format.h>
#include <string_view>

using namespace fairlead::benchmarks;

namespace {

struct Benchmark {
    std::string_view name;
    std::vector<Row> (*measure)(const Sizes&);
};

constexpr Benchmark benchmarks[] = {
    {"load", measure_load},           {"keystroke", measure_keystroke}, {"command", measure_command},
    {"host", measure_host},           {"memory", measure_memory},       {"config", measure_config},
    {"container", measure_container}, {"throwing", measure_throwing},
#ifdef FAIRLEAD_FIRST_PAINT
    {"window", measure_first_paint},
#endif
};

constexpr std::string_view usage = R"(Usage: benchmarks [--tiny] [--enforce] [NAME…]
Measures load, keystroke, command, host, memory, config, container, throwing, window (or those named) and prints a
table.
  --tiny     sizes that show no more than that all of it runs
  --enforce  exit with 1 if something is over its limit
)";

std::string verdict_of(const Row& row) {
    if (row.limit == 0)
        return "";
    if (row.value > row.limit)
        return "OVER";
    return row.aim != 0 && row.value > row.aim ? "ok, not yet the aim" : "ok";
}

bool print(const Row& row) {
    fmt::print("{:<64} {:>8.3f} {:<2}  {:>8}  {:<20} {}\n", row.what, row.value, row.unit,
               row.limit == 0 ? "" : fmt::format("<= {}", row.limit), verdict_of(row), row.explanation);
    std::fflush(stdout);
    return row.limit == 0 || row.value <= row.limit;
}

} // namespace

int main(int argc, char* argv[]) {
    Sizes sizes;
    bool enforce = false;
    std::vector<std::string_view> names;
    for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc)) {
        if (argument == "--tiny") {
            sizes = {.cards = 100, .files = 5, .runs = 1};
        } else if (argument == "--enforce") {
            enforce = true;
        } else if (argument.starts_with("-")) {
            fmt::print(stderr, "{}", usage);
            return 2;
        } else {
            names.push_back(argument);
        }
    }
    bool all_within = true;
    try {
        for (const Benchmark& benchmark : benchmarks) {
            if (!names.empty() && std::ranges::find(names, benchmark.name) == names.end())
                continue;
            for (const Row& row : benchmark.measure(sizes))
                all_within = print(row) && all_within;
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "benchmarks: {}\n", error.what());
        return 2;
    }
    return all_within || !enforce ? 0 : 1;
}
