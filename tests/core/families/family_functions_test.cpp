// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/families/hubs/calls.h"

#include <QTest>
#include <fairlead/init_fairseq2.h>

using namespace fairlead;
using namespace golden;
namespace fs = std::filesystem;

namespace {

template <class E, class F>
std::string details_of(const F& work) {
    try {
        work();
    } catch (const E& error) {
        return error.details();
    } catch (const std::exception& error) {
        return std::string("another error: ") + error.what();
    }
    return "nothing was thrown";
}

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
};

QTEST_GUILESS_MAIN(FamilyFunctionsTest)
#include "family_functions_test.moc"
