// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/throw_traces.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

/// What stands at return addresses of this process: functions, inlined calls, files and lines; of libraries that were
/// opened a moment ago too. Debug information is looked for on this machine only, never on a server. The first look
/// into a large library may take some 100 ms. May be called from any thread; one waits for the other.
[[nodiscard]] std::vector<TraceFrame> places_of(std::span<const std::uintptr_t> return_addresses);

/// The same of another process, from the text of its /proc/PID/maps; it need not live any more.
[[nodiscard]] std::vector<TraceFrame> places_of(std::span<const std::uintptr_t> return_addresses, std::string maps);

/// Whether the function of this process whose code begins at an address is called for an object. False where debug
/// information does not say so. As places_of() otherwise.
[[nodiscard]] bool takes_object(std::uintptr_t function);

} // namespace fairlead
