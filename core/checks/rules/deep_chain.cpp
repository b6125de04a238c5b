// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS066 deep-chain: fairseq2 follows bases by recursion (assets/store.py), and Python ends it after some 980 of them.
#include "core/assets/resolve.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::size_t most_cards = 983; // of files, asked for by a script's main function
constexpr std::size_t few_cards = 900;  // nested metadata may end it from here on
constexpr std::size_t near_limit = 950;
constexpr std::size_t many_cards = 1000; // that even in-memory cards are too many of

/// Why fairseq2 cannot copy the cards of a chain; none if it can.
std::optional<AssetError> copy_error(const CheckContext& context, std::string_view name) {
    const ResolvedCard card = resolve_card(context.catalog(), fmt::format("{}@{}", name, context.card.environment));
    return card.error && card.error->type == "AssetMetadataError" ? card.error : std::nullopt;
}

} // namespace

void check_deep_chain(const CheckContext& context, Diagnostics& out) {
    if (context.chain.end() != CardChain::End::endless && context.chain.links().size() < few_cards) {
        return; // nearly all
    }
    const auto plain =
        context.card.environment.empty() ? std::optional(context.ref) : context.index.find(context.card.name, {});
    if (!plain || context.card.base.empty() || context.card.name.find('@') != std::string_view::npos) {
        return;
    }
    const std::size_t cards = context.index.bases(context.card.environment).of(context.index, *plain).cards;
    // Told at the first card that is too far from the end: those that are based on it then fail, too.
    if (cards < few_cards || cards > many_cards || !context.index.work().may_follow()) {
        return;
    }
    context.index.work().add_links(2 * cards);
    const auto error = copy_error(context, context.card.name);
    if (!error && cards != near_limit) {
        return;
    }
    if (error && copy_error(context, context.card.base)) {
        return;
    }
    const yaml::TextRange range = context.own.entry(Field::base).value.range();
    if (!error) {
        out.add(66, Severity::warning, context, range,
                fmt::format("{} stands on {} bases. fairseq2 follows about {}: put some of them together.",
                            card_name(context.card), cards - 1, most_cards))
            .short_message = "many bases";
        return;
    }
    Diagnostic& diagnostic =
        out.add(66, Severity::error, context, range,
                fmt::format("{} stands on {} bases, more than fairseq2 can follow: neither this card nor one that is "
                            "based on it can be used. Put some of them together.",
                            card_name(context.card), cards - 1));
    diagnostic.short_message = "too many bases";
    diagnostic.fairseq2_says = fairseq2_says(*error);
}

} // namespace fairlead
