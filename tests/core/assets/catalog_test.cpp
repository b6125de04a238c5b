// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

namespace {

QString duplicates_of(const Catalog& catalog) {
    QStringList names;
    for (const auto& [name, environment] : catalog.duplicate_names())
        names << text_of(name + "@" + environment);
    return names.join(' ');
}

} // namespace

class CatalogTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyCatalogHasNothing() {
        const Catalog catalog;
        QCOMPARE(catalog.card_count(), std::size_t(0));
        QVERIFY(catalog.files().empty());
        QVERIFY(!catalog.find("m", ""));
        QVERIFY(store_verdict(catalog).loads());
    }
    void goodCardsStandBesideBadOnes() {
        const auto catalog =
            Catalog::load({memory("name: a\n---\n[\n---\n- x\n---\nbase: a\n---\nname: b@user\nbase: a\n---\n")});
        QCOMPARE(states_of(catalog), "C!mnC0");
        QCOMPARE(names_of(catalog), "a@ b@user");
        QCOMPARE(catalog.card_count(), std::size_t(2));
        QCOMPARE(catalog.file(0).faults, 4u);
        const auto b = catalog.find("b", "user");
        QVERIFY(b);
        QCOMPARE(text_of(catalog.card(*b).base), "a");
        QVERIFY(!catalog.find("b", ""));
    }

    void names_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char* text, const char* state, const char* stored) {
            QTest::newRow(text) << QString::fromUtf8(text) << state << QString::fromUtf8(stored);
        };
        row("name: m", "C", "m@");
        row("name: m@", "C", "m@");
        row("name: ' m '", "C", "m@");
        row("name: ' m @ e '", "C", "m@e");
        row("name: \"\\u3000m\\xa0@\\u2003\"", "C", "m@");
        row("name: a b", "C", "a b@");
        row("name: '1'", "C", "1@");
        row("name: m@a@b", "i", "");
        row("name: m@@", "i", "");
        row("name: '@'", "i", "");
        row("name: '@e'", "i", "");
        row("name: ' @e'", "i", "");
        row("name: ' '", "i", "");
        row("name: ''", "n", "");
        row("name:", "n", "");
        row("name: 0", "n", "");
        row("name: 0.0", "n", "");
        row("name: -0.0", "n", "");
        row("name: false", "n", "");
        row("name: []", "n", "");
        row("name: {}", "n", "");
        row("name: !!set {}", "n", "");
        row("name: !!omap []", "n", "");
        row("name: !!binary ''", "n", "");
        row("x: 1", "n", "");
        row("Name: m", "n", "");
        row("{}", "n", "");
        row("name: 1.0", "t", "");
        row("name: true", "t", "");
        row("name: 2024-01-01", "t", "");
        row("name: [m]", "t", "");
        row("name: .nan", "t", "");
        row("name: !!binary bQ==", "t", "");
        row("!!omap [name: m]", "C", "m@");
        row("!!set {name}", "m", "");
        row("!!pairs [name: m]", "m", "");
        row("m", "m", "");
        row("1", "m", "");
        row("---", "0", "");
        row("# only a comment", ".", "");
        row("<<: {name: m}", "C", "m@");
    }
    void names() {
        QFETCH(QString, text);
        QFETCH(QString, state);
        QFETCH(QString, stored);
        const auto catalog = Catalog::load({memory(text.toStdString() + "\n")});
        QCOMPARE(states_of(catalog), state);
        QCOMPARE(names_of(catalog), stored);
    }

    void bases_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("base");
        const auto row = [](const char* text, const char* state, const char* base) {
            QTest::newRow(text) << QString(text) << state << base;
        };
        row("base: b", "C", "b");
        row("base: ' b '", "C", "b");
        row("base:", "C", "");
        row("base: ~", "C", "");
        row("base: ''", "B", "");
        row("base: ' '", "B", "");
        row("base: b@", "B", "");
        row("base: b@user", "B", "");
        row("base: 1", "T", "");
        row("base: false", "T", "");
        row("base: [b]", "T", "");
    }
    void bases() {
        QFETCH(QString, text);
        QFETCH(QString, state);
        QFETCH(QString, base);
        const Disk disk;
        disk.write("x.yaml", "name: m\n" + text.toStdString() + "\n");
        const auto catalog = Catalog::load({file_source(disk.root())});
        QCOMPARE(states_of(catalog), state);
        QCOMPARE(text_of(catalog.file(0).cards[0].base), base);
    }
    void inMemoryBasesAreNotTrimmed() {
        const auto catalog = Catalog::load({memory("name: m\nbase: ' b '\n---\nname: b\n")});
        QCOMPARE(text_of(catalog.card({.file = 0, .document = 0}).base), " b ");
        QCOMPARE(text_of(resolve_card(catalog, "m").error),
                 "AssetCardError:  b  base asset of the m asset card does not exist.");
    }

    void duplicatesAreKnown() {
        const auto catalog = Catalog::load(
            {memory("name: a\n---\nname: a@\n---\nname: a@user\n"), memory("name: b\n---\nname: a\n---\nname: b\n")});
        QCOMPARE(names_of(catalog, catalog.find_all("a", "")), "a@ a@ a@");
        QCOMPARE(duplicates_of(catalog), "a@ b@");
        QVERIFY(*catalog.find("a", "") == (CardRef{.file = 0, .document = 0}));
        QCOMPARE(catalog.repeated_cards().size(), std::size_t(3));
    }
    void environmentsAreSorted() {
        const auto catalog = Catalog::load({memory("name: a@z\n---\nname: a@b\n---\nname: b@z\n---\nname: c\n")});
        QCOMPARE(catalog.environments(), (std::vector<std::string>{"b", "z"}));
    }
    void filesAreFoundByPath() {
        const Disk disk;
        disk.write("real/a.yaml", "");
        disk.write("real/b.yaml", "");
        disk.write("c", "");
        std::filesystem::create_directory_symlink("real", disk / "link");
        std::filesystem::create_symlink("../c", disk / "real/c.yaml");
        const auto catalog = Catalog::load({file_source(disk / "link"), memory("name: m\n")}, in_order());
        QCOMPARE(catalog.file_at(disk / "link/b.yaml"), std::optional(1u));
        QCOMPARE(catalog.file_at(disk / "real/../real/a.yaml"), std::optional(0u));
        QCOMPARE(catalog.file_at(disk / "real/c.yaml"), std::optional(2u));
        QCOMPARE(catalog.file_at(disk / "c"), std::optional(2u));
        QCOMPARE(catalog.file_at(disk / "none"), std::optional<std::uint32_t>());
        QCOMPARE(catalog.file_at({}), std::optional<std::uint32_t>());
    }
    void linksAreFoundByTheirTargetsInEverySource_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("package") << 0;
        QTest::newRow("checkpoint") << 1;
        QTest::newRow("the file itself") << 2;
    }
    void linksAreFoundByTheirTargetsInEverySource() {
        const Disk disk;
        disk.write("target", "");
        disk.write("cards/other.yaml", "");
        std::filesystem::create_symlink("../target", disk / "cards/model.yaml");
        QFETCH(int, kind);
        const auto catalog = Catalog::load({kind == 0   ? package_source("lab.cards", disk / "cards")
                                            : kind == 1 ? checkpoint_source(disk / "cards")
                                                        : file_source(disk / "cards/model.yaml")},
                                           in_order());
        const auto found = catalog.file_at(disk / "target");
        QVERIFY(found);
        // A source that is a link itself is resolved, what is in one is not.
        QCOMPARE(QString::fromStdString(catalog.file(*found).path.filename().native()),
                 kind == 2 ? "target" : "model.yaml");
        QVERIFY(!catalog.file_at(disk / "cards/none.yaml"));
    }
    void pathsAreShownAsGiven() {
        const Disk disk;
        disk.write("cards/sub/a.yaml", "");
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(disk.root());
        const auto catalog = Catalog::load({file_source("./cards/"), file_source("cards/sub/a.yaml")});
        std::filesystem::current_path(before);
        QCOMPARE(text_of(catalog.sources()[0].name), "path:cards");
        QCOMPARE(text_of(catalog.file(0).shown), "./cards/sub/a.yaml");
        QCOMPARE(text_of(catalog.file(1).shown), "cards/sub/a.yaml");
        const auto real = text_of(std::filesystem::canonical(disk.root()).string());
        QCOMPARE(text_of(catalog.file(0).resolved_path), real + "/cards/sub/a.yaml");
        QCOMPARE(text_of(catalog.file(0).base_path), real + "/cards/sub");
        QCOMPARE(text_of(catalog.source_path(0)), real + "/cards");
    }
    void anEmptyPathIsTheWorkingDirectory() {
        const Disk disk;
        disk.write("a.yaml", "name: m\n");
        disk.write("model.yaml", "name: checkpoint\n");
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(disk.root());
        const auto files = Catalog::load({file_source("")}, in_order());
        const auto checkpoint = Catalog::load({checkpoint_source("")});
        std::filesystem::current_path(before);
        QCOMPARE(names_of(files), "m@ checkpoint@");
        QCOMPARE(text_of(files.sources()[0].name), "path:.");
        QCOMPARE(text_of(files.file(0).shown), "./a.yaml");
        QCOMPARE(names_of(checkpoint), "checkpoint@");
        QCOMPARE(text_of(checkpoint.sources()[0].name), "checkpoint:.");
    }
    void filesKnowWhetherTheyCanBeWritten() {
        const Disk disk;
        disk.write("a.yaml", "name: m\n", 0444);
        disk.write("b.yaml", "");
        const auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(catalog.file(0).writable, ::geteuid() == 0);
        QVERIFY(catalog.file(1).writable);
        QVERIFY(catalog.file(0).stamp == stamp(disk / "a.yaml"));
    }
    void givenBytesAreAFile() {
        AssetSource input{.kind = SourceKind::file, .name = "path:-"};
        input.given.push_back({.path = "-", .text = "name: m\n---\n"});
        const auto catalog = Catalog::load({input});
        QCOMPARE(text_of(catalog.file(0).shown), "-");
        QCOMPARE(
            text_of(store_verdict(catalog).error),
            "AssetMetadataError: Metadata of the asset at index 1 in - is expected to be of type `<class 'dict'>`, "
            "but is of type `<class 'NoneType'>` instead.");
    }
    void aCopyStaysAsItWas() {
        auto catalog = Catalog::load({memory("name: a\n")});
        const Catalog before = catalog;
        catalog.set_text(0, "name: b\n");
        QCOMPARE(names_of(before), "a@");
        QCOMPARE(names_of(catalog), "b@");
        QVERIFY(before.find("a", "") && !catalog.find("a", ""));
    }

    void namesAreStoredWithAnAtAndAskedForWithoutAnEmptyOne() {
        const Catalog catalog = Catalog::load(std::vector{in_memory_source("m", "name: a\n---\nname: b@user\n")});
        QCOMPARE(catalog.stored_name({0, 0}), std::string("a@"));
        QCOMPARE(catalog.asked_name({0, 0}), std::string("a"));
        QCOMPARE(catalog.stored_name({0, 1}), std::string("b@user"));
        QCOMPARE(catalog.asked_name({0, 1}), std::string("b@user"));
    }
};

QTEST_APPLESS_MAIN(CatalogTest)
#include "catalog_test.moc"
