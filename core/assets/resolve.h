// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/assets/errors.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A field of a resolved card, and the card that it comes from. Views live as long as the catalog's documents and the
/// ResolvedCard.
struct ResolvedField {
    std::string_view name; ///< empty for a key that is no text: see `key`
    yaml::Value key;       ///< where it is written; of a merged field (`<<`) in the mapping that was merged
    /// As fairseq2 stores it. A base with blanks around it stands there without them: such a value's `range` is not its
    /// place in the card.
    yaml::Value value;
    CardRef card;
};

/// A card as fairseq2 retrieves it (assets/store.py): its environments, its chain, and where each field comes from.
struct ResolvedCard {
    std::string name;                      ///< as asked
    std::string card_name;                 ///< the card's own: trimmed, without `@`
    std::vector<std::string> environments; ///< searched, in order
    std::vector<CardRef> chain;            ///< leaf first, each overlay before its plain card; of a loop each once
    std::vector<ResolvedField> fields;     ///< of all of the chain, `base` included; the nearest of each name
    std::string base_path;                 ///< the leaf's `__base_path__`, after the overlay; empty: none
    std::optional<AssetError> error;       ///< what fairseq2 raises; the chain is then as far as it goes
    std::vector<yaml::Document> stored;    ///< holds the values that are not as written

    [[nodiscard]] const ResolvedField* field(std::string_view name) const noexcept;
};

/// Retrieves a card by the catalog, whether or not the store would load: a duplicate's first card counts.
/// `environment`: one added after `user`, as a resolver in fairseq2 would; blank: none.
[[nodiscard]] ResolvedCard resolve_card(const Catalog& catalog, std::string_view name,
                                        std::string_view environment = {});

/// What `as_uri` gives for a string field of a resolved card (assets/card.py, utils/uri.py).
struct UriResult {
    std::string value{};
    std::optional<AssetError> error{};
};
[[nodiscard]] UriResult as_uri(const ResolvedCard& card, std::string_view field);

/// `as_(str)`, `as_(bool)`: nullopt if the field is of that type or absent, else the AssetCardError. As for Python, a
/// boolean is an integer, too.
[[nodiscard]] std::optional<AssetError> type_error(const ResolvedCard& card, std::string_view field,
                                                   yaml::Kind expected);

} // namespace fairlead
