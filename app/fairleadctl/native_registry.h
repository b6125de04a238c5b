// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/arguments.h"
#include "core/hosts/host_run.h"

namespace fairlead::ctl {

/// Runs fairlead-host with what the options say. Throws std::runtime_error if it gives nothing to go by.
[[nodiscard]] HostRun run_native(const Arguments& arguments);

/// Says on standard error what the host warned of besides failed extensions: manifests and folders that cannot be read,
/// and what extensions have registered that cannot be made or read. True if there were errors among that.
bool say_host_warnings(const HostRun& run);

/// Says on standard error which extensions have failed, a line each.
void say_failed_extensions(const HostRun& run);

} // namespace fairlead::ctl
