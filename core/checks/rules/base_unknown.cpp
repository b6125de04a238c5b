// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS010 base-unknown: found when a card is retrieved, not when the store is loaded (assets/store.py).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

void check_base_unknown(const CheckContext& context, Diagnostics& out) {
    const std::string_view base = context.card.base;
    if (base.empty() || context.chain.end() != CardChain::End::unknown_base || context.index.find(base, {})) {
        return;
    }
    const yaml::Value value = context.own.entry(Field::base).value;
    const std::string nearest = context.index.nearest_card(base);
    Diagnostic& diagnostic = out.add(
        10, Severity::error, context, value.range(),
        fmt::format("{} is no card: the base does not exist.{}", shown(base),
                    nearest.empty() ? " Name another card, or add the source that has it." : did_you_mean(nearest)));
    out.asks_for_names();
    diagnostic.short_message = "base unknown";
    diagnostic.fairseq2_says = fairseq2_says(
        "AssetCardError", fmt::format("{} base asset of the {} asset card does not exist.", base, context.card.name));
    suggest_replacement(context, diagnostic, value, nearest);
}

} // namespace fairlead
