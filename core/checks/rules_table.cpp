// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/rules_table.h"

#include <algorithm>

namespace fairlead {

namespace {

template <class Row>
const RuleInfo* find(std::span<const Row> rows, std::uint16_t number) noexcept {
    const auto found = std::ranges::find(rows, number, [](const Row& row) { return row.info.number; });
    return found == rows.end() ? nullptr : &found->info;
}

} // namespace

const RuleInfo* rule_info(std::uint16_t number) noexcept {
    const RuleInfo* const info = find(card_rules(), number);
    return info != nullptr ? info : find(sources_rules(), number);
}

std::vector<RuleInfo> all_rules() {
    std::vector<RuleInfo> infos;
    for (const CardRule& rule : card_rules()) {
        infos.push_back(rule.info);
    }
    for (const SourcesRule& rule : sources_rules()) {
        infos.push_back(rule.info);
    }
    std::ranges::sort(infos, {}, &RuleInfo::number);
    return infos;
}

} // namespace fairlead
