// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairleadctl/arguments.h"

#include <span>
#include <string_view>
#include <variant>

namespace fairlead::ctl {

enum class Option : std::uint8_t {
    alone,
    color,
    dry_run,
    environment,
    format,
    help,
    kind,
    native,
    no_registry,
    package_cards,
    registry,
    source,
    strict,
    tolerant,
    trace,
};

/// An option as it is written, explained and kept.
struct OptionRow {
    Option id;
    std::string_view names; ///< "-h,--help"
    std::string_view value; ///< what it takes, for help; empty: nothing
    std::string_view help;
    std::variant<bool Arguments::*, std::string Arguments::*, std::vector<std::string> Arguments::*> member;
    std::string_view choices; ///< "text json": what the value may be; empty: anything
    std::string_view later;   ///< values that a later version has
};

[[nodiscard]] const OptionRow& option_row(Option id) noexcept;

/// Options that a later version has: refused with a word about it.
[[nodiscard]] bool is_later_option(std::string_view name) noexcept;

/// The words of a list that is written with blanks between them.
[[nodiscard]] std::vector<std::string> split_words(std::string_view list);

} // namespace fairlead::ctl
