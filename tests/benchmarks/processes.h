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

/// The shared libraries that the loader finds for a program, by name.
[[nodiscard]] std::set<std::string> libraries_of(const std::string& program);

} // namespace fairlead::benchmarks
