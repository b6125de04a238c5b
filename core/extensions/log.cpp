// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/log.h>

#include <cstdio>
#include <string>

namespace fairlead {
inline namespace abi1 {

void log_warnings(LogLevel level, std::string_view line) {
    if (level != LogLevel::warning)
        return;
    const std::string text = std::string(line) + '\n';
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace abi1
} // namespace fairlead
