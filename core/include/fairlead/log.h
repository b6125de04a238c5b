// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <functional>
#include <string_view>

namespace fairlead {
inline namespace abi1 {

enum class LogLevel : unsigned char { info, warning };

/// Takes a line of a log, without its end. Called by the thread that has something to say.
using LogSink = std::function<void(LogLevel, std::string_view)>;

/// Writes warnings to standard error, as Python does where logging is not set up, and nothing else.
FAIRLEAD_API void log_warnings(LogLevel level, std::string_view line);

} // namespace abi1
} // namespace fairlead
