// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS015 environment-unknown: an environment without a card falls back to the plain card in silence (assets/store.py),
// so that a typing error is never told.
#include "core/checks/document_edits.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

std::uint32_t cards_of(const CheckIndex& index, std::string_view environment) {
    const auto found = index.environments().find(environment);
    return found == index.environments().end() ? 0 : found->second;
}

void check_reference(const CheckContext& context, Diagnostics& out) {
    const yaml::Value value = context.own.value(Field::tokenizer_ref);
    if (!value || !value.is_string()) {
        return;
    }
    const CardName name = split_reference(value.string());
    if (name.environment.empty() || cards_of(context.index, name.environment) > 0 ||
        context.index.is_usual(name.environment) || !context.index.find(name.name, {})) {
        return;
    }
    std::string nearest = context.index.nearest_environment(name.environment, 1);
    Diagnostic& diagnostic =
        out.add(15, Severity::info, context, value.range(),
                fmt::format("No card is written for the environment {}: fairseq2 takes the plain {}.{}",
                            shown(name.environment), shown(name.name), did_you_mean(nearest)));
    diagnostic.short_message = "environment unknown";
    if (!nearest.empty()) {
        suggest_replacement(context, diagnostic, value, fmt::format("{}@{}", name.name, nearest));
    }
}

/// A card's own environment may be one that its program gives: told only where it looks like a mistyped one.
void check_name(const CheckContext& context, Diagnostics& out) {
    const Card& card = context.card;
    if (card.environment.empty() || context.index.is_usual(card.environment) ||
        cards_of(context.index, card.environment) > 1) {
        return;
    }
    std::string nearest = context.index.nearest_environment(card.environment, 2);
    if (nearest.empty()) {
        return;
    }
    Diagnostic& diagnostic =
        out.add(15, Severity::info, context, context.name_range(),
                fmt::format("Only this card is written for the environment {}, which fairseq2 looks for only when "
                            "asked to.{}",
                            shown(card.environment), did_you_mean(nearest)));
    diagnostic.short_message = "environment unknown";
    if (!context.index.find(card.name, nearest)) {
        suggest_replacement(context, diagnostic, context.own.value(Field::name),
                            fmt::format("{}@{}", card.name, nearest));
    }
}

} // namespace

void check_environment_unknown(const CheckContext& context, Diagnostics& out) {
    if (!context.index.facts(context.ref).has_environment) {
        return;
    }
    check_name(context, out);
    check_reference(context, out);
}

} // namespace fairlead
