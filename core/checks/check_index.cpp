// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/check_index.h"

#include "core/checks/suggest.h"

#include <algorithm>

namespace fairlead {

namespace {

constexpr std::size_t max_comparisons = 400'000'000; // about two seconds

} // namespace

CheckIndex::CheckIndex(const Catalog& catalog, std::shared_ptr<const RegistrySnapshot> registry,
                       std::string environment)
    : catalog_(catalog), environment_(std::move(environment)) {
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

std::size_t CheckIndex::asset_index(CardRef ref) const noexcept {
    if (files_[ref.file].without_document == 0) {
        return ref.document;
    }
    const auto documents = catalog_.file(ref.file).stream.documents().first(ref.document);
    return static_cast<std::size_t>(
        std::count_if(documents.begin(), documents.end(), [](const auto& document) { return document.is_document(); }));
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
    if (comparisons_ < max_comparisons) {
        NameMatcher matcher(wrong);
        catalog_.for_each_card([&](CardRef, const Card& card) {
            if (card.environment.empty()) {
                matcher.offer(card.name);
            }
        });
        comparisons_ += catalog_.card_count();
        best = matcher.best();
    }
    nearest_.emplace(wrong, best);
    return best;
}

void CheckIndex::begin_pass() const {
    nearest_.clear();
    comparisons_ = 0;
    owners_ = {};
}

CardFacts CheckIndex::read(CardRef ref) {
    const yaml::Document& document = catalog_.document(ref);
    scratch_.read(document.problem() == nullptr ? document.root() : yaml::Value());
    return facts_of(catalog_.card(ref), scratch_);
}

void CheckIndex::read_all() {
    files_.assign(catalog_.files().size(), {});
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
        const auto documents = static_cast<std::uint32_t>(catalog_.file(file).cards.size());
        files_[file].cards.reserve(documents);
        for (std::uint32_t document = 0; document < documents; ++document) {
            files_[file].cards.push_back(read({file, document}));
            files_[file].without_document += catalog_.card({file, document}).state == CardState::no_document ? 1U : 0U;
        }
    }
    refresh_names();
}

std::vector<CardFacts> CheckIndex::replace(std::uint32_t file, const yaml::StreamChange& change) {
    std::vector<CardFacts>& cards = files_[file].cards;
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
    const std::span<const Card> all = catalog_.file(file).cards;
    if (files_[file].without_document != 0 || change.inserted != 1 || change.removed != 1 ||
        all[change.first].state == CardState::no_document) {
        files_[file].without_document = static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [](const Card& card) { return card.state == CardState::no_document; }));
    }
    return before;
}

bool CheckIndex::refresh_names() {
    environments_.clear();
    usual_.clear();
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
        const std::vector<CardFacts>& cards = files_[file].cards;
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
