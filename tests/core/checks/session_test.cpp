// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "checked_texts.h"
#include "core/registry/bundled.h"

#include <QTest>

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
