// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/family_lookup.h"
#include "core/families/nested_causes.h"

#include <fairlead/dataset_hub.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace families {
namespace {

struct DatasetFamilyRegistration {
    FamilyFacts facts;
    DatasetFamilyParts parts;
};

/// A dataset family of functions (fairseq2's StandardDatasetFamily). Borrows the resolver.
class StandardDatasetFamily final : public DatasetFamily {
public:
    StandardDatasetFamily(std::shared_ptr<const DatasetFamilyRegistration> registration, DependencyResolver& resolver)
        : registration_(std::move(registration)), resolver_(resolver) {}

    [[nodiscard]] std::shared_ptr<void> get_dataset_config(const AssetCard& card) const override {
        return facts().config_of(card, facts().default_config(), resolver_);
    }

    [[nodiscard]] std::shared_ptr<void> open_dataset(const AssetCard& card,
                                                     const std::optional<ConfigRef>& config) const override {
        std::shared_ptr<void> own;
        if (config)
            facts().expect_config(*config);
        else
            own = get_dataset_config(card);
        try {
            return open(config ? config->object : own.get());
        } catch (const DatasetError& error) {
            std::throw_with_nested(
                AssetCardError(card.name(), fmt::format("Dataset of the {} asset card cannot be opened.", card.name()),
                               facts().details_of(error)));
        }
    }

    [[nodiscard]] std::shared_ptr<void> open_custom_dataset(const ConfigRef& config) const override {
        facts().expect_config(config);
        return open(config.object);
    }

    [[nodiscard]] const std::string& name() const noexcept override { return facts().name(); }
    [[nodiscard]] TypeId kls() const override { return facts().kls(); }
    [[nodiscard]] const ConfigClass* config_class() const noexcept override { return facts().config_class(); }

private:
    [[nodiscard]] const FamilyFacts& facts() const noexcept { return registration_->facts; }

    [[nodiscard]] std::shared_ptr<void> open(const void* config) const {
        const DatasetFamilyParts& parts = registration_->parts;
        try {
            return facts().made(parts.opener ? parts.opener(config) : parts.advanced_opener(resolver_, config),
                                "opener");
        } catch (const std::system_error& error) {
            raise_operational_system_error(error);
        }
    }

    std::shared_ptr<const DatasetFamilyRegistration> registration_;
    DependencyResolver& resolver_;
};

} // namespace

void add_dataset_family(DependencyContainer& container, std::string name, DatasetFamilyParts parts, Here here) {
    FamilyFacts facts(container, "dataset", name, parts.kls, parts.config_class, here);
    if (parts.opener && parts.advanced_opener)
        throw ValueError("`opener` and `advanced_opener` must not be specified at the same time.", facts.ownership());
    if (!parts.opener && !parts.advanced_opener)
        throw ValueError("`opener` or `advanced_opener` must be specified.", facts.ownership());
    auto registration = std::make_shared<const DatasetFamilyRegistration>(
        DatasetFamilyRegistration{std::move(facts), std::move(parts)});
    container.register_<DatasetFamily>(
        [registration = std::move(registration)](DependencyResolver& resolver) {
            return std::make_shared<StandardDatasetFamily>(registration, resolver);
        },
        {.key = std::move(name)}, here);
}

ErasedDatasetHub::ErasedDatasetHub(DependencyResolver& resolver, const std::string& name, const TypeId& kls,
                                   const ConfigClass* config_class)
    : resolver_(resolver), family_(family_of_hub<DatasetFamily>(resolver, name, kls, config_class)) {}

std::vector<AssetCard> ErasedDatasetHub::iter_cards() const {
    return find_cards(resolver_, family_field<DatasetFamily>(), family_->name());
}

std::shared_ptr<void> ErasedDatasetHub::get_dataset_config(const CardOrName& card) const {
    return family_->get_dataset_config(own_card(card));
}

std::shared_ptr<void> ErasedDatasetHub::open_dataset(const CardOrName& card,
                                                     const std::optional<ConfigRef>& config) const {
    return family_->open_dataset(own_card(card), config);
}

AssetCard ErasedDatasetHub::own_card(const CardOrName& card) const {
    AskedCard asked = find_card<DatasetFamily>(resolver_, card);
    expect_family<DatasetFamily>(asked, family_->name());
    return std::move(asked.card);
}

} // namespace families

DatasetFamily::~DatasetFamily() = default;

std::string get_dataset_family_name(DependencyResolver& resolver, const CardOrName& card) {
    return families::family_name<DatasetFamily>(resolver, card);
}

std::optional<std::string> maybe_get_dataset_family_name(DependencyResolver& resolver, const CardOrName& card) {
    return families::maybe_family_name<DatasetFamily>(resolver, families::card_itself(resolver, card));
}

} // namespace abi1
} // namespace fairlead
