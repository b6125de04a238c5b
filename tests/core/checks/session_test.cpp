// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "checked_texts.h"
#include "core/registry/bundled.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace fairlead;

namespace {

constexpr std::uint32_t first = 0;

std::string base_and_children(int children) {
    std::string text = "name: root\nmodel_family: llama\nmodel_arch: 7b\ncheckpoint: /x\n";
    for (int i = 0; i < children; ++i) {
        text += "---\nname: child" + std::to_string(i) + "\nbase: root\n";
    }
    return text;
}

std::size_t offset_of(const CheckSession& session, std::string_view what) {
    return session.catalog().file(first).stream.text().find(what);
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void anEditThatNobodyElseSeesChecksOneDocument() {
        CheckSession session = checked::alone({{"a.yaml", base_and_children(100)}});
        const auto update = session.edit(first, offset_of(session, "/x") + 2, offset_of(session, "/x") + 2, "yz");
        QCOMPARE(update.rechecked, std::vector<CardRef>({CardRef{0, 0}}));
        QVERIFY(!update.source_findings_changed);
    }

    void anEditThatChildrenSeeChecksThem() {
        CheckSession session = checked::alone({{"a.yaml", base_and_children(100)}});
        const std::size_t at = offset_of(session, "7b");
        QCOMPARE(session.edit(first, at, at + 2, "7c").rechecked.size(), std::size_t{101});
    }

    void aNewNameChecksThoseThatAskForIt() {
        CheckSession session = checked::alone({{"a.yaml", base_and_children(3)}, {"b.yaml", "name: other\n"}});
        const auto update = session.edit(first, 6, 10, "roots");
        QCOMPARE(update.rechecked.size(), std::size_t{4});
        QCOMPARE(
            checked::lines(session).front(),
            QStringLiteral("a.yaml:7:7 error FS010 root is no card: the base does not exist. Did you mean roots?"));
    }

    void aLineMoreChangesWhatTellsLines() {
        CheckSession session = checked::alone({{"a.yaml", "name: a\n---\nname: b\n---\n"}});
        QCOMPARE(session.diagnostics().front()->short_message, std::string("line 4"));
        const auto update = session.edit(first, 0, 0, "# one more\n");
        QCOMPARE(update.rechecked, std::vector<CardRef>({CardRef{0, 0}, CardRef{0, 2}}));
        QCOMPARE(session.diagnostics().front()->short_message, std::string("line 5"));
    }

    void findingsMoveWithTheirDocuments() {
        CheckSession session = checked::alone({{"a.yaml", "name: a\n---\nname: b\nbase: zzz\n"}});
        const auto update = session.edit(first, 0, 0, "name: c\n---\n");
        QCOMPARE(update.change.documents.inserted, std::size_t{2});
        const auto diagnostics = session.diagnostics();
        QCOMPARE(diagnostics.size(), std::size_t{1});
        QCOMPARE(diagnostics.front()->place->document, std::uint32_t{2});
        QCOMPARE(diagnostics.front()->card.value(), (CardRef{0, 2}));
        QVERIFY(session.diagnostics_of(CardRef{0, 1}).empty());
        QCOMPARE(session.diagnostics_of(CardRef{0, 2}).size(), std::size_t{1});
    }

    void aSharedFindingIsOfAllItsOwners() {
        CheckSession session = checked::alone({{"a.yaml", "name: x\n---\nname: y\n"}, {"b.yaml", "name: x\n"}});
        QCOMPARE(session.diagnostics().size(), std::size_t{1});
        const Diagnostic* const shared = session.diagnostics().front();
        QCOMPARE(session.diagnostics_of(CardRef{0, 0}), std::vector<const Diagnostic*>({shared}));
        QCOMPARE(session.diagnostics_of(CardRef{0, 1}), std::vector<const Diagnostic*>());
        QCOMPARE(session.diagnostics_of(CardRef{1, 0}), std::vector<const Diagnostic*>({shared}));
        QCOMPARE(session.diagnostics_of(std::uint32_t{1}), std::vector<const Diagnostic*>({shared}));
        session.edit(1, 6, 7, "z");
        QVERIFY(session.diagnostics().empty());
        QVERIFY(session.diagnostics_of(CardRef{1, 0}).empty());
        QVERIFY(session.verdict().loads());
    }

    void aFindingBesideTheRegistryIsReportedAtThePersonsCard() {
        const CheckSession session = checked::session(QStringLiteral("name: llama3_8b\n"), true);
        QCOMPARE(session.diagnostics().size(), std::size_t{1});
        QCOMPARE(session.catalog().file(session.diagnostics().front()->place->file).shown, std::string("a.yaml"));
        QCOMPARE(session.package_diagnostics().size(), std::size_t{45});
    }

    void becomingACopyTurnsManyFindingsIntoOne() {
        const QString two = QStringLiteral("==== one\n== one/f.yaml\nname: a\n---\nname: b\n---\nname: c\n"
                                           "==== two\n== two/f.yaml\nname: a\n---\nname: b\n---\nname: d\n");
        CheckSession session = checked::session(two);
        QCOMPARE(checked::lines(session, {8}).size(), 2);
        QVERIFY(checked::lines(session, {19}).isEmpty());
        const std::string text = session.catalog().file(1).stream.text();
        const auto update = session.edit(1, text.size() - 2, text.size() - 1, "c");
        QVERIFY(update.source_findings_changed);
        QVERIFY(checked::lines(session, {8}).isEmpty());
        QCOMPARE(
            checked::lines(session, {19}),
            QStringList({QStringLiteral("two error! FS019 This folder repeats 3 cards of one. fairseq2 accepts a name "
                                        "only once: look at it alone, or take it out of the sources.")}));
        session.edit(1, text.size() - 2, text.size() - 1, "d");
        QCOMPARE(checked::lines(session, {8}).size(), 2);
        QVERIFY(checked::lines(session, {19}).isEmpty());
    }

    void theVerdictFollows() {
        CheckSession session = checked::alone({{"a.yaml", "name: a\n"}});
        QVERIFY(session.verdict().loads());
        session.edit(first, 8, 8, "---\n");
        QVERIFY(!session.verdict().loads());
        session.set_text(first, "name: b\n");
        QVERIFY(session.verdict().loads());
        QCOMPARE(session.summary().cards, std::size_t{1});
    }

    void anotherEnvironmentIsLookedForAfterUser() {
        SessionOptions options;
        options.registry = bundled_snapshot();
        options.alone = true;
        options.environment = "cluster";
        options.sources = checked::sources(QStringLiteral("name: a\nmodel_family: llama\nurl: x\n---\n"
                                                          "name: a@cluster\ncheckpoint: /x\n"));
        QVERIFY(CheckSession::load(std::move(options)).diagnostics().empty());
        const CheckSession without = checked::session(QStringLiteral("name: a\nmodel_family: llama\nurl: x\n---\n"
                                                                     "name: a@cluster\ncheckpoint: /x\n"));
        QCOMPARE(without.diagnostics().size(), std::size_t{1});
    }

    void directivesReachLaterFiles() {
        CheckSession session = checked::alone({{"a.yaml", "name: a\n"}, {"b.yaml", "name: no\n"}});
        QVERIFY(session.verdict().loads());
        session.edit(first, 0, 0, "%YAML 1.1\n---\n");
        QVERIFY(!session.verdict().loads());
        QCOMPARE(
            checked::lines(session, {5}),
            QStringList({QStringLiteral("b.yaml:1:7 error! FS005 no is read as a boolean, and a name must be text. Put "
                                        "it in quotes.")}));
        session.set_text(first, "name: a\n");
        QCOMPARE(checked::lines(session, {5, 16}), QStringList());
    }

    void aCardTellsSomeOfItsManyFindings_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("each");
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("last");
        QTest::newRow("unknown fields")
            << QByteArray("name: a\ncheckpoint: /x\n") << QByteArray("f%1: 1\n") << 27
            << QStringLiteral("a.yaml:103:1 info FS027 And 900 more like this in this card, which are not listed.");
        QTest::newRow("nulls that hide") << QByteArray("name: a\nbase: b\n") << QByteArray("f%1: null\n") << 29
                                         << QStringLiteral("a.yaml:103:1 info FS029 And 900 more like this in this "
                                                           "card, which are not listed.");
        QTest::newRow("words read otherwise")
            << QByteArray("name: a\ncheckpoint: /x\ndataset_family: x\n") << QByteArray("f%1: yes\n") << 43
            << QStringLiteral("a.yaml:104:7 warning FS043 And 900 more like this in this card, which are not listed.");
        QTest::newRow("keys of a config")
            << QByteArray("name: a\nmodel_family: llama\nmodel_config:\n") << QByteArray("  f%1: 1\n") << 23
            << QStringLiteral("a.yaml:104:3 error FS023 And 100 more like this in this card, which are not listed.");
    }

    void aCardTellsSomeOfItsManyFindings() {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, each);
        QFETCH(const int, rule);
        QFETCH(const QString, last);
        QByteArray card = before;
        QByteArray base = "name: b\ncheckpoint: /x\ndataset_family: x\n";
        for (int i = 0; i < 1000; ++i) {
            const QByteArray number = QByteArray::number(i).rightJustified(3, '0');
            card += QByteArray(each).replace("%1", number);
            base += "f" + number + ": 1\n";
        }
        CheckSession session = checked::alone({{"a.yaml", card.toStdString()}, {"b.yaml", base.toStdString()}});
        QStringList lines = checked::lines(session, {rule});
        QCOMPARE(lines.size(), 101);
        QCOMPARE(lines.back(), last);
        const CardRef a{first, 0};
        const auto is_note = [](const Diagnostic* one) { return one->message.starts_with("And "); };
        const auto found = session.diagnostics_of(a);
        const auto note = std::find_if(found.begin(), found.end(), is_note);
        QVERIFY(note != found.end());
        QCOMPARE((*note)->card, std::optional(a));
        QVERIFY((*note)->short_message.starts_with("and ") && (*note)->short_message.ends_with(" more"));
        session.edit(first, 6, 7, "c"); // what an edit finds is the same
        QCOMPARE(checked::lines(session, {rule}), lines);
    }

    void ofEachSeverityAsMany() {
        std::string text = "name: a\ncheckpoint: /x\n";
        for (int i = 0; i < 200; ++i) {
            text += "f" + std::to_string(i) + ": 1\n";
        }
        CheckSession session = checked::alone({{"a.yaml", text + "modle_family: llama\n"}});
        const QStringList lines = checked::lines(session, {27});
        QCOMPARE(lines.size(), 102);
        QCOMPARE(lines.back(), QStringLiteral("a.yaml:203:1 warning FS027 modle_family is no field that fairseq2 "
                                              "reads. Did you mean model_family?"));
    }

    void oneThatIsLeftOut() {
        std::string text = "name: a\ncheckpoint: /x\n";
        for (int i = 0; i < 101; ++i) {
            text += "f" + std::to_string(i) + ": 1\n";
        }
        CheckSession session = checked::alone({{"a.yaml", text}});
        QCOMPARE(checked::lines(session).back(),
                 QStringLiteral("a.yaml:103:1 info FS027 And 1 more like this in this card, which is not listed."));
    }

    void aChainThatIsTooLong_data() {
        QTest::addColumn<int>("cards");
        QTest::addColumn<QStringList>("expected");
        const QString near = QStringLiteral("a.yaml:2849:7 warning FS066 c949 stands on 949 bases. fairseq2 follows "
                                            "about 983: put some of them together.");
        const QString over = QStringLiteral(
            "a.yaml:2951:7 error FS066 c983 stands on 983 bases, more than fairseq2 can follow: neither this card nor "
            "one that is based on it can be used. Put some of them together.");
        QTest::newRow("949") << 949 << QStringList();
        QTest::newRow("950") << 950 << QStringList{near};
        QTest::newRow("983") << 983 << QStringList{near};
        QTest::newRow("984") << 984 << QStringList{near, over};
        QTest::newRow("50000") << 50'000 << QStringList{near, over};
    }

    void aChainThatIsTooLong() {
        QFETCH(const int, cards);
        QFETCH(const QStringList, expected);
        std::string text = "name: c0\n#\n---\n";
        for (int i = 1; i < cards; ++i) {
            text += "name: c" + std::to_string(i) + "\nbase: c" + std::to_string(i - 1) + "\n---\n";
        }
        text.resize(text.size() - 4);
        // Of cards from a file the folder is copied, too.
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
        file.close();
        SessionOptions options;
        options.alone = true;
        options.sources.push_back(file_source(folder.path().toStdString()));
        CheckSession session = CheckSession::load(std::move(options));
        QStringList lines = checked::lines(session);
        lines.replaceInStrings(folder.path() + u'/', QString());
        QCOMPARE(lines, expected);
        if (expected.size() == 2) {
            const std::vector<const Diagnostic*> found = session.diagnostics();
            QCOMPARE(found.back()->fairseq2_says,
                     std::string("AssetMetadataError: Metadata of the c0@ asset cannot be copied."));
            // In the middle of it the chain is cut: both parts are short enough then.
            const std::string cut = "base: c500\n";
            const std::size_t at = offset_of(session, cut);
            session.edit(first, at, at + cut.size() - 1, "#");
            QCOMPARE(checked::lines(session).isEmpty(), cards < 1400);
        }
    }

    void aLoopOfManyCards() {
        constexpr int cards = 50'000;
        std::string text;
        for (int i = 0; i < cards; ++i) {
            text += "name: c" + std::to_string(i) + "\nbase: c" + std::to_string((i + 1) % cards) + "\n---\n";
        }
        text.resize(text.size() - 4);
        CheckSession session = checked::alone({{"a.yaml", text}, {"b.yaml", "name: leads_there\nbase: c7\n"}});
        QCOMPARE(checked::lines(session),
                 QStringList({QStringLiteral("a.yaml:2:7 error FS011 c0 → c1 → c2 → c3 → c4 → c5 → c6 → c7 → … 49992 "
                                             "more … → c0: the bases lead back to where they began. Take out one of "
                                             "them.")}));
        QCOMPARE(session.diagnostics().front()->related.size(), std::size_t{100});
    }

    void whatANullHidesFollowsEdits() {
        CheckSession session = checked::alone({{"a.yaml", "name: a\ndataset_family: x\nfirst: 1\nother: 1\n"},
                                               {"b.yaml", "name: b\nbase: a\nmine: null\n"}});
        QCOMPARE(checked::lines(session, {29}), QStringList());
        const std::size_t at = offset_of(session, "other");
        session.edit(first, at, at + 5, "mine");
        QCOMPARE(checked::lines(session, {29}),
                 QStringList({QStringLiteral("b.yaml:3:1 info FS029 mine: null hides the value of a.")}));
        session.edit(first, at + 6, at + 7, "null");
        QCOMPARE(checked::lines(session, {29}), QStringList());
    }

    void whetherACardIsABaseFollowsEdits() {
        CheckSession session =
            checked::alone({{"a.yaml", "name: a\nmodel_arch: 7b\n"}, {"b.yaml", "name: b\nmodel_family: llama\n"}});
        QCOMPARE(checked::lines(session, {68}).size(), 1);
        const std::string line = "base: a\n";
        session.edit(1, 0, 0, line);
        QCOMPARE(checked::lines(session, {68}), QStringList());
        session.edit(1, 0, line.size(), {});
        QCOMPARE(checked::lines(session, {68}).size(), 1);
    }

    /// A pass over the base for each of them would take minutes.
    void nullsThatHideAreLookedUpOnce() {
        std::string base = "name: b\ncheckpoint: /x\n";
        std::string leaf = "---\nname: a\nbase: b\n";
        for (int i = 0; i < 200'000; ++i) {
            base += "b" + std::to_string(i) + ": 1\n";
            leaf += "a" + std::to_string(i) + ": null\n";
        }
        CheckSession session = checked::alone({{"a.yaml", base + leaf + "b199999: null\n"}});
        QCOMPARE(checked::lines(session, {29}),
                 QStringList({QStringLiteral("a.yaml:400006:1 info FS029 b199999: null hides the value of b.")}));
    }

    void findingsAreInOrder() {
        const CheckSession session = checked::session(QStringLiteral(
            "==== two\n== two/b.yaml\nname: b\nbase: zzz\nnum_shards: 1\n== two/a.yaml\nname: a\nbase: zzz\n"
            "==== one\n== one/z.yaml\nname: z\nbase: zzz\n"));
        QStringList places;
        for (const QString& line : checked::lines(session)) {
            places << line.section(u' ', 0, 0);
        }
        QCOMPARE(places, QStringList({"two/a.yaml:2:7", "two/b.yaml:2:7", "two/b.yaml:3:1", "one/z.yaml:2:7"}));
    }

    void editsOfAFixAreLastFirst() {
        const CheckSession session = checked::alone({{"a.yaml", "name:\ta\nurl:\tb\n"}});
        const std::vector<FileEdit> edits = file_edits(session.catalog(), session.diagnostics().front()->fixes.front());
        QCOMPARE(edits.size(), std::size_t{2});
        QVERIFY(edits.at(0).begin > edits.at(1).begin);
    }
};

QTEST_APPLESS_MAIN(SessionTest)
#include "session_test.moc"
