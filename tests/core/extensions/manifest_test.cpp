// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/key_depth.h"
#include "core/extensions/manifest.h"
#include "tests/core/files/disk.h"

#include <QRegularExpression>
#include <QTest>
#include <string>

using namespace fairlead;

namespace {

QString problems_of(const Manifest& manifest) {
    QStringList lines;
    for (const ManifestProblem& problem : manifest.problems)
        lines += QString::fromStdString(to_string(problem));
    return lines.join('\n');
}

/// `name=value@line:column`, or `name!fault@line:column`.
QString entries_of(const Manifest& manifest) {
    QStringList lines;
    for (const EntryPoint& entry : manifest.entries)
        lines += QString("%1%2@%3:%4")
                     .arg(QString::fromStdString(entry.name),
                          QString::fromStdString(entry.fault.empty() ? '=' + entry.value : '!' + entry.fault))
                     .arg(entry.position.line)
                     .arg(entry.position.column);
    return lines.join('\n');
}

const std::string table = "[project.entry-points.\"fairseq2.extension\"]\n";

} // namespace

class ManifestTest : public QObject {
    Q_OBJECT

private slots:
    void entriesKeepTheOrderOfTheText() {
        const Manifest manifest = parse_manifest("[project]\nname = \"speechlab\"\nversion = \"1.4.0\"\n\n" + table +
                                                     "zebra = \"z:z::setup\"\n  ant = \"a:a::setup [x]\"\n",
                                                 "m.toml");
        QCOMPARE(problems_of(manifest), QString());
        QCOMPARE(entries_of(manifest), QString("zebra=z:z::setup@6:1\nant=a:a::setup [x]@7:3"));
        QCOMPARE(manifest.distribution, std::string("speechlab"));
        QCOMPARE(manifest.version, std::string("1.4.0"));
        QCOMPARE(manifest.entries[1].target, (EntryPointTarget{"a", {"a", "setup"}, "x"}));
        QCOMPARE(manifest.entries[1].manifest, std::filesystem::path("m.toml"));
    }

    void tableMayBeWrittenInAnyForm_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("dotted keys") << QByteArray("project.entry-points.\"fairseq2.extension\".x = \"l:f\"\n");
        QTest::newRow("inline") << QByteArray("project = {entry-points = {'fairseq2.extension' = {x = 'l:f'}}}");
        QTest::newRow("CRLF") << QByteArray("[project.entry-points.\"fairseq2.extension\"]\r\nx = 'l:f'\r\n");
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF[project.entry-points.\"fairseq2.extension\"]\nx = 'l:f'");
        QTest::newRow("escaped") << QByteArray("[project.entry-points.\"fairseq2\\u002eextension\"]\nx = 'l:f'");
    }
    void tableMayBeWrittenInAnyForm() {
        QFETCH(QByteArray, text);
        const Manifest manifest = parse_manifest(text.toStdString(), "m.toml");
        QCOMPARE(problems_of(manifest), QString());
        QCOMPARE(manifest.entries.size(), std::size_t(1));
        QCOMPARE(manifest.entries[0].value, std::string("l:f"));
    }

    void badEntryStaysListedAndTheRestGoesOn() {
        const Manifest manifest = parse_manifest(
            table + "a = \"l:f\"\nb = 5\nc = \"nothing\"\n\"\" = \"l:f\"\nd.e = \"l:f\"\nf = [1]\ng = \"l:f\"\n",
            "m.toml");
        QCOMPARE(problems_of(manifest), QString());
        QCOMPARE(
            entries_of(manifest),
            QString("a=l:f@2:1\n"
                    "b!`b` must be a string like \"library:namespace::function\", but is an integer.@3:1\n"
                    "c!`nothing` has no colon between library and function. Write `library:namespace::function`.@4:1\n"
                    "!The extension has an empty name.@5:1\n"
                    "d!`d` must be a string like \"library:namespace::function\", but is a table.@6:1\n"
                    "f!`f` must be a string like \"library:namespace::function\", but is an array.@7:1\n"
                    "g=l:f@8:1"));
    }

    void problemNamesFileLineAndColumn_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const QByteArray head(table.c_str());
        QTest::newRow("empty")
            << QByteArray()
            << "m.toml: It has no table [project.entry-points.\"fairseq2.extension\"], so it brings no extension.";
        QTest::newRow("no table")
            << QByteArray("[project]\nname='x'\n")
            << "m.toml: It has no table [project.entry-points.\"fairseq2.extension\"], so it brings no extension.";
        QTest::newRow("no quotes") << QByteArray("[project.entry-points.fairseq2.extension]\nx='l:f'\n")
                                   << "m.toml:1:1: The name of the group needs quotes: write "
                                      "[project.entry-points.\"fairseq2.extension\"].";
        QTest::newRow("plural") << QByteArray("\n[project.entry-points.\"fairseq2.extensions\"]\nx='l:f'\n")
                                << "m.toml:2:1: The group `fairseq2.extensions` is not read: write "
                                   "[project.entry-points.\"fairseq2.extension\"].";
        QTest::newRow("old group") << QByteArray("[project.entry-points.fairseq2]\nx='l:f'\n")
                                   << "m.toml:1:1: The group `fairseq2` is not read: write "
                                      "[project.entry-points.\"fairseq2.extension\"].";
        QTest::newRow("commands") << QByteArray("[project.entry-points.\"fairseq2.cli\"]\nx='l:f'\n")
                                  << "m.toml:1:1: The group `fairseq2.cli` is not read: write "
                                     "[project.entry-points.\"fairseq2.extension\"].";
        QTest::newRow("plural and commands") << QByteArray("[project.entry-points.\"fairseq2.cli\"]\nx='l:f'\n"
                                                           "[project.entry-points.\"fairseq2.extensions\"]\nx='l:f'\n")
                                             << "m.toml:3:1: The group `fairseq2.extensions` is not read: write "
                                                "[project.entry-points.\"fairseq2.extension\"].";
        QTest::newRow("not below project") << QByteArray("[entry-points.\"fairseq2.extension\"]\nx='l:f'\n")
                                           << "m.toml:1:1: The table belongs below `project`: write "
                                              "[project.entry-points.\"fairseq2.extension\"].";
        QTest::newRow("project is no table")
            << QByteArray("project = 3\n") << "m.toml:1:11: `project` must be a table, but is an integer.";
        QTest::newRow("group is no table") << QByteArray("[project.entry-points]\n\"fairseq2.extension\" = \"l:f\"\n")
                                           << "m.toml:2:24: `fairseq2.extension` must be a table, but is a string.";
        QTest::newRow("one name twice")
            << head + "x = \"l:f\"\ny = \"l:f\"\nx = \"l:g\"\n"
            << "m.toml:4:5: It is not TOML: parsing key-value pair: cannot redefine existing string 'x'.";
        QTest::newRow("bad TOML") << head + "x = l:f\n"
                                  << "m.toml:2:5: It is not TOML: parsing value: could not determine value type.";
        QTest::newRow("open string")
            << head + "x = \"l:f\n"
            << "m.toml:2:9: It is not TOML: parsing string: unescaped control characters other than "
               "TAB (U+0009) are explicitly prohibited.";
        QTest::newRow("what toml++ asserts on") << QByteArray("# \xC3\xA9\n\xC3\xA9 = 1\n").replace("\xC3\xA9 =", "[#")
                                                << "m.toml:2:2: It is not TOML: this cannot stand here.";
        QTest::newRow("no UTF-8") << head + "x = \"\xFF\"\n"
                                  << "";
        QTest::newRow("letters beyond ASCII after a value") << head + "x = 0 \xC3\xA9 = 1\n"
                                                            << "";
        QTest::newRow("NUL") << head + QByteArray("x\0 = 1\n", 7) << "";
        QTest::newRow("YAML") << QByteArray("name: x\nbase: y\n") << "";
        QTest::newRow("ELF") << QByteArray("\x7F"
                                           "ELF\x02\x01\x01\0\0\0\0",
                                           11)
                             << "";
        QTest::newRow("deep values") << head + "x = " + QByteArray(100000, '[') << "";
        QTest::newRow("deep key") << head + "\n" + QByteArray("a.").repeated(500000) + "a = 1\n"
                                  << "m.toml:3: A key has over 100 parts.";
        QTest::newRow("deep table") << "[" + QByteArray("a . ").repeated(500000) + "a]\n"
                                    << "m.toml:1: A key has over 100 parts.";
        QTest::newRow("deep inline key") << "x = {" + QByteArray("'a'.").repeated(500000) + "a = 1}\n"
                                         << "m.toml:1: A key has over 100 parts.";
    }
    void problemNamesFileLineAndColumn() {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        const Manifest manifest = parse_manifest(text.toStdString(), "m.toml");
        QCOMPARE(manifest.problems.size(), std::size_t(1));
        QVERIFY(manifest.entries.empty());
        if (problem.isEmpty()) // the sentence is toml++'s alone; that it is there, with a place, is ours
            QVERIFY2(QRegularExpression("^m\\.toml:\\d+:\\d+: It is not TOML: .+\\.$")
                         .match(problems_of(manifest))
                         .hasMatch(),
                     qPrintable(problems_of(manifest)));
        else
            QCOMPARE(problems_of(manifest), problem);
    }

    void dotsInStringsAndCommentsAreNoKeys() {
        const std::string dots = "a" + std::string(5000, '.');
        for (const std::string& text : {"x = \"" + dots + "\"\n", "x = '" + dots + "'\n", "# " + dots + "\n",
                                        "x = \"\"\"\n\\\"\"\n" + dots + "\"\"\"\n", "x = '''\n''" + dots + "'''\n",
                                        "x = [1.5, 1.5]\n\"a\\\"" + dots + "\" = 1\n"})
            QVERIFY2(!find_deep_key(text, 5), text.substr(0, 30).c_str());
        QCOMPARE(find_deep_key("a.b.c.d = 1\n", 4), std::nullopt);
        QCOMPARE(find_deep_key("x = '''\n\n'''\na.b.c.d = 1\n", 3), (TextPosition{4, 0}));
    }

    void fileThatCannotBeReadIsAProblem() {
        const test::Disk disk;
        const auto folder = disk.make_folder("folder.toml");
        QCOMPARE(problems_of(read_manifest(disk / "none.toml"))
                     .startsWith(QString::fromStdString((disk / "none.toml").string() + ": ")),
                 true);
        QCOMPARE(read_manifest(folder).problems.size(), std::size_t(1));
        const auto large = disk.write("large.toml", std::string((std::size_t{1} << 20) + 1, '\n'));
        QCOMPARE(read_manifest(large).problems.size(), std::size_t(1));
        const auto good = disk.write("good.toml", table + "x = 'l:f'\n");
        QCOMPARE(entries_of(read_manifest(good)), QString("x=l:f@2:1"));
    }
};

QTEST_APPLESS_MAIN(ManifestTest)
#include "manifest_test.moc"
