// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS025 config-ignored: of the three config keys the first that is present and not null anywhere on the chain is the
// only one that counts, on all of its cards (models/family.py: _CONFIG_KEYS).
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace fairlead {

namespace {

constexpr std::uint16_t rule = 25;

FieldMask not_null(const ChainLink& link) noexcept { return link.present & ~link.null; }

DocumentPlace key_place(const CheckContext& context, CardRef card, Field field) {
    const auto entry = context.catalog().document(card).root().find_entry(name_of(field));
    return {card.file, card.document, entry ? entry->key.range() : yaml::TextRange{}};
}

/// A key of this card that one of higher rank, here or on another card, silences.
void tell_silenced(const CheckContext& context, Field silenced, Field counts, CardRef counts_on, Diagnostics& out) {
    const Card& other = context.catalog().card(counts_on);
    std::string message =
        counts_on == context.ref
            ? fmt::format("{} is ignored: beside it stands {}, which alone counts. Move everything there.",
                          name_of(silenced), name_of(counts))
            : fmt::format("{} is ignored: {} of {} alone counts for this card. Write {} here too.", name_of(silenced),
                          name_of(counts), card_name(other), name_of(counts));
    Diagnostic& diagnostic =
        out.add(rule, Severity::warning, context, context.own.entry(silenced).key.range(), std::move(message));
    diagnostic.short_message = "config ignored";
    diagnostic.related.push_back({"this one counts", key_place(context, counts_on, counts), {}});
}

/// A key of this card that silences one of a card below it, which was heard without it.
void tell_silencing(const CheckContext& context, Field counts, Field silenced, CardRef silenced_on, Diagnostics& out) {
    Diagnostic& diagnostic =
        out.add(rule, Severity::warning, context, context.own.entry(counts).key.range(),
                fmt::format("{} silences {} of {}, which is ignored for this card. Write {} here.", name_of(counts),
                            name_of(silenced), card_name(context.catalog().card(silenced_on)), name_of(silenced)));
    diagnostic.short_message = "config ignored";
    diagnostic.related.push_back({"this one is ignored", key_place(context, silenced_on, silenced), {}});
}

/// The rank of the first key that any of the links has, and the link; 3 if none has any.
std::size_t first_rank(std::span<const ChainLink> links, const Trio& trio, CardRef& card) {
    for (std::size_t rank = 0; rank < trio.keys.size(); ++rank) {
        for (const ChainLink& link : links) {
            if ((not_null(link) & mask_of(trio.keys[rank])) != 0) {
                card = link.card;
                return rank;
            }
        }
    }
    return trio.keys.size();
}

bool check_trio(const CheckContext& context, const CardChain& chain, const Trio& trio, Diagnostics& out) {
    const std::span<const ChainLink> links = chain.links();
    CardRef counts_on;
    const std::size_t rank = first_rank(links, trio, counts_on);
    if (rank == trio.keys.size()) {
        return false; // nothing counts
    }
    if (counts_on != context.ref && context.catalog().card(counts_on).name == context.card.name) {
        return false; // an overlay counts, and says so itself
    }
    bool told = false;
    for (std::size_t own = rank + 1; own < trio.keys.size(); ++own) {
        const FieldMask bit = mask_of(trio.keys[own]);
        if ((context.own.present() & ~context.own.null() & bit) != 0) {
            tell_silenced(context, trio.keys[own], trio.keys[rank], counts_on, out);
            told = true;
        }
    }
    if (counts_on == context.ref) {
        const auto here =
            std::find_if(links.begin(), links.end(), [&](const auto& link) { return link.card == counts_on; });
        const auto after = static_cast<std::size_t>(here - links.begin()) + 1;
        CardRef silenced_on;
        const std::size_t below = first_rank(links.subspan(after), trio, silenced_on);
        if (below > rank && below < trio.keys.size()) {
            tell_silencing(context, trio.keys[rank], trio.keys[below], silenced_on, out);
            told = true;
        }
    }
    return told;
}

} // namespace

void check_config_ignored(const CheckContext& context, Diagnostics& out) {
    for (const Trio& trio : trios) {
        if ((context.own.present() & trio.mask()) == 0) {
            continue;
        }
        if (!check_trio(context, context.chain, trio, out) && context.usual_chain != nullptr) {
            check_trio(context, *context.usual_chain, trio, out);
        }
    }
}

} // namespace fairlead
