// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/families/hubs/calls.h"
#include "tests/core/families/hubs/shown.h"

namespace golden {

using namespace fairlead;

namespace {

/// Calls `ask` with the hub of the family of that name.
template <class Ask>
std::string with_model_hub(DependencyResolver& resolver, const std::string& name, const Ask& ask) {
    if (name == "plain")
        return ask(ModelHubAccessor<Plain, OtherConfig>(name)(resolver));
    if (name == "fragile")
        return ask(ModelHubAccessor<Plain, FragileConfig>(name)(resolver));
    return ask(ModelHubAccessor<Net, NetConfig>(name)(resolver));
}
/// Asks a family of models whose class is given when it runs, as code does that has no types.
std::shared_ptr<ModelFamily> model_family(DependencyResolver& resolver, const std::string& name) {
    return resolver.resolve<ModelFamily>(name);
}

TypedObject new_net() { return TypedObject(std::make_shared<Net>(NetConfig{})); }
TypedObject new_plain() { return TypedObject(std::make_shared<Plain>()); }
const FsdpWrapper as_it_is = [](const TypedObject& module, std::optional<bool>) { return module; };

} // namespace

Calls model_calls() {
    using R = DependencyResolver;
    using A = Arguments;
    Calls calls;
    calls["get_archs"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [](const auto& hub) {
            const auto archs = hub.get_archs();
            return joined(std::vector<std::string>(archs.begin(), archs.end()));
        });
    };
    calls["get_arch_config"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [&](const auto& hub) { return shown(hub.get_arch_config(with[1])); });
    };
    calls["maybe_get_arch_config"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [&](const auto& hub) {
            const auto config = hub.maybe_get_arch_config(with[1]);
            return config ? shown(*config) : "None";
        });
    };
    calls["model_cards"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [](const auto& hub) { return joined(hub.iter_cards()); });
    };
    calls["get_model_config"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [&](const auto& hub) { return shown(hub.get_model_config(with[1])); });
    };
    calls["get_model_config_of_card"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0],
                              [&](const auto& hub) { return shown(hub.get_model_config(retrieve_card(r, with[1]))); });
    };
    calls["create_new_model"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [](const auto& hub) { return kind_of(hub.create_new_model({})); });
    };
    calls["create_new_meta_model"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0],
                              [](const auto& hub) { return kind_of(hub.create_new_model({}, {.meta = true})); });
    };
    calls["create_new_model_of_another_config"] = [](R& r, const A& with) {
        (void)model_family(r, with[0])->create_new_model(PathConfig{}, false);
        return "made";
    };
    calls["hub_load_model"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0], [&](const auto& hub) { return kind_of(hub.load_model(with[1])); });
    };
    calls["hub_load_model_with_another_config"] = [](R& r, const A& with) {
        (void)model_family(r, with[0])->load_model(retrieve_card(r, with[1]), PathConfig{});
        return "loaded";
    };
    calls["load_any_model"] = [](R& r, const A& with) { return kind_of(load_model(r, with[0])); };
    calls["load_any_model_with_another_config"] = [](R& r, const A& with) {
        return kind_of(load_model(r, with[0], PathConfig{}));
    };
    calls["load_custom_model"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0],
                              [&](const auto& hub) { return kind_of(hub.load_custom_model(assets / with[1], {})); });
    };
    calls["load_custom_model_of_another_config"] = [](R& r, const A& with) {
        (void)model_family(r, with[0])->load_custom_model(assets / with[1], PathConfig{}, {});
        return "loaded";
    };
    calls["iter_checkpoint"] = [](R& r, const A& with) {
        return with_model_hub(r, with[0],
                              [&](const auto& hub) { return joined(hub.iter_checkpoint(assets / with[1], {})); });
    };
    calls["iter_checkpoint_of_another_config"] = [](R& r, const A& with) {
        return joined(model_family(r, with[0])->iter_checkpoint(assets / with[1], PathConfig{}, {}));
    };
    const auto compile = [](TypedObject (*model)()) {
        return [model](R& r, const A& with) {
            model_family(r, with[0])->compile(model());
            return "None";
        };
    };
    calls["compile_model"] = compile(new_net);
    calls["compile_another_model"] = compile(new_plain);
    const auto apply_fsdp = [](TypedObject (*model)()) {
        return [model](R& r, const A& with) {
            return kind_of(model_family(r, with[0])->apply_fsdp(model(), "layer", as_it_is));
        };
    };
    calls["apply_fsdp"] = apply_fsdp(new_net);
    calls["apply_fsdp_to_another_model"] = apply_fsdp(new_plain);
    const auto apply_ac = [](TypedObject (*model)()) {
        return
            [model](R& r, const A& with) { return kind_of(model_family(r, with[0])->apply_layerwise_ac(model(), 2)); };
    };
    calls["apply_layerwise_ac"] = apply_ac(new_net);
    calls["apply_layerwise_ac_to_another_model"] = apply_ac(new_plain);
    calls["hugging_face_converter"] = [](R& r, const A& with) {
        return kind_of(get_hugging_face_converter(r, with[0]));
    };
    return calls;
}

} // namespace golden
