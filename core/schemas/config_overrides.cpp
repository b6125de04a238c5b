// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_overrides.h"

namespace fairlead {

std::vector<ConfigOverride> config_overrides(const Catalog& catalog, std::span<const CardRef> chain,
                                             std::string_view key) {
    std::vector<ConfigOverride> overrides;
    for (std::size_t index = 0; index < chain.size(); ++index) {
        const Card& card = catalog.card(chain[index]);
        yaml::Value value = catalog.document(chain[index]).root().find(key);
        CardRef ref = chain[index];
        if (!card.environment.empty() && index + 1 < chain.size() && catalog.card(chain[index + 1]).name == card.name) {
            ++index; // the plain card, whose fields the overlay hides
            if (!value) {
                ref = chain[index];
                value = catalog.document(ref).root().find(key);
            }
        }
        if (value && !value.is_null()) {
            overrides.push_back({.card_name = std::string(card.name), .card = ref, .value = value});
        }
    }
    return overrides;
}

} // namespace fairlead
