// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/log_record.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead {
namespace {

constexpr std::array<std::string_view, 3> severities = {"info", "warning", "error"};
constexpr std::array<std::string_view, 4> origins = {"host", "fairseq2", "stdout", "stderr"};

template <class Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view text) noexcept {
    const auto* const found = std::ranges::find(names, text);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

} // namespace

std::string_view to_string(LogSeverity severity) noexcept { return severities[static_cast<std::size_t>(severity)]; }
std::string_view to_string(LogOrigin origin) noexcept { return origins[static_cast<std::size_t>(origin)]; }
std::optional<LogSeverity> log_severity(std::string_view text) noexcept { return named<LogSeverity>(severities, text); }
std::optional<LogOrigin> log_origin(std::string_view text) noexcept { return named<LogOrigin>(origins, text); }

LogRecord record_now(LogSeverity severity, std::string text, std::string extension, LogOrigin origin) {
    const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return {now, severity, origin, std::move(extension), std::move(text)};
}

} // namespace fairlead
