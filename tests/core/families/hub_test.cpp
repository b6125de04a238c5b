// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/hubs/calls.h"

#include <QTest>
#include <fairlead/init_fairseq2.h>
#include <fairlead/not_supported_error.h>

using namespace fairlead;
using namespace golden;
using fairlead::test::thrown_by;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<DependencyResolver> resolver_of(std::function<void(DependencyContainer&)> extras) {
    return init_fairseq2({.extras = std::move(extras), .no_progress = true, .variable = no_variable});
}

std::unique_ptr<DependencyResolver> all_families() {
    return resolver_of([](DependencyContainer& container) { register_families(container, assets); });
}

std::vector<std::string> names(const std::vector<AssetCard>& cards) {
    std::vector<std::string> names;
    names.reserve(cards.size());
    for (const AssetCard& card : cards)
        names.push_back(card.name());
    return names;
}

const std::vector<float> net_weight{1, 2, 3, 4};

} // namespace

/// Families as a program registers them, and their hubs as it uses them.
class HubTest : public QObject {
    Q_OBJECT

private slots:
    void aModelIsLoadedByTheNameOfItsCard() {
        const auto resolver = all_families();
        const auto hub = get_net_hub(*resolver);
        const std::shared_ptr<Net> net = hub.load_model("good");
        QCOMPARE(net->weight, net_weight);
        QCOMPARE(net->bias, std::vector<float>({0.5F, -0.5F}));
        QCOMPARE(hub.load_model(retrieve_card(*resolver, "good"))->weight, net_weight);
        QVERIFY(hub.load_model("good") != net);
    }

    void aCheckpointIsFoundWhereTheCardSays_data() {
        QTest::addColumn<QString>("card");
        for (const char* card : {"converted", "in_folder", "sharded_name", "whole_folder", "downloaded"})
            QTest::newRow(card) << card;
    }
    void aCheckpointIsFoundWhereTheCardSays() {
        QFETCH(QString, card);
        const auto resolver = all_families();
        QCOMPARE(load_model<Net>(*resolver, card.toStdString())->weight, net_weight);
    }

    void aDownloadIsAskedForThenTakenFromTheCache() {
        const auto resolver = all_families();
        (void)get_net_hub(*resolver).load_model("downloaded");
        const auto managers = resolver->collection().resolve<AssetDownloadManager>();
        std::string asked;
        for (const auto& manager : managers)
            if (const auto* demo = dynamic_cast<const DemoDownloadManager*>(manager.get()))
                asked = demo->asked;
        QCOMPARE(asked, std::string("demo:net.safetensors demo:net.safetensors (local only) "));
    }

    void aConfigIsTheArchitecturesWithWhatTheCardsOverride() {
        const auto resolver = all_families();
        const auto hub = get_net_hub(*resolver);
        const NetConfig config = hub.get_model_config("on_base");
        QCOMPARE(config.width, 8);
        QCOMPARE(config.rate, 1.0);
        QCOMPARE(config.label, std::string("good"));
        QCOMPARE(config.inner.depth, 4);
        QCOMPARE(config.layers, std::vector<std::int64_t>({4, 5}));
        QCOMPARE(hub.get_model_config("first_key_wins").width, 5);
        QCOMPARE(hub.get_archs(), std::set<std::string>({"small", "wide"}));
        QCOMPARE(hub.get_arch_config("small").width, 1);
        QVERIFY(!hub.maybe_get_arch_config("huge"));
        QCOMPARE(hub.maybe_get_arch_config("wide")->width, 8);
    }

    void aGivenConfigWinsOverTheCards() {
        const auto resolver = all_families();
        const auto hub = get_net_hub(*resolver);
        // The card's own would not do.
        QCOMPARE(hub.load_model("bad_type", {.config = NetConfig{}})->weight, net_weight);
        QCOMPARE(load_model<Net>(*resolver, "bad_type", NetConfig{})->weight, net_weight);
        QCOMPARE(get_lines_hub(*resolver).open_dataset("lines_bad", {.config = PathConfig{}})->lines,
                 std::vector<std::string>({"good\n"}));
        QCOMPARE(get_chars_hub(*resolver).load_tokenizer("chars", {.config = NetConfig{.label = "mine"}})->label,
                 std::string("mine"));
    }

    void modelsAreMadeWithoutACard() {
        const auto resolver = all_families();
        const auto hub = get_net_hub(*resolver);
        QCOMPARE(hub.create_new_model({.width = 5})->weight.size(), 10U);
        QCOMPARE(hub.create_new_model({}, {.meta = true})->width, 2);
        QCOMPARE(hub.load_custom_model(assets / "net.safetensors", {})->weight, net_weight);
        const StateDict state_dict = hub.iter_checkpoint(assets / "other_names.safetensors", {});
        QCOMPARE(state_dict.size(), 2U);
        QVERIFY(state_dict.find("weight") != nullptr); // by the model's names
    }

    void hooksAreCalledThroughTheFamily() {
        const auto resolver = all_families();
        const auto family = resolver->resolve<ModelFamily>("net");
        QVERIFY(family->supports_meta() && family->supports_model_parallelism() && family->supports_compilation() &&
                family->supports_fsdp() && family->supports_layerwise_ac());
        const auto net = std::make_shared<Net>(NetConfig{});
        const TypedObject model(net);
        family->compile(model);
        bool reshards = false;
        const FsdpWrapper wrapper = [&](const TypedObject& module, std::optional<bool> reshard) {
            reshards = reshard.value_or(false);
            return module;
        };
        QVERIFY(family->apply_fsdp(model, "layer", wrapper).as<Net>() == net);
        QVERIFY(family->apply_layerwise_ac(model, 2).as<Net>() == net);
        QCOMPARE(net->history, std::string("compiled sharded by layer every 2 "));
        QVERIFY(reshards);
        QCOMPARE(family->get_shard_specs(NetConfig{}).at("weight").dim, 1);

        const auto plain = resolver->resolve<ModelFamily>("plain");
        QVERIFY(!plain->supports_meta() && !plain->supports_model_parallelism() && !plain->supports_compilation() &&
                !plain->supports_fsdp() && !plain->supports_layerwise_ac());
    }

    void cardsOfAFamilyAreFound() {
        const auto resolver = resolver_of([](DependencyContainer& container) {
            register_in_memory_assets(container, "more",
                                      "{name: a, model_family: net}\n---\n{name: b, base: a}\n---\n"
                                      "{name: a@user, url: x}\n---\n{name: c, tokenizer_family: chars}\n---\n"
                                      "{name: d, dataset_family: lines, model_family: other}\n");
            register_model_family<Net, NetConfig>(container, "net",
                                                  {.factory = [](const NetConfig& config) { return Net(config); }});
            register_dataset_family<Lines, PathConfig>(container, "lines",
                                                       {.opener = [](const PathConfig&) { return Lines(); }});
            register_tokenizer_family<Chars, NetConfig>(
                container, "chars", {.loader = [](const fs::path&, const NetConfig&) { return Chars(); }});
        });
        QCOMPARE(names(get_net_hub(*resolver).iter_cards()), std::vector<std::string>({"a", "b"}));
        QCOMPARE(names(get_lines_hub(*resolver).iter_cards()), std::vector<std::string>({"d"}));
        QCOMPARE(names(get_chars_hub(*resolver).iter_cards()), std::vector<std::string>({"c"}));
        QCOMPARE(get_model_family_name(*resolver, "b"), std::string("net"));
        QCOMPARE(get_dataset_family_name(*resolver, "d"), std::string("lines"));
        QCOMPARE(get_tokenizer_family_name(*resolver, retrieve_card(*resolver, "c")), std::string("chars"));
        QVERIFY(!maybe_get_model_family_name(*resolver, "c"));
        QVERIFY(!maybe_get_dataset_family_name(*resolver, "c"));
        QVERIFY(!maybe_get_tokenizer_family_name(*resolver, "a"));
    }

    void datasetsAndTokenizersAreOpened() {
        const auto resolver = all_families();
        const auto lines = get_lines_hub(*resolver);
        QCOMPARE(lines.open_dataset("lines")->lines, std::vector<std::string>({"good\n"}));
        QCOMPARE(lines.open_custom_dataset({.path = "texts/readme.txt"})->lines, std::vector<std::string>({"good\n"}));
        QCOMPARE(lines.get_dataset_config("lines_bad").path, std::string("bad.txt"));
        const auto chars = get_chars_hub(*resolver);
        QCOMPARE(chars.load_tokenizer("refers")->label, std::string("c"));
        QCOMPARE(chars.get_tokenizer_config("refers").label, std::string("c"));
        QCOMPARE(fs::path(chars.load_tokenizer("chars_inside")->path).filename(), fs::path("readme.txt"));
        QCOMPARE(load_tokenizer<Chars>(*resolver, "refers")->label, std::string("c"));
        QCOMPARE(chars.load_custom_tokenizer(assets / "good.txt", {.label = "z"})->label, std::string("z"));
        const auto raw = get_raw_hub(*resolver);
        QCOMPARE(raw.load_tokenizer("raw")->label, std::string("x"));
        QCOMPARE(raw.load_custom_tokenizer(assets / "good.txt")->label, std::string("x"));
        (void)raw.get_tokenizer_config("raw");
    }

    void referencesThatLoopEnd() {
        const auto resolver = resolver_of([](DependencyContainer& container) {
            register_families(container, assets);
            register_in_memory_assets(container, "more",
                                      "{name: one, tokenizer_ref: two}\n---\n{name: two, tokenizer_ref: one}\n---\n"
                                      "{name: self, tokenizer_ref: self}\n");
        });
        QCOMPARE(thrown_by([&] { (void)load_tokenizer(*resolver, "one"); }),
                 std::string("AssetCardError: tokenizer_ref fields from the one asset card on never come to a "
                             "tokenizer."));
        try {
            (void)get_chars_hub(*resolver).get_tokenizer_config("self");
            QFAIL("nothing was thrown");
        } catch (const AssetCardError& error) {
            QCOMPARE(error.details(), std::string("self -> self"));
        }
    }

    void aModelOfAnotherClassIsNoCast() {
        const auto resolver = all_families();
        const TypedObject net = load_model(*resolver, "good");
        QVERIFY(net.is_a<Net>());
        QVERIFY(!net.is_a<Plain>());
        QCOMPARE(thrown_by([&] { (void)net.as<Plain>(); }),
                 std::string("InternalError: Object is expected to be of type `<class 'golden.Plain'>`, but is of type "
                             "`<class 'golden.Net'>` instead."));
    }

    void anExporterIsAConverter() {
        const auto resolver = resolver_of([](DependencyContainer& container) {
            register_model_family<Net, NetConfig>(
                container, "net",
                {.factory = [](const NetConfig& config) { return Net(config); },
                 .hg_exporter =
                     [](StateDict state_dict, const NetConfig& config) {
                         return HuggingFaceExport{.state_dict = std::move(state_dict),
                                                  .config = {.kls_name = "NetConfig", .arch = {config.label}}};
                     }});
        });
        const auto converter = get_hugging_face_converter(*resolver, "net");
        const auto legacy = std::dynamic_pointer_cast<LegacyHuggingFaceConverter>(converter);
        QVERIFY(legacy != nullptr);
        QCOMPARE(legacy->export_model({}, NetConfig{.label = "Q"}).config.arch, std::vector<std::string>({"Q"}));
        QCOMPARE(thrown_by([&] { (void)legacy->export_model({}, OtherConfig{}); }),
                 std::string("TypeError: `config` must be of type `<class 'golden.NetConfig'>`, but is of type `<class "
                             "'golden.OtherConfig'>` instead."));
        QCOMPARE(thrown_by([&] { (void)converter->to_hg_config(NetConfig{}); }), std::string("NotSupportedError: "));
        QCOMPARE(thrown_by([&] { (void)converter->to_hg_state_dict({}, NetConfig{}); }),
                 std::string("NotSupportedError: "));
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub_test.moc"
