// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace fairlead::host {

/// How fairlead-host is to run.
struct Arguments {
    std::vector<std::string> switched_off; ///< names of extensions that are not looked at
    std::optional<bool> traced;            ///< sets or removes FAIRSEQ2_EXTENSION_TRACE; none: left as it is
    int protocol = -1;                     ///< the descriptor that messages go to; -1: standard output
    int control =
        -1;         ///< the descriptor on which the reader answers each report, and whose end is the reader's; -1: none
    int crash = -1; ///< the descriptor that is told where a crash was; -1: standard error
    bool help = false;
};

/// Wrong use. The text says what was wrong.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws UsageError.
[[nodiscard]] Arguments parse_arguments(const std::vector<std::string>& words);

/// The page of `--help`.
[[nodiscard]] std::string help_page();

} // namespace fairlead::host
