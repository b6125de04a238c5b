// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/throw_traces.h>

#include <cstdint>
#include <span>
#include <vector>

namespace fairlead {

/// What stands at return addresses of this process: functions, inlined calls, files and lines. Libraries are looked up
/// anew each time, so that those opened a moment ago are known. Debug information is looked for on this machine only,
/// never on a server. Slow: up to some 100 ms for large libraries.
[[nodiscard]] std::vector<TraceFrame> places_of(std::span<const std::uintptr_t> return_addresses);

} // namespace fairlead
