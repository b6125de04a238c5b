// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::ctl {

struct Call;

/// What a person gave to a call. Bytes as they came: paths need not be UTF-8.
struct Arguments {
    std::vector<std::string> words; ///< what is no option: PATH…, NAME…
    std::vector<std::string> sources;
    std::string format = "text";
    std::string color = "auto";
    std::string kind = "all";
    std::string environment;
    std::string registry; ///< a snapshot file; empty: the bundled recording
    bool no_registry = false;
    bool native = false; ///< the registry of a native host
    bool trace = false;
    bool alone = false;
    bool package_cards = false;
    bool strict = false;
    bool tolerant = false;
    bool dry_run = false;
    bool help = false;

    [[nodiscard]] bool json() const noexcept { return format == "json"; }
};

/// Wrong use of the command: exit status 2. The text says what was wrong; the call's right form is printed after it.
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const std::string& message, const Call* call = nullptr)
        : std::runtime_error(message), call_(call) {}
    [[nodiscard]] const Call* call() const noexcept { return call_; }

private:
    const Call* call_;
};

/// Sorts what follows a call's name into options and words, and checks both against the call.
/// Throws UsageError.
[[nodiscard]] Arguments parse_arguments(const Call& call, std::vector<std::string> raw);

} // namespace fairlead::ctl
