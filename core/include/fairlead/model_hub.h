// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/model_family.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// A ModelHub without the types. Keeps the family; borrows the resolver.
class FAIRLEAD_API ErasedModelHub {
public:
    /// As a hub's accessor gets it. Throws ModelFamilyNotKnownError, InternalError, TypeConflictError.
    ErasedModelHub(DependencyResolver& resolver, const std::string& name, const TypeId& kls,
                   const ConfigClass* config_class);

    [[nodiscard]] std::vector<AssetCard> iter_cards() const;
    [[nodiscard]] std::shared_ptr<void> get_arch_config(const std::string& arch) const;
    [[nodiscard]] std::shared_ptr<void> get_model_config(const CardOrName& card) const;
    [[nodiscard]] std::shared_ptr<void> load_model(const CardOrName& card,
                                                   const std::optional<ConfigRef>& config) const;
    [[nodiscard]] const ModelFamily& family() const noexcept { return *family_; }

private:
    [[nodiscard]] AssetCard own_card(const CardOrName& card) const;

    DependencyResolver& resolver_;
    std::shared_ptr<ModelFamily> family_;
};

} // namespace families

struct CreateModelOptions {
    bool meta = false; ///< Refused if the family does not support it. The factory decides what it leaves out.
};

template <Config C>
struct LoadModelOptions {
    std::optional<C> config = {}; ///< in place of the card's
};

/// Configs, models and cards of one family (fairseq2's models/hub.py). Valid as long as its resolver; it may be used
/// from any thread, if the family may.
///
/// A card is given itself or by name; by name those that take one throw ModelNotKnownError if there is none. All throw
/// AssetCardError if it is of another family. Further errors: see ModelFamily.
template <class M, Config C>
class ModelHub {
public:
    explicit ModelHub(families::ErasedModelHub hub) : hub_(std::move(hub)) {}

    /// All cards of the family.
    [[nodiscard]] std::vector<AssetCard> iter_cards() const { return hub_.iter_cards(); }
    [[nodiscard]] std::set<std::string> get_archs() const { return hub_.family().get_archs(); }
    /// Throws ModelArchitectureNotKnownError.
    [[nodiscard]] C get_arch_config(const std::string& arch) const { return config_of(hub_.get_arch_config(arch)); }
    [[nodiscard]] std::optional<C> maybe_get_arch_config(const std::string& arch) const {
        const std::shared_ptr<void> config = hub_.family().maybe_get_arch_config(arch);
        return config == nullptr ? std::nullopt : std::optional(config_of(config));
    }
    [[nodiscard]] C get_model_config(const CardOrName& card) const { return config_of(hub_.get_model_config(card)); }
    /// A model with the parameters that its factory gives it.
    [[nodiscard]] std::shared_ptr<M> create_new_model(const C& config, CreateModelOptions options = {}) const {
        return std::static_pointer_cast<M>(hub_.family().create_new_model(config, options.meta));
    }
    /// A model with the parameters of the card's checkpoint, which is downloaded where that is needed.
    [[nodiscard]] std::shared_ptr<M> load_model(const CardOrName& card, const LoadModelOptions<C>& options = {}) const {
        std::optional<ConfigRef> config;
        if (options.config)
            config.emplace(*options.config);
        return std::static_pointer_cast<M>(hub_.load_model(card, config));
    }
    [[nodiscard]] std::shared_ptr<M> load_custom_model(const std::filesystem::path& path, const C& config,
                                                       std::optional<bool> restrict = {}) const {
        return std::static_pointer_cast<M>(hub_.family().load_custom_model(path, config, restrict));
    }
    [[nodiscard]] StateDict iter_checkpoint(const std::filesystem::path& path, const C& config,
                                            std::optional<bool> restrict = {}) const {
        return hub_.family().iter_checkpoint(path, config, restrict);
    }

private:
    [[nodiscard]] static C config_of(const std::shared_ptr<void>& config) {
        return *std::static_pointer_cast<C>(config);
    }

    families::ErasedModelHub hub_;
};

/// Makes hubs of a family; an author of models offers one as if it were a function:
///
///     inline constexpr fairlead::ModelHubAccessor<MyModel, MyConfig> get_my_model_hub("my_model");
///     const auto model = get_my_model_hub(*resolver).load_model("my_card");
template <class M, Config C>
class ModelHubAccessor {
public:
    /// The name is borrowed as long as the accessor lives: a literal, as a rule.
    constexpr explicit ModelHubAccessor(std::string_view family_name) noexcept : family_name_(family_name) {}

    /// Throws ModelFamilyNotKnownError, InternalError if the family is of other classes, TypeConflictError if they only
    /// have the same name.
    [[nodiscard]] ModelHub<M, C> operator()(DependencyResolver& resolver) const {
        return ModelHub<M, C>(
            families::ErasedModelHub(resolver, std::string(family_name_), TypeId::of<M>(), config_class_or_none<C>()));
    }

private:
    std::string_view family_name_;
};

/// Loads the model of a card, of whatever family it is. Throws as ModelHub::load_model() does, and AssetCardError if
/// the family is not registered. `config`: in place of the card's, of the family's class.
[[nodiscard]] FAIRLEAD_API TypedObject load_model(DependencyResolver& resolver, const CardOrName& card,
                                                  const std::optional<ConfigRef>& config = {});
/// The same where its class is known; throws InternalError if it is another.
template <class M>
[[nodiscard]] std::shared_ptr<M> load_model(DependencyResolver& resolver, const CardOrName& card,
                                            const std::optional<ConfigRef>& config = {}) {
    return load_model(resolver, card, config).template as<M>();
}

} // namespace abi1
} // namespace fairlead
