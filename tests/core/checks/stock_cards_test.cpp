// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// A check of the checks: a checker that raises false alarms is worse than none. The counts are those that the design
// gives for the 88 cards that fairseq2 0.8.1 ships.
#include "core/checks/session.h"
#include "core/registry/bundled.h"

#include <QTest>

#include <map>

using namespace fairlead;

namespace {

using Counts = std::map<std::uint16_t, std::size_t>;

Counts counts_of(const std::vector<const Diagnostic*>& diagnostics) {
    Counts counts;
    for (const Diagnostic* const diagnostic : diagnostics) {
        ++counts[diagnostic->rule];
    }
    return counts;
}

QByteArray printed(const Counts& counts) {
    QByteArray text;
    for (const auto& [rule, count] : counts) {
        text += "FS" + QByteArray::number(rule) + ": " + QByteArray::number(static_cast<qulonglong>(count)) + "  ";
    }
    return text;
}

// FS037: 25 model cards, and librispeech_asr, a dataset card with the family of a tokenizer, but neither tokenizer nor
// url, which the real load_tokenizer() calls gated.
const Counts expected = {{10, 1}, {20, 5}, {28, 9}, {37, 26}, {41, 4}};

/// The recorded files as sources that a person named.
std::vector<AssetSource> copy_of_stock_cards(const RegistrySnapshot& registry) {
    std::vector<AssetSource> sources;
    for (const RecordedSource& recorded : registry.sources) {
        AssetSource source;
        source.name = "path:copy";
        for (const RecordedFile& file : recorded.files) {
            source.given.push_back({"copy/" + file.path, file.text});
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

} // namespace

class StockCardsTest : public QObject {
    Q_OBJECT

private slots:
    void ownCardsOfTheRegistryAreNoneOfThePersons() {
        SessionOptions options;
        options.registry = bundled_snapshot();
        const CheckSession session = CheckSession::load(std::move(options));
        QVERIFY(session.verdict().loads());
        QCOMPARE(session.catalog().card_count(), std::size_t{88});
        QVERIFY(session.diagnostics().empty());
        const Counts counts = counts_of(session.package_diagnostics());
        QVERIFY2(counts == expected, printed(counts));
        QCOMPARE(session.summary().cards, std::size_t{0});
    }

    void aCopyAloneHasNoFalseAlarms() {
        SessionOptions options;
        options.registry = bundled_snapshot();
        options.sources = copy_of_stock_cards(*options.registry);
        options.alone = true;
        const CheckSession session = CheckSession::load(std::move(options));
        QVERIFY(session.verdict().loads());
        const Counts counts = counts_of(session.diagnostics());
        QVERIFY2(counts == expected, printed(counts));
        for (const Diagnostic* const diagnostic : session.diagnostics()) {
            QCOMPARE(diagnostic->severity == Severity::error, diagnostic->rule == 10);
        }
        const Summary summary = session.summary();
        QCOMPARE(summary.sources, std::size_t{1});
        QCOMPARE(summary.cards, std::size_t{88});
        QCOMPARE(summary.errors, std::size_t{1});
        QCOMPARE(summary.warnings, std::size_t{13});
        QCOMPARE(summary.infos, std::size_t{31});
    }

    void aCopyBesideTheRegistryIsOneProblem() {
        SessionOptions options;
        options.registry = bundled_snapshot();
        options.sources = copy_of_stock_cards(*options.registry);
        const CheckSession session = CheckSession::load(std::move(options));
        QVERIFY(!session.verdict().loads());
        Counts counts = counts_of(session.diagnostics());
        QCOMPARE(counts[19], std::size_t{1});
        QCOMPARE(counts[8], std::size_t{0});
        const auto diagnostics = session.diagnostics();
        const Diagnostic& copy = *diagnostics.front();
        QCOMPARE(copy.rule, std::uint16_t{19});
        QVERIFY(copy.load);
        QCOMPARE(QString::fromStdString(copy.message),
                 QStringLiteral("This folder repeats 88 cards of fairseq2.assets.cards. fairseq2 accepts a name only "
                                "once: look at it alone, or take it out of the sources."));
        QCOMPARE(QString::fromStdString(copy.path), QStringLiteral("copy"));
        QVERIFY(session.package_diagnostics().size() == 45);
    }

    void withoutARegistryItsRulesAreSilent() {
        SessionOptions options;
        options.sources = copy_of_stock_cards(*bundled_snapshot());
        const CheckSession session = CheckSession::load(std::move(options));
        const Counts counts = counts_of(session.diagnostics());
        const Counts without = {{10, 1}, {28, 9}, {37, 26}, {41, 4}};
        QVERIFY2(counts == without, printed(counts));
    }
};

QTEST_APPLESS_MAIN(StockCardsTest)
#include "stock_cards_test.moc"
