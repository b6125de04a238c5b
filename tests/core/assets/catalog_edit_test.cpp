// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

namespace {

QString names_in(const Catalog::Change& change) {
    QStringList names;
    for (const auto& [name, environment] : change.names)
        names << text_of(name + "@" + environment);
    return names.join(' ');
}

/// All that can be asked of a catalog, as one text: two of the same files must say the same.
QString portrait(const Catalog& catalog) {
    QString text = names_of(catalog) + "\n" + states_of(catalog) + "\n" + text_of(store_verdict(catalog).error) + "\n";
    text += QString("%1 cards\n").arg(catalog.card_count());
    for (const auto& environment : catalog.environments())
        text += text_of(environment) + " ";
    for (const RepeatedCard& one : catalog.repeated_cards())
        text += QString("\n%1/%2 after %3/%4")
                    .arg(one.card.file)
                    .arg(one.card.document)
                    .arg(one.previous.file)
                    .arg(one.previous.document);
    for (const CardFile& file : catalog.files())
        text += QString("\n%1 faults in %2 documents").arg(file.faults).arg(file.stream.documents().size());
    catalog.for_each_card([&](CardRef ref, const Card& card) {
        const auto all = catalog.find_all(card.name, card.environment);
        if (std::find(all.begin(), all.end(), ref) == all.end())
            text += "\nlost: " + text_of(catalog.stored_name(ref));
    });
    return text;
}

} // namespace

class CatalogEditTest : public QObject {
    Q_OBJECT

private slots:
    void aKeystrokeTouchesItsCardOnly() {
        auto catalog = Catalog::load({memory("name: a\n---\nname: b\nx: 1\n---\nname: c\n")});
        const auto change = catalog.edit(0, 23, 24, "2");
        QCOMPARE(text_of(catalog.file(0).stream.text()), "name: a\n---\nname: b\nx: 2\n---\nname: c\n");
        QCOMPARE(names_in(change), "b@");
        QCOMPARE(change.documents.first, std::size_t(1));
        QCOMPARE(change.documents.removed, std::size_t(1));
        QCOMPARE(change.documents.inserted, std::size_t(1));
        QVERIFY(change.reread_files.empty());
    }
    void aRenameNamesBoth() {
        auto catalog = Catalog::load({memory("name: a\n---\nname: b\n")});
        QCOMPARE(names_in(catalog.edit(0, 6, 7, "z@user")), "a@ z@user");
        QVERIFY(catalog.find("z", "user"));
        QVERIFY(!catalog.find("a", ""));
        QCOMPARE(catalog.environments(), std::vector<std::string>{"user"});
        catalog.edit(0, 6, 12, "b");
        QVERIFY(catalog.environments().empty());
        QCOMPARE(
            text_of(store_verdict(catalog).error),
            "AssetMetadataError: Assets in `metadata` must have unique names, but two assets have the same name b@.");
    }
    void aNewMarkerMakesTwoCardsOfOne() {
        auto catalog = Catalog::load({memory("name: a\nname: b\n---\nname: c\n")});
        QCOMPARE(states_of(catalog), "!C");
        const auto change = catalog.edit(0, 8, 8, "---\n");
        QCOMPARE(names_in(change), "a@ b@");
        QCOMPARE(names_of(catalog), "a@ b@ c@");
        QVERIFY(*catalog.find("c", "") == (CardRef{.file = 0, .document = 2}));
        catalog.edit(0, 8, 12, "");
        QCOMPARE(states_of(catalog), "!C");
        QVERIFY(*catalog.find("c", "") == (CardRef{.file = 0, .document = 1}));
    }
    void aWholeTextIsComparedWithTheOldOne() {
        auto catalog = Catalog::load({memory("name: a\n---\nname: b\n---\nname: c\n")});
        auto change = catalog.set_text(0, "name: a\n---\nname: bb\n---\nname: c\n");
        QCOMPARE(names_in(change), "b@ bb@");
        QCOMPARE(change.documents.first, std::size_t(1));
        change = catalog.set_text(0, "");
        QCOMPARE(names_in(change), "a@ bb@ c@");
        QCOMPARE(catalog.card_count(), std::size_t(0));
        catalog.set_text(0, "name: d\n");
        QCOMPARE(names_of(catalog), "d@");
        QVERIFY(names_in(catalog.set_text(0, "name: d\n")).size() <= 2);
    }
    void aDirectiveChangesHowLaterFilesAreRead() {
        const Disk disk;
        disk.write("a.yaml", "%YAML 1.2\n---\nname: a\n");
        disk.write("b.yaml", "# nothing\n");
        disk.write("c.yaml", "name: n\n");
        disk.write("d.yaml", "---\nname: y\n");
        auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QCOMPARE(names_of(catalog), "a@ n@ y@");
        const auto change = catalog.edit(0, 8, 9, "1");
        QCOMPARE(names_of(catalog), portrait(catalog).section('\n', 0, 0));
        QVERIFY(std::find(change.reread_files.begin(), change.reread_files.end(), 2u) != change.reread_files.end());
        QVERIFY(names_in(change).contains("n@"));
        QCOMPARE(text_of(store_verdict(catalog).error), "AssetMetadataError: Asset at index 0 in " +
                                                            text_of(catalog.file(2).resolved_path) +
                                                            " does not have a name.");
        catalog.edit(0, 8, 9, "2");
        QCOMPARE(names_of(catalog), "a@ n@ y@");
        QVERIFY(store_verdict(catalog).loads());
    }
    void aFileThatCouldNotBeReadGetsItsText() {
        const Disk disk;
        disk.write("a.yaml", "name: a\n");
        std::filesystem::create_symlink("b.yaml", disk / "b.yaml");
        auto catalog = Catalog::load({file_source(disk.root())}, in_order());
        QVERIFY(catalog.file(1).error);
        QCOMPARE(names_in(catalog.set_text(1, "name: b\n")), "b@");
        QVERIFY(!catalog.file(1).error);
        QVERIFY(store_verdict(catalog).loads());
    }
    void manyCardsAtOnce() {
        std::string text;
        for (int i = 0; i < 100'000; ++i) // minutes, if each looked at all before it
            text += "---\nname: a\n";
        auto catalog = Catalog::load({memory("name: b\n"), memory(text)});
        QCOMPARE(catalog.repeated_cards().size(), std::size_t(99'999));
        const auto change = catalog.edit(1, 0, text.size() - 8, "");
        QCOMPARE(names_in(change), "a@");
        QCOMPARE(catalog.card_count(), std::size_t(2));
        QVERIFY(store_verdict(catalog).loads());
        catalog.edit(1, 0, 0, text + "---\n");
        QCOMPARE(catalog.repeated_cards().size(), std::size_t(100'000));
        QVERIFY(*catalog.find("a", "") == (CardRef{.file = 1, .document = 0}));
    }
    void anyEditsLeaveWhatAFreshLoadGives() {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const std::vector<std::string> pieces = {
            "name: ", "a",    "b",   "c",       "\n", "---\n",       "...\n", "base: ", "@user",     " ",
            "- ",     "[",    "]",   "\"",      "# ", "%YAML 1.1\n", "n",     "y",      "name: a\n", "name: n\n---\n",
            "\t",     "\xff", "&x ", "<<: *x\n"};
        const Disk disk;
        std::string texts[3];
        for (int round = 0; round < 15; ++round) {
            for (int i = 0; i < 3; ++i) {
                texts[i].clear();
                for (auto n = random.bounded(12); n > 0; --n)
                    texts[i] += "name: " + pieces[1 + random.bounded(3u)] + "\n---\n";
                disk.write("f" + std::to_string(i) + ".yaml", texts[i]);
            }
            auto catalog = Catalog::load({file_source(disk.root())}, in_order());
            for (int step = 0; step < 40; ++step) {
                const auto file = random.bounded(3u);
                std::string& text = texts[file];
                const auto begin = random.bounded(std::uint32_t(text.size()) + 1);
                const auto end = std::min<std::size_t>(text.size(), begin + random.bounded(6u));
                const std::string& piece = pieces[random.bounded(std::uint32_t(pieces.size()))];
                text.replace(begin, end - begin, piece);
                if (random.bounded(8) == 0)
                    catalog.set_text(file, text);
                else
                    catalog.edit(file, begin, end, piece);
                disk.write("f" + std::to_string(file) + ".yaml", text);
            }
            const auto fresh = Catalog::load({file_source(disk.root())}, in_order());
            QVERIFY2(portrait(catalog) == portrait(fresh),
                     qPrintable(QString("seed %1, round %2\n%3\n--- but fresh ---\n%4")
                                    .arg(seed)
                                    .arg(round)
                                    .arg(portrait(catalog), portrait(fresh))));
        }
    }
};

QTEST_APPLESS_MAIN(CatalogEditTest)
#include "catalog_edit_test.moc"
