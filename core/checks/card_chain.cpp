// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/card_chain.h"

#include "core/checks/check_index.h"

namespace fairlead {

void CardChain::clear() noexcept {
    links_.clear();
    present_ = 0;
    not_null_ = 0;
    end_ = End::complete;
    uses_overlays_ = false;
}

void CardChain::follow(const CheckIndex& index, CardRef leaf, std::span<const std::string_view> environments) {
    clear();
    const Card& card = index.catalog().card(leaf);
    if (card.environment.empty()) {
        go_on(index, add(index, leaf, index.overlay(card.name, environments)), environments);
        return;
    }
    const std::string_view own[] = {card.environment};
    if (const auto plain = index.find(card.name, {})) {
        go_on(index, add(index, *plain, leaf), own);
        return;
    }
    const CardFacts& facts = index.facts(leaf);
    links_.push_back({leaf, facts.present, facts.null});
    present_ = facts.present;
    not_null_ = facts.present & ~facts.null;
    go_on(index, card.base, own);
}

bool CardChain::follow(const CheckIndex& index, std::string_view name, std::span<const std::string_view> environments) {
    clear();
    const auto plain = index.find(name, {});
    if (!plain) {
        return false;
    }
    go_on(index, add(index, *plain, index.overlay(name, environments)), environments);
    return true;
}

std::string_view CardChain::add(const CheckIndex& index, CardRef plain, std::optional<CardRef> overlay) {
    FieldMask hidden = 0;
    std::string_view base = index.catalog().card(plain).base;
    if (overlay) {
        const CardFacts& facts = index.facts(*overlay);
        links_.push_back({*overlay, facts.present, facts.null});
        present_ |= facts.present;
        not_null_ |= facts.present & ~facts.null;
        hidden = facts.present;
        uses_overlays_ = true;
        if ((facts.present & mask_of(Field::base)) != 0) {
            base = index.catalog().card(*overlay).base;
        }
    }
    const CardFacts& facts = index.facts(plain);
    links_.push_back({plain, facts.present & ~hidden, facts.null & ~hidden});
    present_ |= facts.present;
    not_null_ |= facts.present & ~facts.null & ~hidden;
    return base;
}

void CardChain::go_on(const CheckIndex& index, std::string_view base, std::span<const std::string_view> environments) {
    std::size_t mark = 0; // Brent: a card that is met again since the last power of two is a loop
    std::size_t next_mark = 4;
    const std::size_t longest = index.work().longest_chain();
    while (!base.empty()) {
        const auto plain = index.find(base, {});
        if (!plain) {
            end_ = End::unknown_base;
            return;
        }
        const std::size_t first = links_.size();
        base = add(index, *plain, index.overlay(base, environments));
        if (links_[first].card == links_[mark].card || links_.size() > longest) {
            index.work().add_links(links_.size());
            end_ = End::endless;
            return;
        }
        if (first >= next_mark) {
            mark = first;
            next_mark *= 2;
        }
    }
}

const ChainLink* CardChain::holder(Field field) const noexcept {
    for (const ChainLink& link : links_) {
        if ((link.present & mask_of(field)) != 0) {
            return &link;
        }
    }
    return nullptr;
}

} // namespace fairlead
