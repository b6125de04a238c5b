// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

/// What fairseq2 0.8.1 says of the sources in tests/fixtures/sources, read by name.
class FixturesTest : public QObject {
    Q_OBJECT

private slots:
    void verdicts_data() {
        QTest::addColumn<QString>("verdict"); // ROOT: the source
        QTest::addColumn<QString>("place");   // file and index of the document at fault
        QTest::addColumn<QString>("states");
        const auto row = [](const char* name, const char* verdict, const char* place, const char* states) {
            QTest::newRow(name) << QString(verdict) << QString(place) << QString(states);
        };
        row("bad_date", "ValueError: month must be in 1..12", "cards.yaml 0", "!");
        row("base_blank", "AssetMetadataError: Asset at index 0 in ROOT/cards.yaml does not have a valid base name.",
            "cards.yaml 0", "B");
        row("base_cycle", "loads", "", "CCCCC");
        row("base_of_wrong_type",
            "AssetMetadataError: Base name of the asset at index 0 in ROOT/cards.yaml is expected to be of type "
            "`<class 'str'>`, but is of type `<class 'list'>` instead.",
            "cards.yaml 0", "T");
        row("base_with_environment",
            "AssetMetadataError: Asset at index 0 in ROOT/cards.yaml does not have a valid base name.", "cards.yaml 0",
            "B");
        row("duplicate_environment", "AssetMetadataError: Two assets at ROOT have the same name m@user.",
            "cards.yaml 2", "CCC");
        row("duplicate_key", "AssetMetadataError: ROOT/cards.yaml cannot be loaded as YAML.", "cards.yaml 1", "C!");
        row("duplicate_name_one_file", "AssetMetadataError: Two assets at ROOT have the same name twice@.",
            "cards.yaml 2", "CCC");
        row("duplicate_name_two_files", "AssetMetadataError: Two assets at ROOT have the same name twice@.", "b.yaml 0",
            "C CC");
        row("environment_orphan", "loads", "", "C");
        row("merged_keys", "loads", "", "C");
        row("name_falsy", "AssetMetadataError: Asset at index 0 in ROOT/cards.yaml does not have a name.",
            "cards.yaml 0", "n");
        row("name_missing", "AssetMetadataError: Asset at index 1 in ROOT/cards.yaml does not have a name.",
            "cards.yaml 1", "Cn");
        row("name_of_environment_only",
            "AssetMetadataError: Asset at index 0 in ROOT/cards.yaml does not have a valid name.", "cards.yaml 0", "i");
        row("name_with_two_ats", "AssetMetadataError: Asset at index 0 in ROOT/cards.yaml does not have a valid name.",
            "cards.yaml 0", "i");
        row("not_a_card",
            "AssetMetadataError: Metadata of the asset at index 1 in ROOT/cards.yaml is expected to be of type `<class "
            "'dict'>`, but is of type `<class 'list'>` instead.",
            "cards.yaml 1", "Cm");
        row("not_utf8",
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 126: invalid "
            "continuation byte",
            "cards.yaml 0", "!");
        row("overlay_cuts_base", "loads", "", "CCC");
        row("overlay_cycle", "loads", "", "CC");
        row("overlay_replaces", "loads", "", "CCCC");
        row("several_errors",
            "AssetMetadataError: Metadata of the asset at index 1 in ROOT/a.yaml is expected to be of type `<class "
            "'dict'>`, but is of type `<class 'str'>` instead.",
            "a.yaml 1", "CmC !");
        row("trailing_marker",
            "AssetMetadataError: Metadata of the asset at index 2 in ROOT/cards.yaml is expected to be of type `<class "
            "'dict'>`, but is of type `<class 'NoneType'>` instead.",
            "cards.yaml 2", "CC0");
        row("unknown_base", "loads", "", "CC");
        row("unquoted_date_name",
            "AssetMetadataError: Name of the asset at index 0 in ROOT/cards.yaml is expected to be of type `<class "
            "'str'>`, but is of type `<class 'datetime.date'>` instead.",
            "cards.yaml 0", "tC");
        row("yaml_1_1_leak", "AssetMetadataError: Asset at index 0 in ROOT/b.yaml does not have a name.", "b.yaml 0",
            "C n");
        row("yaml_error_after_bad_card", "AssetMetadataError: ROOT/cards.yaml cannot be loaded as YAML.",
            "cards.yaml 1", "n!");
    }
    void verdicts() {
        QFETCH(QString, verdict);
        QFETCH(QString, place);
        QFETCH(QString, states);
        const auto folder = std::filesystem::path(FAIRLEAD_TEST_FIXTURES) / "sources" / QTest::currentDataTag();
        const auto catalog = Catalog::load({file_source(folder)}, in_order());
        const auto root = text_of(std::filesystem::canonical(folder).string());

        const StoreVerdict result = store_verdict(catalog);
        QCOMPARE(text_of(result.error).replace(root, "ROOT"), verdict);
        QString found;
        if (result.place)
            found = text_of(catalog.file(result.place->file).path.filename().string()) +
                    QString(" %1").arg(result.place->document);
        QCOMPARE(found, place);
        QCOMPARE(states_of(catalog), states);

        try {
            (void)AssetStore::load({file_source(folder)}, {}, in_order());
            QCOMPARE(QString("loads"), verdict);
        } catch (const FairseqError& error) {
            QCOMPARE(text_of(error.error()).replace(root, "ROOT"), verdict);
        }
    }
};

QTEST_APPLESS_MAIN(FixturesTest)
#include "fixtures_test.moc"
