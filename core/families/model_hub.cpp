// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/family_lookup.h"
#include "core/families/standard_model_family.h"

#include <fairlead/model_hub.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {

ModelFamily::~ModelFamily() = default;

std::string get_model_family_name(DependencyResolver& resolver, const CardOrName& card) {
    return families::family_name<ModelFamily>(resolver, card);
}

std::optional<std::string> maybe_get_model_family_name(DependencyResolver& resolver, const CardOrName& card) {
    return families::maybe_family_name<ModelFamily>(resolver, families::card_itself(resolver, card));
}

TypedObject load_model(DependencyResolver& resolver, const CardOrName& card, const std::optional<ConfigRef>& config) {
    const families::AskedCard asked = families::find_card<ModelFamily>(resolver, card);
    const auto family = families::family_to_load<ModelFamily>(resolver, asked);
    return {family->kls(), family->load_model(asked.card, config)};
}

namespace families {

void add_model_family(DependencyContainer& container, std::string name, ModelFamilyParts parts, Here here) {
    FamilyFacts facts(container, "model", name, parts.kls, parts.config_class, here);
    if (parts.hg_exporter)
        container.register_instance<HuggingFaceConverter>(
            std::make_shared<LegacyHuggingFaceConverter>(
                [facts, exporter = std::move(parts.hg_exporter)](StateDict state_dict, const ConfigRef& config) {
                    facts.expect_config(config);
                    return exporter(std::move(state_dict), config);
                }),
            name, here);
    if (parts.factory && parts.advanced_factory)
        throw ValueError("`factory` and `advanced_factory` must not be specified at the same time.", facts.ownership());
    if (!parts.factory && !parts.advanced_factory)
        throw ValueError("`factory` or `advanced_factory` must be specified.", facts.ownership());
    auto registration =
        std::make_shared<const ModelFamilyRegistration>(ModelFamilyRegistration{std::move(facts), std::move(parts)});
    container.register_<ModelFamily>(
        [registration = std::move(registration)](DependencyResolver& resolver) {
            return std::make_shared<StandardModelFamily>(registration, resolver);
        },
        {.key = std::move(name)}, here);
}

ErasedModelHub::ErasedModelHub(DependencyResolver& resolver, const std::string& name, const TypeId& kls,
                               const ConfigClass* config_class)
    : resolver_(resolver), family_(family_of_hub<ModelFamily>(resolver, name, kls, config_class)) {}

std::vector<AssetCard> ErasedModelHub::iter_cards() const {
    return find_cards(resolver_, family_field<ModelFamily>(), family_->name());
}

std::shared_ptr<void> ErasedModelHub::get_arch_config(const std::string& arch) const {
    auto config = family_->maybe_get_arch_config(arch);
    if (config == nullptr) {
        const std::set<std::string> known = family_->get_archs();
        throw ModelArchitectureNotKnownError(arch, family_->name(),
                                             fmt::format("Known architectures: {}.", fmt::join(known, ", ")));
    }
    return config;
}

std::shared_ptr<void> ErasedModelHub::get_model_config(const CardOrName& card) const {
    return family_->get_model_config(own_card(card));
}

std::shared_ptr<void> ErasedModelHub::load_model(const CardOrName& card, const std::optional<ConfigRef>& config) const {
    return family_->load_model(own_card(card), config);
}

AssetCard ErasedModelHub::own_card(const CardOrName& card) const {
    AskedCard asked = find_card<ModelFamily>(resolver_, card);
    expect_family<ModelFamily>(asked, family_->name());
    return std::move(asked.card);
}

} // namespace families
} // namespace abi1
} // namespace fairlead
