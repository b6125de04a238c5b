// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/call.h"

#include <algorithm>
#include <array>

namespace fairlead::ctl {

extern const Call check_call;
extern const Call fix_call;
extern const Call list_call;
extern const Call show_call;
extern const Call resolve_call;
extern const Call families_call;
extern const Call archs_call;
extern const Call config_call;
extern const Call extensions_call;

namespace {

constexpr std::array<const Call*, 9> table = {
    &check_call,    &fix_call,   &list_call,   &show_call,       &resolve_call,
    &families_call, &archs_call, &config_call, &extensions_call,
};

constexpr std::array<std::string_view, 3> later_calls = {"snapshot", "diff", "schema"};

} // namespace

std::span<const Call* const> calls() noexcept { return table; }

const Call* find_call(std::string_view name) noexcept {
    const auto found = std::ranges::find(table, name, &Call::name);
    return found == table.end() ? nullptr : *found;
}

bool is_later_call(std::string_view name) noexcept { return std::ranges::find(later_calls, name) != later_calls.end(); }

} // namespace fairlead::ctl
