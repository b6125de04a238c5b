// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/base_chains.h"

#include "core/checks/check_index.h"

#include <algorithm>

namespace fairlead {

namespace {

std::uint64_t key_of(CardRef card) noexcept { return std::uint64_t{card.file} << 32U | card.document; }

} // namespace

BaseChains::Chain BaseChains::of(const CheckIndex& index, CardRef plain) {
    std::vector<BaseStep> way;
    std::unordered_map<std::uint64_t, std::size_t> places; // in `way`
    Chain end;
    for (CardRef at = plain;;) {
        if (const auto known = known_.find(key_of(at)); known != known_.end()) {
            end = known->second;
            end.loop = nullptr; // it leads there, but does not stand in it
            break;
        }
        const auto [place, is_new] = places.emplace(key_of(at), way.size());
        if (!is_new) {
            const auto begin = way.begin() + static_cast<std::ptrdiff_t>(place->second);
            const Chain in_loop{.cards = 0, .loop = &add_loop(index, {begin, way.end()})};
            std::for_each(begin, way.end(), [&](const BaseStep& step) { known_[key_of(step.plain)] = in_loop; });
            way.erase(begin, way.end());
            break;
        }
        if (!environment_.empty() && !index.work().may_follow()) {
            return {};
        }
        index.work().add_links(environment_.empty() ? 0 : 1);
        way.push_back({at, based_by(index, at)});
        const std::string_view base = index.catalog().card(way.back().based_by).base;
        const auto next = base.empty() ? std::nullopt : index.find(base, {});
        if (!next) {
            known_[key_of(at)] = end = {.cards = 1, .loop = nullptr};
            way.pop_back();
            break;
        }
        at = *next;
    }
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
        end.cards += end.cards == 0 ? 0 : 1;
        known_[key_of(step->plain)] = end;
    }
    return known_[key_of(plain)];
}

CardRef BaseChains::based_by(const CheckIndex& index, CardRef plain) const {
    if (environment_.empty()) {
        return plain;
    }
    const auto overlay = index.find(index.catalog().card(plain).name, environment_);
    const bool says_base = overlay && (index.facts(*overlay).present & mask_of(Field::base)) != 0;
    return says_base ? *overlay : plain;
}

const BaseLoop& BaseChains::add_loop(const CheckIndex& index, std::vector<BaseStep> steps) {
    std::vector<CardRef> finders; // in an environment only overlays, as the rest is another loop or none
    for (const BaseStep& step : steps) {
        if (environment_.empty() || step.based_by != step.plain) {
            finders.push_back(step.based_by);
        }
    }
    std::sort(finders.begin(), finders.end());
    const CardRef reporter = finders.empty() ? steps.front().based_by : index.reporter(finders);
    return loops_.emplace_back(BaseLoop{.steps = std::move(steps), .reporter = reporter});
}

} // namespace fairlead
