// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/check_index.h"

#include "core/checks/suggest.h"

#include <algorithm>

namespace fairlead {

CheckIndex::CheckIndex(const Catalog& catalog, std::shared_ptr<const RegistrySnapshot> registry,
                       std::string environment, std::string home)
    : catalog_(catalog), environment_(std::move(environment)), home_(std::move(home)) {
    if (registry) {
        registry_.emplace(std::move(registry));
    }
}

std::optional<CardRef> CheckIndex::overlay(std::string_view name,
                                           std::span<const std::string_view> environments) const noexcept {
    for (const std::string_view environment : environments) {
        if (const auto found = catalog_.find(name, environment)) {
            return found;
        }
    }
    return {};
}

bool CheckIndex::is_own(std::uint32_t file) const noexcept {
    return !catalog_.sources()[catalog_.file(file).source].from_registry;
}

CardRef CheckIndex::reporter(std::span<const CardRef> cards) const noexcept {
    const auto own = std::find_if(cards.begin(), cards.end(), [this](CardRef card) { return is_own(card.file); });
    return own == cards.end() ? cards.front() : *own;
}

bool CheckIndex::is_usual(std::string_view environment) const noexcept {
    return environment == "user" || (!environment_.empty() && environment == environment_);
}

bool CheckIndex::is_repeat(std::uint32_t source, std::uint32_t other) const noexcept {
    return std::any_of(repeats_.begin(), repeats_.end(), [&](const SourceRepeat& repeat) {
        return repeat.source == source && repeat.other == other && repeat.names > 0;
    });
}

bool CheckIndex::is_doubled(CardRef ref) const noexcept {
    return !doubled_.empty() && std::binary_search(doubled_.begin(), doubled_.end(), facts(ref).identity);
}

std::span<const CardRef> CheckIndex::owners(const Card& card) const {
    if (owners_.name != card.name || owners_.environment != card.environment || owners_.cards.empty()) {
        owners_.name = card.name;
        owners_.environment = card.environment;
        owners_.cards.clear();
        const std::vector<CardRef> all = catalog_.find_all(card.name, card.environment);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::uint32_t source = catalog_.file(all[i].file).source;
            const bool is_last = i + 1 == all.size() || catalog_.file(all[i + 1].file).source != source;
            if (is_last || catalog_.sources()[source].kind != SourceKind::checkpoint) {
                owners_.cards.push_back(all[i]);
            }
        }
    }
    return owners_.cards;
}

std::string CheckIndex::nearest_card(std::string_view wrong) const {
    const auto known = nearest_.find(std::string(wrong));
    if (known != nearest_.end()) {
        return known->second;
    }
    std::string best;
    if (work_.may_suggest()) {
        NameMatcher matcher(wrong);
        catalog_.for_each_card([&](CardRef, const Card& card) {
            if (card.environment.empty()) {
                matcher.offer(card.name);
            }
        });
        work_.add_suggestion(catalog_.card_count(), matcher.distances());
        best = matcher.best();
    }
    nearest_.emplace(wrong, best);
    return best;
}

std::string CheckIndex::nearest_environment(std::string_view wrong, std::uint32_t least_cards) const {
    if (!work_.may_suggest()) {
        return {};
    }
    NameMatcher matcher(wrong);
    matcher.offer("user");
    for (const auto& [environment, cards] : environments_) {
        if (cards >= least_cards || is_usual(environment)) {
            matcher.offer(environment);
        }
    }
    work_.add_suggestion(environments_.size(), matcher.distances());
    return matcher.best();
}

BaseChains& CheckIndex::bases(std::string_view environment) const {
    auto found = bases_.find(environment);
    if (found == bases_.end()) {
        std::string name(environment);
        BaseChains chains(name);
        found = bases_.emplace(std::move(name), std::move(chains)).first;
    }
    return found->second;
}

bool CheckIndex::is_base(std::string_view name) const {
    if (!base_names_) {
        base_names_.emplace();
        for (const std::vector<CardFacts>& cards : files_) {
            for (const CardFacts& card : cards) {
                if (card.base != 0) {
                    base_names_->push_back(card.base);
                }
            }
        }
        std::sort(base_names_->begin(), base_names_->end());
    }
    return std::binary_search(base_names_->begin(), base_names_->end(), name_hash(name));
}

void CheckIndex::begin_pass() const {
    nearest_.clear();
    bases_.clear();
    base_names_.reset();
    work_.reset();
    owners_ = {};
}

CardFacts CheckIndex::read(CardRef ref) {
    const yaml::Document& document = catalog_.document(ref);
    scratch_.read(document.problem() == nullptr ? document.root() : yaml::Value());
    return facts_of(catalog_.card(ref), scratch_, document.text());
}

void CheckIndex::read_all() {
    files_.assign(catalog_.files().size(), {});
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
        const auto documents = static_cast<std::uint32_t>(catalog_.file(file).cards.size());
        files_[file].reserve(documents);
        for (std::uint32_t document = 0; document < documents; ++document) {
            files_[file].push_back(read({file, document}));
        }
    }
    refresh_names();
}

std::vector<CardFacts> CheckIndex::replace(std::uint32_t file, const yaml::StreamChange& change) {
    std::vector<CardFacts>& cards = files_[file];
    const auto first = cards.begin() + static_cast<std::ptrdiff_t>(change.first);
    const auto last = first + static_cast<std::ptrdiff_t>(change.removed);
    std::vector<CardFacts> before(first, last);
    std::vector<CardFacts> now;
    now.reserve(change.inserted);
    for (std::size_t i = 0; i < change.inserted; ++i) {
        now.push_back(read({file, static_cast<std::uint32_t>(change.first + i)}));
    }
    if (change.inserted == change.removed) {
        std::copy(now.begin(), now.end(), first);
    } else {
        cards.insert(cards.erase(first, last), now.begin(), now.end());
    }
    return before;
}

bool CheckIndex::refresh_names() {
    environments_.clear();
    usual_.clear();
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
        const std::vector<CardFacts>& cards = files_[file];
        for (std::uint32_t document = 0; document < cards.size(); ++document) {
            const Card& card = catalog_.card({file, document});
            if (cards[document].has_environment && card.is_card() && !card.environment.empty()) {
                ++environments_.try_emplace(std::string(card.environment), 0U).first->second;
            }
        }
    }
    for (const std::string_view environment : {std::string_view("user"), std::string_view(environment_)}) {
        if (!environment.empty() && environments_.contains(environment)) {
            usual_.push_back(environments_.find(environment)->first);
        }
    }
    std::vector<std::uint32_t> doubled;
    for (const RepeatedCard& repeated : catalog_.repeated_cards()) {
        doubled.push_back(facts(repeated.card).identity);
    }
    std::sort(doubled.begin(), doubled.end());
    doubled.erase(std::unique(doubled.begin(), doubled.end()), doubled.end());
    std::vector<SourceRepeat> repeats = source_repeats(catalog_);
    const bool changed = doubled != doubled_ || repeats != repeats_;
    doubled_ = std::move(doubled);
    repeats_ = std::move(repeats);
    return changed;
}

} // namespace fairlead
