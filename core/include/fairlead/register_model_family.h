// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/dependency_container.h>
#include <fairlead/hugging_face_converter.h>
#include <fairlead/model_family.h>
#include <fairlead/model_family_options.h>

#include <concepts>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace fairlead {
inline namespace abi1 {

namespace families {

/// The same without the types.
struct ModelFamilyParts {
    TypeId kls;
    const ConfigClass* config_class = nullptr;
    std::function<std::shared_ptr<void>(const void* config)> factory = {};
    std::function<std::shared_ptr<void>(DependencyResolver&, const void* config)> advanced_factory = {};
    void (*load_state_dict)(void* model, const StateDict&) = nullptr;
    bool supports_meta = true;
    std::function<StateDict(StateDict, const void* config)> state_dict_converter = {};
    std::function<ShardSpecs(const void* config)> shard_specs = {};
    std::function<void(void* model)> compiler = {};
    std::function<std::shared_ptr<void>(std::shared_ptr<void>, const std::string&, const FsdpWrapper&)> fsdp_applier =
        {};
    std::function<std::shared_ptr<void>(std::shared_ptr<void>, int)> layerwise_ac_applier = {};
    LegacyHuggingFaceConverter::Exporter hg_exporter = {};
};

FAIRLEAD_API void add_model_family(DependencyContainer& container, std::string name, ModelFamilyParts parts, Here here);

template <class M>
concept TakesStateDict = requires(M& model, const StateDict& state_dict) {
    model.load_state_dict(state_dict);
};

template <class M, class C>
[[nodiscard]] ModelFamilyParts without_types(ModelFamilyOptions<M, C> options) {
    ModelFamilyParts parts{.kls = TypeId::of<M>(), .config_class = &config_class<C>()};
    const auto config_of = [](const void* config) -> const C& { return *static_cast<const C*>(config); };
    const auto model_of = [](const std::shared_ptr<void>& model) { return std::static_pointer_cast<M>(model); };
    if (options.factory)
        parts.factory = [=, f = std::move(options.factory)](const void* config) { return f(config_of(config)); };
    if (options.advanced_factory)
        parts.advanced_factory = [=, f = std::move(options.advanced_factory)](
                                     DependencyResolver& resolver, const void* config) -> std::shared_ptr<void> {
            return f(resolver, config_of(config));
        };
    parts.load_state_dict = [](void* model, const StateDict& state_dict) {
        static_cast<M*>(model)->load_state_dict(state_dict);
    };
    parts.supports_meta = options.supports_meta;
    if (options.state_dict_converter)
        parts.state_dict_converter = [=, f = std::move(options.state_dict_converter)](StateDict dict,
                                                                                      const void* config) {
            return f(std::move(dict), config_of(config));
        };
    if (options.shard_specs)
        parts.shard_specs = [=, f = std::move(options.shard_specs)](const void* config) {
            return f(config_of(config));
        };
    if (options.compiler)
        parts.compiler = [f = std::move(options.compiler)](void* model) { f(*static_cast<M*>(model)); };
    if (options.fsdp_applier)
        parts.fsdp_applier = [=, f = std::move(options.fsdp_applier)](
                                 const std::shared_ptr<void>& model, const std::string& granularity,
                                 const FsdpWrapper& wrapper) { return f(model_of(model), granularity, wrapper); };
    if (options.layerwise_ac_applier)
        parts.layerwise_ac_applier =
            [=, f = std::move(options.layerwise_ac_applier)](const std::shared_ptr<void>& model, int every_nth_layer) {
                return f(model_of(model), every_nth_layer);
            };
    if (options.hg_exporter)
        parts.hg_exporter = [=, f = std::move(options.hg_exporter)](StateDict dict, const ConfigRef& config) {
            return f(std::move(dict), config_of(config.object));
        };
    return parts;
}

} // namespace families

/// Registers a model family: its class and the class of its config, under a name.
///
///     fairlead::register_model_family<MyModel, MyConfig>(container, "my_model", {.factory = create_my_model});
///
/// The class has `void load_state_dict(const fairlead::StateDict&)`, which a StateDictReader helps to write. Throws
/// ValueError if not exactly one factory is given, InvalidOperationError if the name is taken, naming both owners and
/// places, and TypeConflictError if another library has a config of that name with other fields.
template <class M, Config C = NoConfig>
void register_model_family(DependencyContainer& container, std::string name, ModelFamilyOptions<M, C> options,
                           Here here = Here::current()) {
    static_assert(families::TakesStateDict<M>,
                  "fairlead: a model class has a member function `void load_state_dict(const fairlead::StateDict&)`");
    static_assert(!std::same_as<C, NoConfig>,
                  "fairlead: a model family has a config of its own: register_model_family<M, C>(...) with a struct C, "
                  "which may be empty");
    if constexpr (families::TakesStateDict<M> && !std::same_as<C, NoConfig>) {
        families::ModelFamilyParts parts = families::without_types(std::move(options));
        families::add_model_family(container, std::move(name), std::move(parts), here);
    }
}

/// What is no options does not compile.
template <class M, Config C = NoConfig, NoOptions<ModelFamilyOptions<M, C>> F>
void register_model_family(DependencyContainer&, const std::string&, F, Here = Here::current()) {
    static_assert(sizeof(F) == 0, "fairlead: a family's functions are given by name, in braces: "
                                  "register_model_family<M, C>(container, name, {.factory = function})");
}

} // namespace abi1
} // namespace fairlead
