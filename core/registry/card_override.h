// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/card_config.h"
#include "core/schemas/override_edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A field of the config that a family makes for a card, which the card is to override. Borrowed for the call.
struct OverridePlace {
    const CardConfigs& configs;
    const Catalog& catalog;
    CardRef card{}; ///< whose text is to change; the config is that of its name
    FamilyKind kind = FamilyKind::model;
    std::string_view field{};       ///< `rope_scale.factor`
    std::string_view environment{}; ///< as for resolve_card
    /// As for card_config: the nearest one where fairseq2 knows none of the card's.
    std::optional<std::string_view> architecture{};
};

/// What can be done about a field.
struct OverrideFacts {
    std::string why_no_write{};         ///< a sentence for people; empty: a value can be written
    bool is_written = false;            ///< the card has an override of it
    std::string text{};                 ///< the value that fairseq2 has now, as YAML
    std::vector<std::string> choices{}; ///< the values that there are, as YAML; empty: any that fits
};
[[nodiscard]] OverrideFacts override_facts(const OverridePlace& place);

/// The edit that has the card override the field by what was typed as YAML: under the key of the trio that counts
/// (`model_config_overrides` if none does). The card's config is made again with the edit: it has the value at that
/// place, and no other field is another one, else there is no edit and a sentence that says why.
[[nodiscard]] OverrideEdit write_override(const OverridePlace& place, std::string_view typed);
/// The edit that takes the card's override of the field out. No other field may change.
[[nodiscard]] OverrideEdit remove_override(const OverridePlace& place);

} // namespace fairlead
