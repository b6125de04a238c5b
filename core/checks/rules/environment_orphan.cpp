// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS012 environment-orphan: an asset is looked for by its plain card first (assets/store.py).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

void check_environment_orphan(const CheckContext& context, Diagnostics& out) {
    const Card& card = context.card;
    if (card.environment.empty() || context.index.find(card.name, {})) {
        return;
    }
    std::string nearest = context.index.nearest_card(card.name);
    Diagnostic& diagnostic =
        out.add(12, Severity::error, context, context.name_range(),
                fmt::format("{} is laid over {}, and there is no card of that name: fairseq2 never finds it.{}",
                            card_name(card), shown(card.name),
                            nearest.empty() ? fmt::format(" Add a card {}, or take out the @{}.", shown(card.name),
                                                          shown(card.environment))
                                            : did_you_mean(nearest)));
    out.asks_for_names();
    diagnostic.short_message = "no plain card";
    diagnostic.fairseq2_says =
        fairseq2_says("AssetNotFoundError", fmt::format("{}@{} asset is not found.", card.name, card.environment));
    if (!nearest.empty() && !context.index.find(nearest, card.environment)) {
        nearest += '@';
        nearest += card.environment;
        suggest_replacement(context, diagnostic, context.own.value(Field::name), nearest);
    }
}

} // namespace fairlead
