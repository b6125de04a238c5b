// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// Certain fixes byte by byte: line ends, a missing last one, a BOM, comments and order stay as they are.
#include "checked_texts.h"
#include "core/checks/apply_fixes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fairlead;

namespace {

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

QByteArray fixed(const QByteArray& text, AppliedFixes& fixes) {
    CheckSession session = checked::alone({{"a.yaml", text.toStdString()}});
    fixes = apply_certain_fixes(session);
    return bytes(session.catalog().files().back().stream.text());
}

} // namespace

class ApplyFixesTest : public QObject {
    Q_OBJECT

private slots:
    void touchesOnlyWhatItMeans_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray bom = "\xEF\xBB\xBF";
        QTest::newRow("marker, CRLF") << QByteArray("name: a\r\n---\r\n") << QByteArray("name: a\r\n");
        QTest::newRow("marker, lone CR") << QByteArray("name: a\r---\r") << QByteArray("name: a\r");
        QTest::newRow("marker, mixed ends")
            << QByteArray("name: a\r\nurl: x\n---\r\n# end\n") << QByteArray("name: a\r\nurl: x\n# end\n");
        QTest::newRow("marker, no last line's end") << QByteArray("name: a\r\n---") << QByteArray("name: a\r\n");
        QTest::newRow("marker after a BOM") << bom + "---\n---\nname: a\n" << bom + "---\nname: a\n";
        QTest::newRow("markers in a row") << QByteArray("name: a\n---\n---\n---\n") << QByteArray("name: a\n");
        QTest::newRow("marker with blanks and a comment")
            << QByteArray("name: a\n---   # x\r\n") << QByteArray("name: a\n# x\r\n");
        QTest::newRow("name, CRLF") << QByteArray("# c\r\nname:   7   # seven\r\nurl: x")
                                    << QByteArray("# c\r\nname:   \"7\"   # seven\r\nurl: x");
        QTest::newRow("name, not first") << QByteArray("url: x\nname: 2024-01-01")
                                         << QByteArray("url: x\nname: \"2024-01-01\"");
        QTest::newRow("line in the middle, CRLF") << QByteArray("name: a\r\nnum_shards: 2\r\n\r\n# c\r\nurl: x\r\n")
                                                  << QByteArray("name: a\r\n\r\n# c\r\nurl: x\r\n");
        QTest::newRow("first line") << QByteArray("num_shards: 2\nname: a\n") << QByteArray("name: a\n");
        QTest::newRow("first line after a BOM, no fix") << bom + "num_shards: 2\nname: a\n"
                                                        << bom + "num_shards: 2\nname: a\n";
        QTest::newRow("last line without its end") << QByteArray("name: a\nnum_shards: 2") << QByteArray("name: a\n");
        QTest::newRow("comment behind it stays")
            << QByteArray("name: a\nnum_shards: 2 # why\n") << QByteArray("name: a\n# why\n");
        QTest::newRow("quoted value") << QByteArray("name: a\nnum_shards: \"2\"\nuse_v2_tokenizer: 'x'\n")
                                      << QByteArray("name: a\n");
        QTest::newRow("indented mapping") << QByteArray("  name: a\n  num_shards: 2\n") << QByteArray("  name: a\n");
        QTest::newRow("non-ASCII beside it")
            << QByteArray("name: \"å日\"\nnum_shards: 2\nurl: \"ü\"\n") << QByteArray("name: \"å日\"\nurl: \"ü\"\n");
        QTest::newRow("overlay's base") << QByteArray("name: a\n---\nname: a@user\nbase: a\n# c\nurl: x\n")
                                        << QByteArray("name: a\n---\nname: a@user\n# c\nurl: x\n");
        QTest::newRow("tabs, CRLF") << QByteArray("name:\ta\r\nmodel_config:\r\n\tx: 1\r\n")
                                    << QByteArray("name: a\r\nmodel_config:\r\n  x: 1\r\n");
        QTest::newRow("two tabs after a colon") << QByteArray("name:\t\ta\n") << QByteArray("name:  a\n");
        QTest::newRow("what a fix uncovers is fixed too")
            << QByteArray("name:\t7\nnum_shards:\t2\n") << QByteArray("name: \"7\"\n");
        QTest::newRow("nothing to fix") << QByteArray("name: a\r\n") << QByteArray("name: a\r\n");
    }

    void touchesOnlyWhatItMeans() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, expected);
        AppliedFixes fixes;
        QCOMPARE(fixed(text, fixes), expected);
        QVERIFY(fixes.finished);
        QCOMPARE(fixes.files.size(), std::size_t{text == expected ? 0U : 1U});
        QCOMPARE(fixes.applied.empty(), text == expected);
    }

    void severalFilesAndWhatWasDone() {
        CheckSession session =
            checked::session(QStringLiteral("== a.yaml\nname: a\n---\n== b.yaml\nname: b\n"
                                            "== c.yaml\nname: c\nnum_shards: 1\nuse_v2_tokenizer: x\n"));
        const AppliedFixes fixes = apply_certain_fixes(session);
        QCOMPARE(fixes.files.size(), std::size_t{2});
        QCOMPARE(bytes(fixes.files.at(0).before), QByteArray("name: a\n---\n"));
        QCOMPARE(bytes(fixes.files.at(0).after), QByteArray("name: a\n"));
        QCOMPARE(bytes(fixes.files.at(1).after), QByteArray("name: c\n"));
        QCOMPARE(fixes.applied.size(), std::size_t{3});
        QCOMPARE(fixes.applied.at(0).rule, std::uint16_t{3});
        QCOMPARE(bytes(fixes.applied.at(0).title), QByteArray("Remove this --- (line 2)"));
        QCOMPARE(bytes(fixes.applied.at(2).place.file), QByteArray("c.yaml"));
        QCOMPARE(fixes.applied.at(2).place.line, std::size_t{3});
        QVERIFY(session.diagnostics().empty());
        QVERIFY(session.verdict().loads());
    }

    void twoCardsOfOneDateGetOneNameAndThatIsTold() {
        CheckSession session = checked::alone({{"a.yaml", "name: 2024-01-01\n---\nname: 2024-01-01\n"}});
        const AppliedFixes fixes = apply_certain_fixes(session);
        QVERIFY(fixes.finished);
        QCOMPARE(session.diagnostics().size(), std::size_t{1});
        QCOMPARE(session.diagnostics().front()->rule, std::uint16_t{8});
    }

    void filesThatCannotBeWrittenStay() {
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("a.yaml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name: a\n---\n");
        file.close();
        SessionOptions options;
        options.sources = {file_source(path.toStdString())};
        CheckSession session = CheckSession::load(std::move(options));
        if (session.catalog().file(0).writable) {
            QCOMPARE(apply_certain_fixes(session).files.size(), std::size_t{1});
        }
        options = {};
        options.sources = {in_memory_source("memory", "name: a\nnum_shards: 2\n")};
        CheckSession memory = CheckSession::load(std::move(options));
        QCOMPARE(memory.diagnostics().size(), std::size_t{1});
        QVERIFY(apply_certain_fixes(memory).files.empty());
    }

    void manyFixesTakeOneRound() {
        std::string text;
        for (int i = 0; i < 2000; ++i) {
            text += "---\nname: m" + std::to_string(i) + "\nnum_shards: 2\n";
        }
        CheckSession session = checked::alone({{"a.yaml", text}});
        const AppliedFixes fixes = apply_certain_fixes(session);
        QCOMPARE(fixes.applied.size(), std::size_t{2000});
        QVERIFY(session.diagnostics().empty());
    }
};

QTEST_APPLESS_MAIN(ApplyFixesTest)
#include "apply_fixes_test.moc"
