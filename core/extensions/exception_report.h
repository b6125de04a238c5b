// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/throw_traces.h>

#include <exception>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

/// An exception as people read it.
struct ReportedException {
    std::string type{};               ///< its class as C++ writes it; `int` for `throw 42`
    std::string message{};            ///< what(); the value of a thrown number or text; else empty
    std::string details{};            ///< what Fairlead's own errors say beyond it: owners and places
    std::vector<TraceFrame> frames{}; ///< from the throw on, innermost first; empty if nothing is known
};

/// An exception and what it wraps (std::throw_with_nested), the outermost first; at most 100. `traces` may be null.
[[nodiscard]] std::vector<ReportedException> report_exception(const std::exception_ptr& exception,
                                                              const ThrowTraces* traces);
/// The same of an exception that is at hand, without traces.
[[nodiscard]] std::vector<ReportedException> report_exception(const std::exception& exception);

/// Whether a frame is of the standard library, the system, a sanitizer or Fairlead: nothing that one looks at first.
[[nodiscard]] bool is_foreign(const TraceFrame& frame);

/// A report as text for a log: each exception with its frames, the root cause last. Foreign frames are one line for
/// each row of them. Ends in a line end.
[[nodiscard]] std::string to_string(std::span<const ReportedException> report);

} // namespace fairlead
