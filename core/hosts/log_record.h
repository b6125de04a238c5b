// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead {

enum class LogSeverity : std::uint8_t { info, warning, error };

/// `info`, `warning`, `error`.
[[nodiscard]] std::string_view to_string(LogSeverity severity) noexcept;
[[nodiscard]] std::optional<LogSeverity> log_severity(std::string_view text) noexcept;

/// Who says it.
enum class LogOrigin : std::uint8_t {
    host,            ///< the host, or Fairlead about it
    fairseq2,        ///< what fairseq2 logs in the same place, in its words
    standard_output, ///< printed by an extension
    standard_error,  ///< likewise
};

/// `host`, `fairseq2`, `stdout`, `stderr`.
[[nodiscard]] std::string_view to_string(LogOrigin origin) noexcept;
[[nodiscard]] std::optional<LogOrigin> log_origin(std::string_view text) noexcept;

/// A line of a host's log. Printed text is made printable, and cut where a line is longer than `longest_line`.
struct LogRecord {
    static constexpr std::size_t longest_line = 8192; ///< bytes

    std::chrono::system_clock::time_point time{}; ///< of its coming, to the millisecond
    LogSeverity severity = LogSeverity::info;
    LogOrigin origin = LogOrigin::host;
    std::string extension{}; ///< the one that was running; empty: none
    std::string text{};      ///< without the line's end; a trace has several lines

    bool operator==(const LogRecord&) const = default;
};

/// A record of what is said now.
[[nodiscard]] LogRecord record_now(LogSeverity severity, std::string text, std::string extension = {},
                                   LogOrigin origin = LogOrigin::host);

} // namespace fairlead
