// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/option_table.h"

#include <span>
#include <string_view>

namespace fairlead::ctl {

class Output;

/// A command line that works as it stands, given the files it names.
struct Example {
    std::string_view line;
    std::string_view explanation;
};

/// One of the things that fairleadctl does: its name, its page of help, and its code.
struct Call {
    std::string_view name;
    std::string_view words; ///< as in its right form: "PATH…", "FAMILY ARCH"
    std::size_t min_words = 0;
    std::size_t max_words = 0; ///< max_any: any number
    std::string_view summary;
    std::string_view about; ///< what it does, in paragraphs
    std::span<const Option> options;
    std::span<const Example> examples;
    /// The exit status: good (0) or found (1). Throws UsageError for wrong use, std::exception for a failure.
    int (*run)(const Arguments& arguments, Output& output);
};

inline constexpr std::size_t max_any = static_cast<std::size_t>(-1);

/// Exit statuses (command.md).
inline constexpr int status_good = 0;
inline constexpr int status_found = 1;
inline constexpr int status_failed = 2;

/// All calls, in the order of the overview.
[[nodiscard]] std::span<const Call* const> calls() noexcept;
/// Null for an unknown name.
[[nodiscard]] const Call* find_call(std::string_view name) noexcept;
/// Calls that a later version has: refused with a word about it.
[[nodiscard]] bool is_later_call(std::string_view name) noexcept;

} // namespace fairlead::ctl
