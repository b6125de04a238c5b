// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_run.h"

#include <filesystem>
#include <stop_token>

namespace fairlead {

/// fairlead-host beside the running program; empty if there is none.
[[nodiscard]] std::filesystem::path find_native_host();

/// Brings up a container with the native extensions, in a process of its own, and gives what is registered and what
/// became of each extension. Blocks until it is done; run it on a thread of its own, which `stop` ends early.
///
/// No code of an extension runs in this process. An extension that ends its process (exit, crash), does not come back
/// in time or prints without end gets that state, and the host is started again without it, so that every extension
/// gets one. When this returns, no process that the host or an extension has started is left, unless it was given to
/// another session by force. Throws std::bad_alloc only.
[[nodiscard]] HostRun run_native_host(const NativeHostOptions& options, const HostListener& listener = {},
                                      const std::stop_token& stop = {});

} // namespace fairlead
