// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/hubs/calls.h"

#include <QTest>
#include <fairlead/init_fairseq2.h>

using namespace fairlead;
using namespace golden;
using fairlead::test::details_of;
using fairlead::test::thrown_by;
namespace fs = std::filesystem;

namespace {

using Asked = void (*)(DependencyResolver&);

} // namespace

/// What an extension's functions do wrong that families are made of.
class FamilyFunctionsTest : public QObject {
    Q_OBJECT

private slots:
    void whatALoaderKnowsOfAnErrorIsKept_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("model") << "model";
        QTest::newRow("dataset") << "dataset";
        QTest::newRow("tokenizer") << "tokenizer";
    }
    void whatALoaderKnowsOfAnErrorIsKept() {
        QFETCH(QString, kind);
        const fs::path file = assets / "net.safetensors";
        const auto resolver = init_fairseq2(
            {.extras =
                 [&](DependencyContainer& container) {
                     const OwnerScope owner(container, "my_extension");
                     register_model_family<Net, NetConfig>(
                         container, "mine",
                         {.factory = [](const NetConfig& config) { return Net(config); },
                          .state_dict_converter = [](const StateDict&, const NetConfig&) -> StateDict {
                              throw CorruptModelCheckpointError("x", "It is bad.", "Line 7.");
                          }});
                     register_dataset_family<Lines, PathConfig>(
                         container, "mine",
                         {.opener = [](const PathConfig&) -> Lines { throw DatasetError("It is bad.", "Line 7."); }});
                     register_tokenizer_family<Chars>(container, "mine",
                                                      {.loader = [](const fs::path&, const NoConfig&) -> Chars {
                                                          throw TokenizerModelError("x", "It is bad.", "Line 7.");
                                                      }});
                     register_in_memory_assets(container, "more",
                                               "{name: m, model_family: mine, checkpoint: 'file://" + file.string() +
                                                   "'}\n---\n{name: d, dataset_family: mine}\n---\n"
                                                   "{name: t, tokenizer_family: mine, tokenizer: 'file://" +
                                                   file.string() + "'}\n");
                 },
             .no_progress = true,
             .variable = no_variable});
        const std::string details = details_of<AssetCardError>([&] {
            if (kind == "model")
                (void)load_model(*resolver, "m");
            else if (kind == "dataset")
                (void)DatasetHubAccessor<Lines, PathConfig>("mine")(*resolver).open_dataset("d");
            else
                (void)load_tokenizer(*resolver, "t");
        });
        const QString beginning = "It is bad. Line 7. The mine " + kind + " family is registered by my_extension, ";
        QVERIFY2(QString::fromStdString(details).startsWith(beginning), details.c_str());
    }

    void theHomeIsThatOfTheGivenVariables() {
        const std::string home = assets.string();
        const auto resolver = init_fairseq2(
            {.extras = [](DependencyContainer& container) { register_families(container, assets); },
             .no_progress = true,
             .variable = [&](const char* name) { return name == std::string("HOME") ? home.c_str() : nullptr; }});
        const auto net = get_net_hub(*resolver).load_custom_model("~/net.safetensors", {});
        QCOMPARE(net->weight, get_net_hub(*resolver).load_custom_model(assets / "net.safetensors", {})->weight);
    }

    void whatMakesNothingIsRefused_data() {
        QTest::addColumn<Asked>("ask");
        QTest::addColumn<QString>("error");
        QTest::newRow("model") << Asked([](DependencyResolver& resolver) {
            (void)ModelHubAccessor<Net, NetConfig>("mine")(resolver).create_new_model({});
        }) << "The factory of the mine model family has made no model.";
        QTest::newRow("dataset") << Asked([](DependencyResolver& resolver) {
            (void)DatasetHubAccessor<Lines, PathConfig>("mine")(resolver).open_custom_dataset({});
        }) << "The opener of the mine dataset family has made no dataset.";
        QTest::newRow("dataset of a card") << Asked([](DependencyResolver& resolver) {
            (void)DatasetHubAccessor<Lines, PathConfig>("mine")(resolver).open_dataset("d");
        }) << "The opener of the mine dataset family has made no dataset.";
        QTest::newRow("tokenizer") << Asked([](DependencyResolver& resolver) {
            (void)TokenizerHubAccessor<Chars>("mine")(resolver).load_custom_tokenizer("x");
        }) << "The loader of the mine tokenizer family has made no tokenizer.";
        QTest::newRow("FSDP") << Asked([](DependencyResolver& resolver) {
            const TypedObject net(TypeId::of<Net>(), std::make_shared<Net>(NetConfig()));
            (void)resolver.resolve<ModelFamily>("wrapped")->apply_fsdp(net, "layer", {});
        }) << "The fsdp_applier of the wrapped model family has made no model.";
        QTest::newRow("layerwise activation checkpointing") << Asked([](DependencyResolver& resolver) {
            const TypedObject net(TypeId::of<Net>(), std::make_shared<Net>(NetConfig()));
            (void)resolver.resolve<ModelFamily>("wrapped")->apply_layerwise_ac(net, 1);
        }) << "The layerwise_ac_applier of the wrapped model family has made no model.";
    }
    void whatMakesNothingIsRefused() {
        QFETCH(Asked, ask);
        QFETCH(QString, error);
        const auto resolver = init_fairseq2(
            {.extras =
                 [](DependencyContainer& container) {
                     const OwnerScope owner(container, "my_extension");
                     register_model_family<Net, NetConfig>(
                         container, "mine", {.factory = [](const NetConfig&) { return std::unique_ptr<Net>(); }});
                     register_model_family<Net, NetConfig>(
                         container, "wrapped",
                         {.factory = [](const NetConfig& config) { return Net(config); },
                          .fsdp_applier = [](const std::shared_ptr<Net>&, const std::string&,
                                             const FsdpWrapper&) { return std::shared_ptr<Net>(); },
                          .layerwise_ac_applier = [](const std::shared_ptr<Net>&,
                                                     int) { return std::shared_ptr<Net>(); }});
                     register_dataset_family<Lines, PathConfig>(
                         container, "mine", {.opener = [](const PathConfig&) { return std::unique_ptr<Lines>(); }});
                     register_tokenizer_family<Chars>(
                         container, "mine",
                         {.loader = [](const fs::path&, const NoConfig&) { return std::unique_ptr<Chars>(); }});
                     register_in_memory_assets(container, "more", "{name: d, dataset_family: mine}\n");
                 },
             .no_progress = true,
             .variable = no_variable});
        QCOMPARE(QString::fromStdString(thrown_by([&] { ask(*resolver); })), "InternalError: " + error);
        const std::string details = details_of<InternalError>([&] { ask(*resolver); });
        QVERIFY2(QString::fromStdString(details).startsWith("The " + error.section(' ', 4, 6) +
                                                            " is registered by my_extension, "),
                 details.c_str());
    }
};

QTEST_GUILESS_MAIN(FamilyFunctionsTest)
#include "family_functions_test.moc"
