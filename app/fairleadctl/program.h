// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace fairlead::ctl {

/// Runs fairleadctl with what follows its name on the command line. The exit status.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments);

} // namespace fairlead::ctl
