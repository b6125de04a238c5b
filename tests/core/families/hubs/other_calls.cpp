// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/families/hubs/calls.h"
#include "tests/core/families/hubs/shown.h"

#include <fairlead/init_fairseq2.h>

namespace golden {

using namespace fairlead;
namespace fs = std::filesystem;

namespace {

template <class Ask>
std::string with_dataset_hub(DependencyResolver& resolver, const std::string& name, const Ask& ask) {
    if (name == "fragile")
        return ask(DatasetHubAccessor<Lines, FragileConfig>(name)(resolver));
    return ask(DatasetHubAccessor<Lines, PathConfig>(name)(resolver));
}
template <class Ask>
std::string with_tokenizer_hub(DependencyResolver& resolver, const std::string& name, const Ask& ask) {
    if (name == "raw")
        return ask(get_raw_hub(resolver));
    if (name == "fragile")
        return ask(TokenizerHubAccessor<Chars, FragileConfig>(name)(resolver));
    return ask(TokenizerHubAccessor<Chars, NetConfig>(name)(resolver));
}

template <class F>
std::string of_kind(const Arguments& with, const F& of_model, const F& of_dataset, const F& of_tokenizer) {
    (with[0] == "model" ? of_model : with[0] == "dataset" ? of_dataset : of_tokenizer)();
    return "a hub";
}

std::string register_family(const std::string& kind, const std::string& given) {
    DependencyContainer container;
    const bool both = given == "both";
    if (kind == "model") {
        ModelFamilyOptions<Plain, OtherConfig> options{
            .hg_exporter = [](StateDict, const OtherConfig&) { return HuggingFaceExport{}; }};
        if (both) {
            options.factory = [](const OtherConfig&) { return Plain(); };
            options.advanced_factory = [](DependencyResolver&, const OtherConfig&) { return Plain(); };
        }
        try {
            register_model_family<Plain, OtherConfig>(container, "f", options);
        } catch (...) { // it is registered before the arguments are looked at
            if (container.iter_keys<HuggingFaceConverter>() != std::vector<Key>{"f"})
                return "no converter";
            throw;
        }
    } else if (kind == "dataset") {
        DatasetFamilyOptions<Lines, OtherConfig> options;
        if (both) {
            options.opener = [](const OtherConfig&) { return Lines(); };
            options.advanced_opener = [](DependencyResolver&, const OtherConfig&) { return Lines(); };
        }
        register_dataset_family<Lines, OtherConfig>(container, "f", options);
    } else {
        TokenizerFamilyOptions<Chars, OtherConfig> options;
        if (both) {
            options.loader = [](const fs::path&, const OtherConfig&) { return Chars(); };
            options.advanced_loader = [](DependencyResolver&, const fs::path&, const OtherConfig&) { return Chars(); };
        }
        register_tokenizer_family<Chars, OtherConfig>(container, "f", options);
    }
    return "registered";
}

std::string two_managers_of_one_scheme() {
    const auto resolver = init_fairseq2({.extras =
                                             [](DependencyContainer& container) {
                                                 for (int i = 0; i < 2; ++i)
                                                     container.collection().register_<AssetDownloadManager>(
                                                         [] { return std::make_shared<DemoDownloadManager>(assets); });
                                             },
                                         .no_progress = true,
                                         .variable = no_variable});
    return kind_of(resolver->resolve<AssetDownloadManager>());
}

} // namespace

const fs::path assets = FAIRLEAD_SOURCE_DIR "/tests/core/families/hubs/assets";

const char* no_variable(const char*) { return nullptr; }

Calls dataset_calls() {
    using R = DependencyResolver;
    using A = Arguments;
    Calls calls;
    calls["dataset_cards"] = [](R& r, const A& with) {
        return with_dataset_hub(r, with[0], [](const auto& hub) { return joined(hub.iter_cards()); });
    };
    calls["get_dataset_config"] = [](R& r, const A& with) {
        return with_dataset_hub(r, with[0], [&](const auto& hub) { return shown(hub.get_dataset_config(with[1])); });
    };
    calls["open_dataset"] = [](R& r, const A& with) {
        return with_dataset_hub(r, with[0], [&](const auto& hub) { return kind_of(hub.open_dataset(with[1])); });
    };
    calls["open_dataset_with_another_config"] = [](R& r, const A& with) {
        (void)r.resolve<DatasetFamily>(with[0])->open_dataset(retrieve_card(r, with[1]), OtherConfig{});
        return "opened";
    };
    calls["open_custom_dataset"] = [](R& r, const A& with) {
        return kind_of(get_lines_hub(r).open_custom_dataset({.path = with[1]}));
    };
    calls["open_custom_dataset_of_another_config"] = [](R& r, const A& with) {
        (void)r.resolve<DatasetFamily>(with[0])->open_custom_dataset(OtherConfig{});
        return "opened";
    };
    return calls;
}

Calls tokenizer_calls() {
    using R = DependencyResolver;
    using A = Arguments;
    Calls calls;
    calls["tokenizer_cards"] = [](R& r, const A& with) {
        return with_tokenizer_hub(r, with[0], [](const auto& hub) { return joined(hub.iter_cards()); });
    };
    calls["get_tokenizer_config"] = [](R& r, const A& with) {
        return with_tokenizer_hub(r, with[0],
                                  [&](const auto& hub) { return shown(hub.get_tokenizer_config(with[1])); });
    };
    calls["hub_load_tokenizer"] = [](R& r, const A& with) {
        return with_tokenizer_hub(r, with[0], [&](const auto& hub) { return kind_of(hub.load_tokenizer(with[1])); });
    };
    calls["hub_load_tokenizer_with_another_config"] = [](R& r, const A& with) {
        (void)r.resolve<TokenizerFamily>(with[0])->load_tokenizer(retrieve_card(r, with[1]), PathConfig{});
        return "loaded";
    };
    calls["load_any_tokenizer"] = [](R& r, const A& with) { return kind_of(load_tokenizer(r, with[0])); };
    calls["load_any_tokenizer_with_another_config"] = [](R& r, const A& with) {
        return kind_of(load_tokenizer(r, with[0], PathConfig{}));
    };
    calls["load_custom_tokenizer"] = [](R& r, const A& with) {
        return with_tokenizer_hub(
            r, with[0], [&](const auto& hub) { return kind_of(hub.load_custom_tokenizer(assets / with[1])); });
    };
    calls["load_custom_tokenizer_of_another_config"] = [](R& r, const A& with) {
        (void)r.resolve<TokenizerFamily>(with[0])->load_custom_tokenizer(assets / with[1], PathConfig{});
        return "loaded";
    };
    return calls;
}

Calls calls_of_all_kinds() {
    using R = DependencyResolver;
    using A = Arguments;
    Calls calls;
    calls["model_family_name"] = [](R& r, const A& with) { return get_model_family_name(r, with[0]); };
    calls["dataset_family_name"] = [](R& r, const A& with) { return get_dataset_family_name(r, with[0]); };
    calls["tokenizer_family_name"] = [](R& r, const A& with) { return get_tokenizer_family_name(r, with[0]); };
    calls["maybe_model_family_name"] = [](R& r, const A& with) {
        return maybe_get_model_family_name(r, with[0]).value_or("None");
    };
    calls["maybe_dataset_family_name"] = [](R& r, const A& with) {
        return maybe_get_dataset_family_name(r, with[0]).value_or("None");
    };
    calls["maybe_tokenizer_family_name"] = [](R& r, const A& with) {
        return maybe_get_tokenizer_family_name(r, with[0]).value_or("None");
    };
    calls["hub_of_another_class"] = [](R& r, const A& with) {
        return of_kind<std::function<void()>>(
            with, [&] { (void)ModelHubAccessor<Inner, NetConfig>(with[1])(r); },
            [&] { (void)DatasetHubAccessor<Inner, PathConfig>(with[1])(r); },
            [&] { (void)TokenizerHubAccessor<Inner, NetConfig>(with[1])(r); });
    };
    calls["hub_of_another_config"] = [](R& r, const A& with) {
        return of_kind<std::function<void()>>(
            with, [&] { (void)ModelHubAccessor<Net, OtherConfig>(with[1])(r); },
            [&] { (void)DatasetHubAccessor<Lines, OtherConfig>(with[1])(r); },
            [&] { (void)TokenizerHubAccessor<Chars, OtherConfig>(with[1])(r); });
    };
    calls["register_family"] = [](R&, const A& with) { return register_family(with[0], with[1]); };
    calls["two_managers_of_one_scheme"] = [](R&, const A&) { return two_managers_of_one_scheme(); };
    return calls;
}

} // namespace golden
