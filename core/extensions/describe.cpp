// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/exception_report.h"

#include <fairlead/describe.h>

#include <string_view>

namespace fairlead {
inline namespace abi1 {
namespace {

std::string described(std::vector<ReportedException> report) {
    constexpr std::string_view own = "fairlead::";
    for (ReportedException& exception : report)
        if (exception.type.starts_with(own) && exception.type.find("::", own.size()) == std::string::npos)
            exception.type.erase(0, own.size());
    return to_string(report);
}

} // namespace

std::string describe(const std::exception& exception) { return described(report_exception(exception)); }

std::string describe(const std::exception_ptr& exception, const ThrowTraces* traces) {
    return described(report_exception(exception, traces));
}

} // namespace abi1
} // namespace fairlead
