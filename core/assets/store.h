// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/assets/errors.h"
#include "core/assets/resolve.h"

#include <optional>
#include <string_view>
#include <vector>

namespace fairlead {

/// What fairseq2's store says of a catalog's sources: the first error in its order, or none.
struct StoreVerdict {
    std::optional<AssetError> error{};
    std::optional<CardRef> place{}; ///< the document at fault, where there is one
    [[nodiscard]] bool loads() const noexcept { return !error; }
};

/// Of all sources. Quick where nothing is wrong: what is, the catalog knows.
[[nodiscard]] StoreVerdict store_verdict(const Catalog& catalog);

/// Of one file for itself: whether fairseq2 would load it if it were alone. A name that stands twice in it counts.
[[nodiscard]] StoreVerdict file_verdict(const Catalog& catalog, std::uint32_t file);

/// What fairseq2 says of one document for itself, with the index that it has in its file; none if it is fine.
[[nodiscard]] std::optional<AssetError> document_error(const Catalog& catalog, CardRef document);

/// fairseq2's AssetStore: all or nothing (assets/store.py). Throws the class that fairseq2 raises. May be read from
/// any thread.
class AssetStore {
public:
    /// Throws what fairseq2 raises when it loads the sources.
    [[nodiscard]] static AssetStore load(std::vector<AssetSource> sources, std::string default_environment = {},
                                         const CatalogOptions& options = {});

    /// Throws AssetNotFoundError, AssetCardError, AssetMetadataError.
    [[nodiscard]] ResolvedCard retrieve_card(std::string_view name) const;
    /// Names with their `@`, in the order of the files.
    [[nodiscard]] std::vector<std::string> asset_names() const;
    /// Cards without environment whose resolved field equals the value as Python compares. Throws at a card that cannot
    /// be retrieved.
    [[nodiscard]] std::vector<std::string> find_cards(std::string_view field, const yaml::Value& value) const;
    /// The same for a text.
    [[nodiscard]] std::vector<std::string> find_cards_by_text(std::string_view field, std::string_view text) const;
    [[nodiscard]] const Catalog& catalog() const noexcept { return catalog_; }

private:
    template <class Fits>
    [[nodiscard]] std::vector<std::string> find_cards_if(std::string_view field, const Fits& fits) const;

    Catalog catalog_;
    std::string default_environment_;
};

} // namespace fairlead
