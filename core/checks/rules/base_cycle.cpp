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

struct Step {
    CardRef plain;
    CardRef based_by; ///< whose `base` leads on: the overlay where it has one
};

bool says_base(const CheckIndex& index, CardRef card) {
    return (index.facts(card).present & mask_of(Field::base)) != 0;
}

/// The steps from a card back to itself; empty if there is no way back.
std::vector<Step> loop_from(const CheckIndex& index, CardRef plain, std::string_view environment) {
    const Catalog& catalog = index.catalog();
    std::vector<Step> steps;
    CardRef at = plain;
    CardRef mark = plain; // Brent, for loops that do not lead back to the start
    std::size_t next_mark = 4;
    const std::size_t longest = index.work().longest_chain();
    do {
        CardRef based_by = at;
        if (!environment.empty()) {
            const auto overlay = index.find(catalog.card(at).name, environment);
            if (overlay && says_base(index, *overlay)) {
                based_by = *overlay;
            }
        }
        steps.push_back({at, based_by});
        const std::string_view base = catalog.card(based_by).base;
        const auto next = base.empty() ? std::nullopt : index.find(base, {});
        if (!next || steps.size() > longest) {
            index.work().add_links(steps.size());
            return {};
        }
        at = *next;
        if (at == mark && at != plain) {
            return {};
        }
        if (steps.size() >= next_mark) {
            mark = at;
            next_mark *= 2;
        }
    } while (at != plain);
    return steps;
}

/// `a → b → a`
std::string path_of(const Catalog& catalog, const std::vector<Step>& loop, std::size_t first) {
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

std::string message(const Catalog& catalog, const std::vector<Step>& loop, std::size_t first) {
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

/// Those of the loop at which it is found: in an environment only overlays, as the rest is another loop or none.
std::vector<CardRef> finders(const Catalog& catalog, const std::vector<Step>& loop, bool is_overlay) {
    std::vector<CardRef> cards;
    for (const Step& step : loop) {
        if (!is_overlay || !catalog.card(step.based_by).environment.empty()) {
            cards.push_back(step.based_by);
        }
    }
    std::sort(cards.begin(), cards.end());
    return cards;
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
    const std::vector<Step> loop = loop_from(context.index, *plain, context.card.environment);
    if (loop.empty() || loop.front().based_by != context.ref ||
        context.index.reporter(finders(catalog, loop, is_overlay)) != context.ref) {
        return;
    }
    Diagnostic& diagnostic =
        out.add(11, Severity::error, context, context.own.entry(Field::base).value.range(), message(catalog, loop, 0));
    diagnostic.short_message = "base loop";
    diagnostic.fairseq2_says = fairseq2_says(
        "AssetMetadataError", fmt::format("Metadata of the {}@ asset cannot be copied.", context.card.name));
    for (std::size_t i = 0; i < loop.size(); ++i) {
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
