// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_errors.h>
#include <fairlead/config_tree.h>
#include <fairlead/uri.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fairlead {
inline namespace abi1 {

class DependencyResolver;
namespace families {
struct CardContents;
}

/// A field of a card, which gives it. A value; it keeps what it needs, and may be used from any thread.
class FAIRLEAD_API AssetCardField {
public:
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// As a plain tree; what only YAML has (dates, bytes, keys that are no text) as text.
    [[nodiscard]] ConfigTree value() const;

    // Each throws AssetCardError if the field is of another type. As for Python, a boolean is an integer, too, and an
    // integer is no real.
    [[nodiscard]] std::string as_string() const;
    [[nodiscard]] bool as_boolean() const;
    [[nodiscard]] std::int64_t as_integer() const; ///< RawError where it does not fit
    [[nodiscard]] double as_real() const;
    /// What has a scheme is a URI, any other text a path, a relative one below the folder of the card's file.
    [[nodiscard]] Uri as_uri() const;

private:
    friend class AssetCard;
    /// The card has the field.
    AssetCardField(std::shared_ptr<const families::CardContents> card, std::string name);

    std::shared_ptr<const families::CardContents> card_;
    std::string name_;
};

/// What is known of an asset (fairseq2's assets/card.py), with all its bases. A value; it keeps what it needs, and may
/// be used from any thread.
class FAIRLEAD_API AssetCard {
public:
    explicit AssetCard(std::shared_ptr<const families::CardContents> contents) : contents_(std::move(contents)) {}

    /// Its own, without blanks and `@`.
    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] bool has_field(std::string_view name) const noexcept;
    /// The card's own, else that of the nearest base that has it. Throws AssetCardError if none has.
    [[nodiscard]] AssetCardField field(std::string_view name) const;
    [[nodiscard]] std::optional<AssetCardField> maybe_get_field(std::string_view name) const;

    [[nodiscard]] const families::CardContents& contents() const noexcept { return *contents_; }

private:
    std::shared_ptr<const families::CardContents> contents_;
};

/// A card, or the name that it is found by.
using CardOrName = std::variant<std::string, AssetCard>;

// The cards of the store that init_fairseq2() registers (assets/store.py). Each throws what fairseq2 raises for the
// store as a whole when it is first resolved: AssetMetadataError, AssetSourceNotFoundError, OperationalError, RawError.

/// Throws AssetNotFoundError, AssetCardError if a base is missing.
[[nodiscard]] FAIRLEAD_API AssetCard retrieve_card(DependencyResolver& resolver, std::string_view name);
/// Nothing if there is no such card.
[[nodiscard]] FAIRLEAD_API std::optional<AssetCard> maybe_retrieve_card(DependencyResolver& resolver,
                                                                        std::string_view name);
/// The cards without environment whose field is that text, in the order of the sources.
[[nodiscard]] FAIRLEAD_API std::vector<AssetCard> find_cards(DependencyResolver& resolver, std::string_view field,
                                                             std::string_view value);

} // namespace abi1
} // namespace fairlead
