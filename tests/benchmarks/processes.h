// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

namespace fairlead::benchmarks {

/// The least CPU time (in seconds) of a program's process in so many runs, its start by the loader included. What it
/// prints goes nowhere. Throws std::runtime_error if it does not end with 0.
[[nodiscard]] double best_cpu_seconds_of(int runs, const std::vector<std::string>& words);

/// The same for several programs by turns, so that what else the machine does meets all of them.
[[nodiscard]] std::vector<double> best_cpu_seconds_of_each(int runs,
                                                           const std::vector<std::vector<std::string>>& commands);

/// The shared libraries that the loader finds for a program, by name.
[[nodiscard]] std::set<std::string> libraries_of(const std::string& program);

} // namespace fairlead::benchmarks
