// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "extension_lab.h"

#include <QFile>
#include <QTest>

namespace {

QStringList states(const Outcome& outcome) {
    QStringList found;
    for (const QJsonValue& extension : outcome.json()["extensions"].toArray())
        found += extension["state"].toString();
    return found;
}

} // namespace

/// What `extensions` says of native ones.
class FairleadctlExtensionsTest : public QObject {
    Q_OBJECT

private slots:
    void everyExtensionIsShownWithItsState() {
        const Outcome outcome = ExtensionLab(good_and_bad).run(words("extensions --native --format json"));
        QVERIFY2(outcome.status == 1, outcome.text());
        const QJsonObject json = outcome.json();
        QCOMPARE(json.keys(), words("extensions fairseq2 format runs traced"));
        QCOMPARE(json["runs"].toInt(), 3);
        QVERIFY(!json["traced"].toBool());
        QCOMPARE(states(outcome), words("registered failed crashed exited failed registered"));
        QCOMPARE(json["fairseq2"]["untraced"]["starts"].toBool(true), false);
        QCOMPARE(json["fairseq2"]["untraced"]["stops_at"].toString(), QString("crashes"));
        QCOMPARE(json["fairseq2"]["traced"]["stops_at"].toString(), QString("throws"));
        const QJsonArray extensions = json["extensions"].toArray();
        QCOMPARE(
            extensions[0].toObject().keys(),
            words("call_ms conflict distribution error exit_code fairseq2 froze import_ms lacks library line manifest "
                  "name registered signal state value version warning"));
        QCOMPARE(extensions[1]["error"]["type"].toString(), QString("sample::SetupError"));
        const QJsonValue cause = extensions[1]["error"]["causes"][0];
        QCOMPARE(cause["message"].toString(), QString("the number is too large"));
        QCOMPARE(cause["frames"][0].toObject().keys(), words("code file function library line own"));
        QCOMPARE(extensions[2]["signal"].toString(), QString("SIGSEGV"));
        QCOMPARE(extensions[3]["exit_code"].toInt(), 3);
        QCOMPARE(extensions[3]["registered"][0]["name"].toString(), QString("Thing"));
        QCOMPARE(extensions[4]["conflict"]["owners"][0]["name"].toString(), QString("good"));
        QCOMPARE(extensions[4]["conflict"]["owners"][1]["name"].toString(), QString("again"));
    }

    void textTellsCauseAndCourse() {
        const Outcome outcome = ExtensionLab(good_and_bad).run(words("extensions --native"));
        QVERIFY2(outcome.status == 1, outcome.text());
        QVERIFY2(outcome.out.startsWith("EXTENSION  STATE              PACKAGE  IMPORT"), outcome.text());
        for (const char* part :
             {"\nthrows: failed\n", "    std::runtime_error: the number is too large\n      at ",
              "    which became sample::SetupError: The lab's families cannot be registered.\n",
              "\ncrashes: crashed (SIGSEGV)\n", "    the last that it printed:\n      the last words\n",
              "\nexits: exited (3)\n", "      by good at ", "      by again at ",
              "\nfairseq2, tracing off: does not start. It stops at crashes: the process ends (SIGSEGV).\n"})
            QVERIFY2(outcome.out.contains(part), part + outcome.text());
        QVERIFY(!outcome.out.contains("of the standard library"));
        QVERIFY(!outcome.out.contains("\ngood: "));
    }

    void lastLinesOfARegistryAreShownAndHarmless_data() {
        QTest::addColumn<QByteArray>("output"); // as JSON has it
        QTest::addColumn<QByteArray>("shown");
        QByteArray twelve;
        QByteArray ten;
        for (int line = 1; line <= 12; ++line) {
            twelve += QByteArray::number(line) + "\\n";
            if (line > 2)
                ten += "      " + QByteArray::number(line) + "\n";
        }
        QTest::newRow("ten of twelve") << twelve << ten;
        QTest::newRow("without an end") << twelve.chopped(2) << ten;
        QTest::newRow("empty lines") << QByteArray("\\n\\na\\n") << QByteArray("      \n      \n      a\n");
        QTest::newRow("an empty line") << QByteArray("\\n") << QByteArray("      \n");
        QTest::newRow("escapes") << QByteArray("\\u001b[2Ja\\tb") << QByteArray("      \\x1b[2Ja\\tb\n");
    }
    void lastLinesOfARegistryAreShownAndHarmless() {
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, shown);
        const Command command;
        command.write(
            "registry.json",
            "{\"format\":1,\"runtime\":{\"fairseq2\":\"0.8.1\"},\"families\":[],\"extensions\":[{\"name\":\"odd\","
            "\"state\":\"crashed\",\"signal\":\"SIG\\u001b[1m\",\"output\":\"" +
                output + "\"}]}");
        const Outcome outcome = command.run(words("extensions --registry registry.json"));
        QVERIFY2(outcome.out.contains("\nodd: crashed (SIG\\x1b[1m)\n"), outcome.text());
        QVERIFY2(outcome.out.contains("\n    the last that it printed:\n" + shown), outcome.text());
        QVERIFY(!outcome.out.contains('\x1b'));
    }

    void traceShowsAllFramesAndSetsTheVariable() {
        const ExtensionLab lab(good_and_bad);
        const Outcome text = lab.run(words("extensions --native --trace"));
        QVERIFY2(text.out.contains("of the standard library, the system or Fairlead"), text.text());
        QVERIFY2(text.out.contains("throw std::runtime_error(\"the number is too large\"); // HERE plain"),
                 text.text());
        QVERIFY(lab.run(words("extensions --native --trace --format json")).json()["traced"].toBool());
    }

    void callsOfFairleadAloneAreNoTrace() {
        const Outcome refused = ExtensionLab(Extensions{{"absent", "registers:registers::absent"}})
                                    .run(words("extensions --native --trace"));
        QVERIFY2(refused.out.contains("\nabsent: refused\n") && refused.out.contains(" has no function "),
                 refused.text());
        QVERIFY2(!refused.out.contains("of the standard library"), refused.text());
    }

    void whoLacksSomethingIsNamedWithItsPlace() {
        const ExtensionLab lab(Extensions{{"needs", "registers:registers::lacks"}});
        const QJsonArray extensions =
            lab.run(words("extensions --native --format json")).json()["extensions"].toArray();
        const QJsonObject lack = extensions[0]["lacks"][0].toObject();
        QCOMPARE(lack.keys(), words("asked_by deferred details file key line message"));
        QCOMPARE(lack["message"].toString(), QString("No registered provider found for `<class 'registers.Third'>`."));
        QCOMPARE(lack["asked_by"].toString(), QString("registers.NeedsThird"));
        QCOMPARE(lack["key"].toString(), QString("large"));
        QVERIFY2(lack["file"].toString().endsWith("/registers.cpp"), qPrintable(lack["file"].toString()));
        QFile source(lack["file"].toString());
        QVERIFY(source.open(QFile::ReadOnly));
        const QByteArray line = source.readAll().split('\n')[lack["line"].toInt() - 1];
        QVERIFY2(line.endsWith("// HERE lacks"), line);

        const Outcome text = lab.run(words("extensions --native"));
        const QString expected = QString("    cannot be resolved: No registered provider found for `<class "
                                         "'registers.Third'>`.\n      needed by registers.NeedsThird with the key "
                                         "large, registered at %1:%2\n")
                                     .arg(source.fileName())
                                     .arg(lack["line"].toInt());
        QVERIFY2(text.out.contains(expected.toUtf8()), text.text());
    }

    void goodExtensionsAreStatusZero() {
        const Outcome outcome =
            ExtensionLab(Extensions{{"good", "registers:registers::two"}}).run(words("extensions --native"));
        QVERIFY2(outcome.status == 0, outcome.text());
        QVERIFY2(outcome.out.endsWith("\nfairseq2, tracing off: starts.\nfairseq2, tracing on: starts.\n"),
                 outcome.text());
    }

    void withoutExtensionsThatIsSaid() {
        QCOMPARE(ExtensionLab(Extensions{}).run(words("extensions --native")).out.left(36),
                 QByteArray("There are no native extensions along"));
        QCOMPARE(
            Command().run(words("extensions")).out,
            QByteArray("The registry has no extensions. fairleadctl extensions --native looks for native ones.\n"));
    }

    void whatTheHostWarnsOfIsSaid() {
        const ExtensionLab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
        lab.write("extensions/broken.toml", "no table\n");
        const Outcome missing = lab.run(words("extensions --native"));
        QVERIFY2(missing.status == 1, missing.text());
        QCOMPARE(missing.err.count("broken.toml:1:4: It is not TOML: "), 1);
        QCOMPARE(
            missing.err.count("fairleadctl: cards: A source of cards cannot be read, so that fairseq2's store loads "
                              "nothing.\n  fairlead::AssetSourceNotFoundError: package:lab.assets asset source is "
                              "not found.\n"),
            1);
        QVERIFY2(lab.run(words("list --native")).err.contains("package:lab.assets asset source is not found."),
                 "other calls say it, too");

        const ExtensionLab hostile(
            Extensions{{"\"x\\u001b[2J\"", "brings_assets:lab::setup"}, {"y", "brings_assets:lab::large"}});
        const Outcome printable = hostile.run(words("extensions --native"));
        QVERIFY2(printable.err.contains("fairleadctl: x\\x1b[2J: A source of cards cannot be read"), printable.text());
        QVERIFY2(!printable.err.contains('\x1b'), printable.text());

        lab.write("extensions/lab/assets/cards.yaml", "name: packaged\n");
        const Outcome found = lab.run(words("extensions --native"));
        QVERIFY2(found.status == 0, found.text());
        QVERIFY2(found.err.endsWith("\n") && found.err.count('\n') == 1, found.text());
    }

    void wrongUseIsExplained() {
        const Outcome both = Command().run(words("families --native --registry x"));
        QCOMPARE(both.status, 2);
        QVERIFY(both.err.startsWith("fairleadctl: families: --native and --registry exclude each other\n"));
        QCOMPARE(Command().run(words("extensions --native --registry x")).status, 2);
        QCOMPARE(Command().run(words("check --native --no-registry x")).status, 2);
    }
};

QTEST_GUILESS_MAIN(FairleadctlExtensionsTest)
#include "fairleadctl_extensions_test.moc"
