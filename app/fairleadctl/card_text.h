// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/assets/resolve.h"
#include "core/assets/store.h"
#include "core/registry/json_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::ctl {

/// Where something of a card is written.
struct Spot {
    std::string_view file; ///< as shown; empty for a card that fairseq2 makes itself
    std::size_t line = 0;  ///< from 1
};
/// The place of the first byte of a range in a card's document.
[[nodiscard]] Spot spot_of(const Catalog& catalog, CardRef card, yaml::TextRange range);
/// The place of a card: that of its `name` key.
[[nodiscard]] Spot spot_of(const Catalog& catalog, CardRef card);
/// `models.yaml:3`, for people.
[[nodiscard]] std::string spot_text(const Spot& spot);
/// The members "file" and "line"; null where there is no file.
void write_spot(JsonWriter& json, const Spot& spot);

/// The member "error", with the class and text of what fairseq2 raises.
void write_error(JsonWriter& json, const AssetError& error);

/// The fields of a card as fairseq2 sees them, along its chain. The second of two with one name is no card that could
/// be retrieved: only its own fields are known.
class CardFields {
public:
    CardFields(const Catalog& catalog, CardRef card);
    /// Absent if the card has none of that name.
    [[nodiscard]] yaml::Value find(std::string_view field) const;

private:
    yaml::Value own_; // of a repeated card
    ResolvedCard resolved_;
};

/// The kinds that a card is of, as fairseq2 tells them: by its family fields (assets/cli.py).
[[nodiscard]] std::vector<std::string_view> kinds_of(const Catalog& catalog, CardRef card);

/// The members that `list` and `show` share: name, kinds, environment, source, file, line.
void write_card_members(JsonWriter& json, const Catalog& catalog, CardRef card);

/// Says on standard error that fairseq2 would load nothing, if so. The exit status for it.
[[nodiscard]] int say_verdict(const StoreVerdict& verdict);

/// The name of a card that was most likely meant, with " Did you mean …?" around it, or nothing.
[[nodiscard]] std::string did_you_mean_card(const Catalog& catalog, std::string_view wrong);

/// Fields that are the store's own and no content of a card.
[[nodiscard]] bool is_hidden_field(const yaml::Value& key);

} // namespace fairlead::ctl
