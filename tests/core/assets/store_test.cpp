// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

namespace {

QString verdict_of(std::vector<AssetSource> sources) {
    return text_of(store_verdict(Catalog::load(std::move(sources), in_order())).error);
}

AssetSource recorded(std::string text) {
    return recorded_source("package:some.cards", {{.path = "some/cards/a.yaml", .text = std::move(text)}});
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfSourceHasItsTexts_data() {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("recorded_text");
        QTest::addColumn<QString>("memory_text");
        const auto row = [](const char* entry, const char* recorded_text, const char* memory_text) {
            QTest::newRow(entry) << entry << recorded_text << memory_text;
        };
        row("name:", "Asset at index 1 in some/cards/a.yaml does not have a name.",
            "Asset at index 1 in `metadata` must have a name.");
        row("name: '@'", "Asset at index 1 in some/cards/a.yaml does not have a valid name.",
            "Asset at index 1 in `metadata` must have a valid name.");
        row("name: 1",
            "Name of the asset at index 1 in some/cards/a.yaml is expected to be of type `<class 'str'>`, but is of "
            "type `<class 'int'>` instead.",
            "Name of the asset at index 1 in `metadata` must be of type `<class 'str'>`, but is of type `<class "
            "'int'>` instead.");
        row("{name: m, base: ''}", "Asset at index 1 in some/cards/a.yaml does not have a valid base name.",
            "Asset at index 1 in `metadata` must have a valid base name.");
        row("{name: m, base: 1.5}",
            "Base name of the asset at index 1 in some/cards/a.yaml is expected to be of type `<class 'str'>`, but is "
            "of type `<class 'float'>` instead.",
            "Base name of the asset at index 1 in `metadata` must be of type `<class 'str'>`, but is of type `<class "
            "'float'>` instead.");
        row("name: first@", "Two assets in the some.cards package have the same name first@.",
            "Assets in `metadata` must have unique names, but two assets have the same name first@.");
    }
    void everyKindOfSourceHasItsTexts() {
        QFETCH(QString, entry);
        QFETCH(QString, recorded_text);
        QFETCH(QString, memory_text);
        const std::string text = "name: first\n---\n" + entry.toStdString() + "\n";
        QCOMPARE(verdict_of({recorded(text)}), "AssetMetadataError: " + recorded_text);
        QCOMPARE(verdict_of({memory(text)}), "AssetMetadataError: " + memory_text);
    }
    void inMemoryEntriesAreLookedAtOneByOne() {
        QVERIFY(verdict_of({memory("name: a\n---\nname: a\n---\nname:\n")}).contains("the same name a@"));
        QVERIFY(verdict_of({memory("name: a\n---\nname:\n---\nname: a\n")}).contains("must have a name"));
        QVERIFY(verdict_of({recorded("name: a\n---\nname: a\n---\nname:\n")}).contains("does not have a name"));
    }

    void ofSeveralErrorsTheFirstInOrderCounts_data() {
        QTest::addColumn<QStringList>("sources"); // each a source; files of one divided by |
        QTest::addColumn<QString>("part");
        QTest::newRow("an earlier source's last file before a later source")
            << QStringList{"name: a|name:", "["} << "in 0/1.yaml does not have a name";
        QTest::newRow("names within a source before those of others")
            << QStringList{"name: a", "name: a|name: b|name: b"} << "Two assets at 1 have the same name b@";
        QTest::newRow("a later file's YAML before the names of other sources")
            << QStringList{"name: a", "name: a|["} << "1/1.yaml cannot be loaded as YAML";
        QTest::newRow("names of other sources before a later source")
            << QStringList{"name: a", "name: a", "["} << "An asset with name a@ exists in both path:1 and path:0.";
        QTest::newRow("the first of several names of other sources")
            << QStringList{"name: a|name: b", "name: c", "name: c|name: b|name: a"}
            << "An asset with name c@ exists in both path:2 and path:1.";
        QTest::newRow("a file's documents before its names")
            << QStringList{"name: a|name: a\n---\nname:"} << "Asset at index 1 in 0/1.yaml does not have a name";
        QTest::newRow("an earlier file's names before a later file's documents")
            << QStringList{"name: a|name: a|name:"} << "Two assets at 0 have the same name a@";
        QTest::newRow("a document before one after it")
            << QStringList{"name: 1\n---\nname:"} << "Name of the asset at index 0 in 0/0.yaml";
        QTest::newRow("environments are names of their own")
            << QStringList{"name: a", "name: a@user|name: a@user"} << "Two assets at 1 have the same name a@user";
    }
    void ofSeveralErrorsTheFirstInOrderCounts() {
        QFETCH(QStringList, sources);
        QFETCH(QString, part);
        const Disk disk;
        std::vector<AssetSource> all;
        for (qsizetype i = 0; i < sources.size(); ++i) {
            const QStringList files = sources[i].split('|');
            for (qsizetype j = 0; j < files.size(); ++j)
                disk.write(std::to_string(i) + "/" + std::to_string(j) + ".yaml", files[j].toStdString() + "\n");
            all.push_back(file_source(disk / std::to_string(i)));
        }
        const auto root = text_of(std::filesystem::canonical(disk.root()).string()) + "/";
        const auto verdict = verdict_of(std::move(all)).replace(root, "");
        QVERIFY2(verdict.contains(part), qPrintable(verdict));
    }
    void oneFolderTwiceIsADuplicate() {
        const Disk disk;
        disk.write("a.yaml", "name: m\n");
        const auto name = text_of(file_source(disk.root()).name);
        QCOMPARE(verdict_of({file_source(disk.root()), file_source(disk.root())}),
                 "AssetMetadataError: An asset with name m@ exists in both " + name + " and " + name + ".");
    }

    void aFileHasAVerdictOfItsOwn() {
        const Disk disk;
        disk.write("a.yaml", "name: m\n");
        disk.write("b.yaml", "name: m\n---\nname: x\n");
        disk.write("c.yaml", "name: m\n---\nname: m\n");
        disk.write("d.yaml", "name: y\n---\n- x\n");
        const auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QVERIFY(file_verdict(catalog, 0).loads());
        QVERIFY(file_verdict(catalog, 1).loads());
        QVERIFY(text_of(file_verdict(catalog, 2).error).contains("have the same name m@."));
        QVERIFY(text_of(file_verdict(catalog, 3).error).contains("index 1"));
        QVERIFY(!document_error(catalog, {.file = 3, .document = 0}));
        QVERIFY(document_error(catalog, {.file = 3, .document = 1}));
    }
    void textWithoutADocumentHasNoIndex() {
        const auto catalog = Catalog::load({recorded("name: a\n...\n# a comment\n---\n- x\n")});
        QCOMPARE(text_of(store_verdict(catalog).error).section(' ', 0, 9),
                 "AssetMetadataError: Metadata of the asset at index 1 in some/cards/a.yaml");
    }
    void theYamlErrorIsTheCause() {
        const auto verdict = store_verdict(Catalog::load({recorded("a: 1\na: 2\n")}));
        QCOMPARE(text_of(verdict.error->message), "some/cards/a.yaml cannot be loaded as YAML.");
        QVERIFY2(text_of(verdict.error->cause).contains("duplicate key"), verdict.error->cause.c_str());
    }

    void storesThrowWhatFairseq2Raises() {
        const Disk disk;
        QVERIFY_EXCEPTION_THROWN((void)AssetStore::load({file_source(disk / "none")}), AssetSourceNotFoundError);
        QVERIFY_EXCEPTION_THROWN((void)AssetStore::load({memory("name:\n")}), AssetMetadataError);
        QVERIFY_EXCEPTION_THROWN((void)AssetStore::load({recorded("x: 2024-13-01\n")}), RawError);
        std::filesystem::create_symlink("a.yaml", disk / "a.yaml");
        QVERIFY_EXCEPTION_THROWN((void)AssetStore::load({file_source(disk.root())}), OperationalError);
        const auto store = AssetStore::load({memory("name: a\nbase: b\n---\nname: c\nbase: c\n")});
        QVERIFY_EXCEPTION_THROWN((void)store.retrieve_card("x"), AssetNotFoundError);
        QVERIFY_EXCEPTION_THROWN((void)store.retrieve_card("a"), AssetCardError);
        QVERIFY_EXCEPTION_THROWN((void)store.retrieve_card("c"), AssetMetadataError);
        QVERIFY_EXCEPTION_THROWN((void)store.find_cards("x", {}), FairseqError);
    }
    void anErrorSaysWhichCardAndWhy() {
        const auto store = AssetStore::load({memory("name: a\nbase: b\n")});
        try {
            (void)store.retrieve_card(" x @e");
            QFAIL("nothing was thrown");
        } catch (const AssetNotFoundError& error) {
            QCOMPARE(error.name(), std::string(" x @e"));
        }
        try {
            (void)store.retrieve_card("a@");
            QFAIL("nothing was thrown");
        } catch (const AssetCardError& error) {
            QCOMPARE(error.name(), std::string("a"));
            QCOMPARE(error.details(), std::string());
        }
        try {
            (void)AssetStore::load({recorded("a: 1\na: 2\n")});
            QFAIL("nothing was thrown");
        } catch (const Error& error) { // the base of all that Fairlead throws
            QVERIFY2(error.details().find("duplicate key") != std::string::npos, error.details().c_str());
            QCOMPARE(error.details().find('\n'), std::string::npos);
        }
    }
    void cardsAreFoundByAFieldsValue() {
        const auto store =
            AssetStore::load({memory("name: a\nv: 1\n---\nname: b\nbase: a\n---\nname: c\nv: true\n---\n"
                                     "name: d\nv: '1'\n---\nname: e\n---\nname: f\nv:\n---\nname: a@x\nv: 1\n"
                                     "---\nname: g\nv: [1, {x: 2}]\n")});
        const yaml::Stream values("1.0\n---\nnull\n---\n[1.0, {x: 2}]\n");
        const auto found = [&](std::size_t i) { return store.find_cards("v", values.documents()[i].root()); };
        QCOMPARE(found(0), (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(found(1), (std::vector<std::string>{"f"}));
        QCOMPARE(found(2), (std::vector<std::string>{"g"}));
        QCOMPARE(store.asset_names(), (std::vector<std::string>{"a@", "b@", "c@", "d@", "e@", "f@", "a@x", "g@"}));
    }
};

QTEST_APPLESS_MAIN(StoreTest)
#include "store_test.moc"
