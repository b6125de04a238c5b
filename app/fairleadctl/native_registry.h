// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/arguments.h"
#include "core/hosts/host_run.h"

namespace fairlead::ctl {

/// Runs fairlead-host with what the options say. Throws std::runtime_error if it gives nothing to go by.
[[nodiscard]] HostRun run_native(const Arguments& arguments);

/// Says on standard error which extensions have failed, a line each.
void say_failed_extensions(const HostRun& run);

} // namespace fairlead::ctl
