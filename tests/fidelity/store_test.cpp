// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Compares the store and its cards with what fairseq2 answered to the sources of cases/sources_*.jsonl.
#include "core/assets/store.h"
#include "tests/fidelity/case_file.h"
#include "tests/fidelity/mismatches.h"
#include "tests/fidelity/source_tree.h"
#include "tests/fidelity/store_answer.h"

#include <nlohmann/json.hpp>

#include <QTest>

using fidelity::Json;
using fidelity::Mismatches;
using fidelity::SourceTree;

namespace {

void compare(Mismatches& mismatches, const Json& asked, const std::string& what, const Json& expected,
             const Json& got) {
    if (!fidelity::matches(expected, got)) {
        mismatches.add(asked, what, fidelity::shown(expected), fidelity::shown(got));
    }
}

/// Asks the strict store all that the case asks.
void ask(Mismatches& mismatches, const Json& asked, const SourceTree& tree) {
    const Json& expected = asked.at("expect");
    std::vector<std::string> warnings;
    const auto sources = tree.sources(warnings);
    fairlead::CatalogOptions options;
    options.list_directory = tree.lister();
    for (std::string& warning : warnings) {
        warning = tree.without_root(warning);
    }
    if (expected.at("error").is_null()) { // else fairseq2 may not have come to them
        const Json none = Json::array();
        compare(mismatches, asked, "warnings", expected.contains("warnings") ? expected.at("warnings") : none,
                warnings);
    }

    const auto verdict = store_verdict(fairlead::Catalog::load(sources, options));
    compare(mismatches, asked, "verdict", fidelity::recorded_error(expected.at("error")),
            verdict.error ? fidelity::error_answer(*verdict.error, tree) : Json());
    try {
        const auto store = fairlead::AssetStore::load(sources, asked.value("env", std::string()), options);
        if (!expected.at("error").is_null()) {
            mismatches.add(asked, "store", fidelity::shown(expected.at("error")), "it loads");
            return;
        }
        compare(mismatches, asked, "names", expected.at("names"), fidelity::names_answer(store));
        for (const auto& [name, answer] : expected.at("answers").items()) {
            compare(mismatches, asked, "card " + name, fidelity::recorded_card(answer),
                    fidelity::card_answer(store, name, asked, tree));
        }
        for (std::size_t i = 0; i < fidelity::member(asked, "find").size(); ++i) {
            const Json& found = expected.at("found").at(i);
            compare(mismatches, asked, "find_cards",
                    found.is_object() ? fidelity::recorded_error(found.at("error")) : found,
                    fidelity::find_answer(store, asked.at("find").at(i), tree));
        }
    } catch (const fairlead::FairseqError& error) {
        compare(mismatches, asked, "store", fidelity::recorded_error(expected.at("error")),
                fidelity::error_answer(error.error(), tree));
    }
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT
private slots:
    void answersAsFairseq2Does_data();
    void answersAsFairseq2Does();
};

void StoreTest::answersAsFairseq2Does_data() {
    QTest::addColumn<QString>("file");
    for (const std::string& name : fidelity::case_file_names("sources_")) {
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
}

void StoreTest::answersAsFairseq2Does() {
    QFETCH(QString, file);
    Mismatches mismatches;
    for (const Json& asked : fidelity::load_cases(file.toStdString())) {
        mismatches.asked();
        const SourceTree tree(asked);
        ask(mismatches, asked, tree);
    }
    QVERIFY2(mismatches.none(), mismatches.summary().c_str());
}

QTEST_APPLESS_MAIN(StoreTest)
#include "store_test.moc"
