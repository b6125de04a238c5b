// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS011 base-cycle: fairseq2 copies metadata along the chain without end (assets/store.py) and gives up deep in Python.
// An overlay's base counts for the card below it, so that `x@env` with `base: x` is a loop in that environment.
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

namespace {

constexpr std::size_t max_related = 100;

/// `a → b → a`
std::string path_of(const Catalog& catalog, const std::vector<BaseStep>& loop, std::size_t first) {
    constexpr std::size_t shown_steps = 8;
    std::string path;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        if (i == shown_steps && loop.size() > shown_steps + 1) {
            path += fmt::format("… {} more … → ", loop.size() - shown_steps);
            break;
        }
        path += card_name(catalog.card(loop[(first + i) % loop.size()].based_by)) + " → ";
    }
    return path + card_name(catalog.card(loop[first].based_by));
}

std::string message(const Catalog& catalog, const std::vector<BaseStep>& loop, std::size_t first) {
    const Card& card = catalog.card(loop[first].based_by);
    if (loop.size() == 1) {
        if (!card.environment.empty()) {
            return fmt::format("{} is laid over {}, so that base: {} makes {} its own base. Remove the line.",
                               card_name(card), shown(card.name), shown(card.base), shown(card.name));
        }
        return fmt::format("{} is its own base. Remove the line, or name another card.", card_name(card));
    }
    return fmt::format("{}: the bases lead back to where they began. Take out one of them.",
                       path_of(catalog, loop, first));
}

DocumentPlace base_place(const Catalog& catalog, CardRef card) {
    return {card.file, card.document, catalog.document(card).root().find("base").range()};
}

} // namespace

void check_base_cycle(const CheckContext& context, Diagnostics& out) {
    if (context.card.base.empty() || (context.chain.end() != CardChain::End::endless)) {
        return;
    }
    const Catalog& catalog = context.catalog();
    const bool is_overlay = !context.card.environment.empty();
    const auto plain = is_overlay ? context.index.find(context.card.name, {}) : std::optional(context.ref);
    if (!plain) {
        return; // FS012
    }
    const BaseLoop* const found = context.index.bases(context.card.environment).of(context.index, *plain).loop;
    if (found == nullptr || found->reporter != context.ref) {
        return;
    }
    std::vector<BaseStep> loop = found->steps;
    const auto here =
        std::find_if(loop.begin(), loop.end(), [&](const BaseStep& step) { return step.based_by == context.ref; });
    if (here == loop.end()) {
        return;
    }
    std::rotate(loop.begin(), here, loop.end());
    Diagnostic& diagnostic =
        out.add(11, Severity::error, context, context.own.entry(Field::base).value.range(), message(catalog, loop, 0));
    diagnostic.short_message = "base loop";
    diagnostic.fairseq2_says = fairseq2_says(
        "AssetMetadataError", fmt::format("Metadata of the {}@ asset cannot be copied.", context.card.name));
    for (std::size_t i = 0; i < std::min(loop.size(), max_related); ++i) {
        const Card& card = catalog.card(loop[i].based_by);
        diagnostic.related.push_back({fmt::format("{}, base: {}", card_name(card), shown(card.base)),
                                      base_place(catalog, loop[i].based_by),
                                      i == 0 ? std::string() : message(catalog, loop, i)});
    }
    if (auto edit = remove_entry(context, context.own.entry(Field::base))) {
        const bool certain = is_overlay && loop.size() == 1;
        diagnostic.fixes.push_back(
            {fmt::format("Remove base: {}", shown(context.card.base)), "Remove line", certain, {*std::move(edit)}});
    }
}

} // namespace fairlead
