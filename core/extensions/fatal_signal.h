// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/exception_report.h"

#include <optional>
#include <string_view>

namespace fairlead {

/// What a process died of, from the text that report_fatal_signals() wrote: as an exception whose type is the signal
/// (`SIGSEGV`), whose message says more of it (`access to 0x0`; may be empty), and with frames as those of exceptions,
/// at most 1,000. Any bytes can be read; lines that are no frame are left out. None if the first line names no signal.
[[nodiscard]] std::optional<ReportedException> read_fatal_signal(std::string_view text);

} // namespace fairlead
