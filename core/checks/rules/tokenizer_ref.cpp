// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS013 tokenizer-ref-unknown, FS014 tokenizer-ref-cycle: a reference is followed for as long as the card it leads to,
// or one of its bases, has one itself (data/tokenizers/ref.py); nothing there notices a loop.
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

namespace {

/// A reference on the way, and the card that says it.
struct Reference {
    std::string_view text;
    CardRef said_by;
};

/// What the card that a reference leads to, or a base of it, refers to in turn.
std::optional<Reference> next_reference(const CheckIndex& index, std::string_view reference, CardChain& chain) {
    const CardName name = split_reference(reference);
    const std::string_view own[] = {name.environment};
    const std::span<const std::string_view> asked(own, name.environment.empty() ? 0 : 1);
    if (name.name.empty() || !chain.follow(index, name.name, name.has_at ? asked : index.usual_environments())) {
        return {};
    }
    const ChainLink* const holder = chain.holder(Field::tokenizer_ref);
    if (holder == nullptr) {
        return {};
    }
    const yaml::Value value = index.catalog().document(holder->card).root().find("tokenizer_ref");
    if (!value.is_string()) {
        return {}; // FS022 there
    }
    return Reference{value.string(), holder->card};
}

bool same_target(std::string_view left, std::string_view right) noexcept {
    const CardName a = split_reference(left);
    const CardName b = split_reference(right);
    return a.name == b.name && a.environment == b.environment && a.has_at == b.has_at;
}

/// The references from one back to itself; empty if there is no way back.
std::vector<Reference> loop_from(const CheckIndex& index, Reference start) {
    std::vector<Reference> references{start};
    CardChain chain;
    std::string_view mark;
    std::size_t next_mark = 4;
    const std::size_t longest = index.work().longest_chain();
    while (references.size() <= longest) {
        const auto next = next_reference(index, references.back().text, chain);
        if (!next) {
            return {};
        }
        if (same_target(next->text, start.text)) {
            return next->said_by == start.said_by ? references : std::vector<Reference>{};
        }
        if (!mark.empty() && same_target(next->text, mark)) {
            return {}; // a loop further on, told there
        }
        references.push_back(*next);
        if (references.size() >= next_mark) {
            mark = next->text;
            next_mark *= 2;
        }
    }
    index.work().add_links(references.size());
    return {};
}

std::string message(const Catalog& catalog, const std::vector<Reference>& loop, std::size_t first) {
    constexpr std::size_t shown_steps = 8;
    std::string path;
    for (std::size_t i = 0; i <= loop.size(); ++i) {
        if (i == shown_steps && loop.size() > shown_steps) {
            path += "… → ";
            i = loop.size();
        }
        path += shown(loop[(first + i) % loop.size()].text);
        path += i == loop.size() ? "" : " → ";
    }
    return fmt::format(
        "{}: the tokenizer_ref of {} leads back to where it began, and fairseq2 follows it for ever. Name "
        "the card that has the tokenizer.",
        path, card_name(catalog.card(loop[first].said_by)));
}

} // namespace

void check_tokenizer_ref_unknown(const CheckContext& context, Diagnostics& out) {
    const yaml::Value value = context.own.value(Field::tokenizer_ref);
    if (!value.is_string()) {
        return; // FS022
    }
    const CardName name = split_reference(value.string());
    if (!name.name.empty() && context.index.find(name.name, {})) {
        return;
    }
    std::string nearest = name.name.empty() ? std::string() : context.index.nearest_card(name.name);
    if (!nearest.empty() && name.has_at) {
        nearest += '@';
        nearest += name.environment;
    }
    Diagnostic& diagnostic =
        out.add(13, Severity::error, context, value.range(),
                name.name.empty() ? std::string("The tokenizer_ref names no card. Name one, or remove the line.")
                                  : fmt::format("{} is no card: the tokenizer_ref leads nowhere.{}", shown(name.name),
                                                nearest.empty() ? " Name another card, or add the source that has it."
                                                                : did_you_mean(nearest)));
    out.asks_for_names();
    diagnostic.short_message = "tokenizer unknown";
    diagnostic.fairseq2_says =
        fairseq2_says("AssetCardError", fmt::format("{} asset referenced by the {} asset card does not exist.",
                                                    value.string(), context.card.name));
    suggest_replacement(context, diagnostic, value, nearest);
}

void check_tokenizer_ref_cycle(const CheckContext& context, Diagnostics& out) {
    const yaml::Value value = context.own.value(Field::tokenizer_ref);
    if (!value.is_string()) {
        return;
    }
    const std::vector<Reference> loop = loop_from(context.index, {value.string(), context.ref});
    if (loop.empty()) {
        return;
    }
    std::vector<CardRef> cards;
    cards.reserve(loop.size());
    for (const Reference& reference : loop) {
        cards.push_back(reference.said_by);
    }
    std::sort(cards.begin(), cards.end());
    if (context.index.reporter(cards) != context.ref) {
        return;
    }
    const Catalog& catalog = context.catalog();
    Diagnostic& diagnostic = out.add(14, Severity::error, context, value.range(), message(catalog, loop, 0));
    diagnostic.short_message = "tokenizer loop";
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const CardRef card = loop[i].said_by;
        diagnostic.related.push_back(
            {fmt::format("{}, tokenizer_ref: {}", card_name(catalog.card(card)), shown(loop[i].text)),
             {card.file, card.document, catalog.document(card).root().find("tokenizer_ref").range()},
             i == 0 ? std::string() : message(catalog, loop, i)});
    }
}

} // namespace fairlead
