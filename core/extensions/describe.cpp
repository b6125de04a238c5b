// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/exception_report.h"

#include <fairlead/describe.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace {

/// Details without what follows anyway: those of a config's error list first all that it comes of.
std::string own_details(std::string_view details, std::span<const ReportedException> causes) {
    for (const ReportedException& cause : causes) {
        const auto at = details.find(cause.message);
        const std::string_view before = details.substr(0, at);
        const bool begins = at != std::string_view::npos && !cause.message.empty() &&
                            (before.empty() || (before.ends_with(": ") && before.find(' ') == before.size() - 1));
        if (!begins)
            break;
        details.remove_prefix(at + cause.message.size());
        details.remove_prefix(std::min(details.find_first_not_of(" <-"), details.size()));
    }
    return std::string(details);
}

std::string described(std::vector<ReportedException> report) {
    constexpr std::string_view own = "fairlead::";
    for (ReportedException& exception : report)
        if (exception.type.starts_with(own) && exception.type.find("::", own.size()) == std::string::npos)
            exception.type.erase(0, own.size());
    for (std::size_t i = 0; i < report.size(); ++i)
        report[i].details = own_details(report[i].details, std::span(report).subspan(i + 1));
    return to_string(report);
}

} // namespace

std::string describe(const std::exception& exception) { return described(report_exception(exception)); }

std::string describe(const std::exception_ptr& exception, const ThrowTraces* traces) {
    return described(report_exception(exception, traces));
}

} // namespace abi1
} // namespace fairlead
