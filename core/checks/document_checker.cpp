// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/document_checker.h"

#include "core/checks/rules_table.h"

#include <algorithm>
#include <tuple>

namespace fairlead {

Diagnostics& DocumentChecker::check(CardRef ref) {
    found_.clear();
    const Catalog& catalog = index_.catalog();
    const Card& card = catalog.card(ref);
    if (card.state == CardState::no_document) {
        return found_;
    }
    const yaml::Document& document = catalog.document(ref);
    const yaml::Value root = document.problem() == nullptr ? document.root() : yaml::Value();
    own_.read(root);
    const bool is_mapping = root && root.is_mapping();
    const CardChain* usual = nullptr;
    if (is_mapping) {
        chain_.follow(index_, ref, {});
        if (card.environment.empty() && !index_.usual_environments().empty()) {
            usual_chain_.follow(index_, ref, index_.usual_environments());
            usual = usual_chain_.uses_overlays() ? &usual_chain_ : nullptr;
        }
    }
    const CheckContext context{index_, ref, catalog.file(ref.file), card, document, own_, chain_, usual, {}};
    for (const CardRule& rule : card_rules()) {
        const bool asked = rule.scope == RuleScope::document || (rule.scope == RuleScope::mapping && is_mapping) ||
                           (rule.scope == RuleScope::card && card.is_card());
        if (asked && (rule.wants == 0 || (rule.wants & own_.present()) != 0)) {
            rule.check(context, found_);
        }
    }
    found_.tell_left_out(context);
    if (!index_.is_own(ref.file)) {
        for (Diagnostic& diagnostic : found_.items()) {
            diagnostic.fixes.clear(); // the texts of packages are a recording, which nobody can mend
        }
    }
    return found_;
}

std::vector<Diagnostic> sorted_source_findings(const CheckIndex& index,
                                               std::span<const std::string> directory_warnings) {
    Diagnostics found;
    const SourcesContext context{index, directory_warnings};
    for (const SourcesRule& rule : sources_rules()) {
        rule.check(context, found);
    }
    std::vector<Diagnostic>& items = found.items();
    const auto order = [](const Diagnostic& one) {
        return std::tie(one.source, one.path, one.path_line, one.rule);
    }; // none comes first
    std::stable_sort(items.begin(), items.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    return std::move(items);
}

} // namespace fairlead
