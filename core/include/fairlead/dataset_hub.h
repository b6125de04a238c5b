// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dataset_family.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// A DatasetHub without the types. Keeps the family; borrows the resolver.
class FAIRLEAD_API ErasedDatasetHub {
public:
    /// As a hub's accessor gets it. Throws DatasetFamilyNotKnownError, InternalError, TypeConflictError.
    ErasedDatasetHub(DependencyResolver& resolver, const std::string& name, const TypeId& kls,
                     const ConfigClass* config_class);

    [[nodiscard]] std::vector<AssetCard> iter_cards() const;
    [[nodiscard]] std::shared_ptr<void> get_dataset_config(const CardOrName& card) const;
    [[nodiscard]] std::shared_ptr<void> open_dataset(const CardOrName& card,
                                                     const std::optional<ConfigRef>& config) const;
    [[nodiscard]] const DatasetFamily& family() const noexcept { return *family_; }

private:
    [[nodiscard]] AssetCard own_card(const CardOrName& card) const;

    DependencyResolver& resolver_;
    std::shared_ptr<DatasetFamily> family_;
};

} // namespace families

template <Config C>
struct OpenDatasetOptions {
    std::optional<C> config = {}; ///< in place of the card's
};

/// Configs, datasets and cards of one family (fairseq2's datasets/hub.py). Valid as long as its resolver; it may be
/// used from any thread, if the family may.
///
/// A card is given itself or by name; by name those that take one throw DatasetNotKnownError if there is none. All
/// throw AssetCardError if it is of another family. Further errors: see DatasetFamily.
template <class D, Config C>
class DatasetHub {
public:
    explicit DatasetHub(families::ErasedDatasetHub hub) : hub_(std::move(hub)) {}

    /// All cards of the family.
    [[nodiscard]] std::vector<AssetCard> iter_cards() const { return hub_.iter_cards(); }
    [[nodiscard]] C get_dataset_config(const CardOrName& card) const {
        return *std::static_pointer_cast<C>(hub_.get_dataset_config(card));
    }
    [[nodiscard]] std::shared_ptr<D> open_dataset(const CardOrName& card,
                                                  const OpenDatasetOptions<C>& options = {}) const {
        std::optional<ConfigRef> config;
        if (options.config)
            config.emplace(*options.config);
        return std::static_pointer_cast<D>(hub_.open_dataset(card, config));
    }
    [[nodiscard]] std::shared_ptr<D> open_custom_dataset(const C& config) const {
        return std::static_pointer_cast<D>(hub_.family().open_custom_dataset(config));
    }

private:
    families::ErasedDatasetHub hub_;
};

/// Makes hubs of a family; an author of datasets offers one as if it were a function: see ModelHubAccessor.
template <class D, Config C>
class DatasetHubAccessor {
public:
    /// The name is borrowed as long as the accessor lives: a literal, as a rule.
    constexpr explicit DatasetHubAccessor(std::string_view family_name) noexcept : family_name_(family_name) {}

    /// Throws DatasetFamilyNotKnownError, InternalError if the family is of other classes, TypeConflictError if they
    /// only have the same name.
    [[nodiscard]] DatasetHub<D, C> operator()(DependencyResolver& resolver) const {
        return DatasetHub<D, C>(families::ErasedDatasetHub(resolver, std::string(family_name_), TypeId::of<D>(),
                                                           config_class_or_none<C>()));
    }

private:
    std::string_view family_name_;
};

} // namespace abi1
} // namespace fairlead
