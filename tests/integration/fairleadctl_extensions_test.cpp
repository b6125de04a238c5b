// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

namespace {

using Extensions = QList<std::pair<QByteArray, QByteArray>>;

/// A command that finds a manifest with extensions of the fixtures' libraries.
class Lab : public Command {
public:
    explicit Lab(const Extensions& extensions) {
        QByteArray text = "[project]\nname = \"lab\"\nversion = \"2\"\n[project.entry-points.\"fairseq2.extension\"]\n";
        for (const auto& [name, value] : extensions)
            text += name + " = \"" FAIRLEAD_FIXTURE_LIBRARIES "/lib" + value.left(value.indexOf(':')) + ".so" +
                    value.mid(value.indexOf(':')) + "\"\n";
        write("extensions/lab.toml", text);
        set_variable("FAIRLEAD_EXTENSION_PATH", path("extensions"));
        set_variable("XDG_DATA_DIRS", path("none"));
    }
};

QStringList states(const Outcome& outcome) {
    QStringList found;
    for (const QJsonValue& extension : outcome.json()["extensions"].toArray())
        found += extension["state"].toString();
    return found;
}

QStringList rules(const Outcome& outcome) {
    QStringList found;
    for (const QJsonValue& diagnostic : outcome.json()["diagnostics"].toArray())
        found += QString("%1:%2").arg(diagnostic["rule"].toString()).arg(diagnostic["line"].toInt());
    return found;
}

const Extensions some = {{"good", "registers:registers::two"},          {"throws", "throws:sample::nested"},
                         {"crashes", "misbehaves:misbehaves::crashes"}, {"exits", "misbehaves:misbehaves::exits"},
                         {"again", "registers:registers::two"},         {"cards", "brings_assets:lab::setup"}};

} // namespace

/// extensions, and --native for other calls.
class FairleadctlExtensionsTest : public QObject {
    Q_OBJECT

private slots:
    void everyExtensionIsShownWithItsState() {
        const Outcome outcome = Lab(some).run(words("extensions --native --format json"));
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
        const Outcome outcome = Lab(some).run(words("extensions --native"));
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
        const Lab lab(some);
        const Outcome text = lab.run(words("extensions --native --trace"));
        QVERIFY2(text.out.contains("of the standard library, the system or Fairlead"), text.text());
        QVERIFY2(text.out.contains("throw std::runtime_error(\"the number is too large\"); // HERE plain"),
                 text.text());
        QVERIFY(lab.run(words("extensions --native --trace --format json")).json()["traced"].toBool());
    }

    void callsOfFairleadAloneAreNoTrace() {
        const Outcome refused =
            Lab(Extensions{{"absent", "registers:registers::absent"}}).run(words("extensions --native --trace"));
        QVERIFY2(refused.out.contains("\nabsent: refused\n") && refused.out.contains(" has no function "),
                 refused.text());
        QVERIFY2(!refused.out.contains("of the standard library"), refused.text());
    }

    void whoLacksSomethingIsNamedWithItsPlace() {
        const Lab lab(Extensions{{"needs", "registers:registers::lacks"}});
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
        const Outcome outcome = Lab(Extensions{{"good", "registers:registers::two"}}).run(words("extensions --native"));
        QVERIFY2(outcome.status == 0, outcome.text());
        QVERIFY2(outcome.out.endsWith("\nfairseq2, tracing off: starts.\nfairseq2, tracing on: starts.\n"),
                 outcome.text());
    }

    void withoutExtensionsThatIsSaid() {
        QCOMPARE(Lab(Extensions{}).run(words("extensions --native")).out.left(36),
                 QByteArray("There are no native extensions along"));
        QCOMPARE(
            Command().run(words("extensions")).out,
            QByteArray("The registry has no extensions. fairleadctl extensions --native looks for native ones.\n"));
    }

    void checkHasFindingsOfTheManifest() {
        const Lab lab(some);
        lab.write("cards/a.yaml", "name: x\n");
        lab.write("extensions/lab/assets/none.yaml", "# no card\n");
        const Outcome outcome = lab.run(words("check --native --format json cards"));
        QVERIFY2(outcome.status == 1, outcome.text());
        QCOMPARE(rules(outcome), words("FS052:6 FS056:7 FS054:8 FS057:9"));
        QVERIFY(outcome.json()["loads"].toBool());
        // A card in memory names a family that only fairseq2's own registry has.
        QCOMPARE(outcome.err,
                 QByteArray("fairleadctl: 1 error in the cards of extensions is not shown; --package-cards "
                            "shows it\n"));
    }

    void whatTheHostWarnsOfIsSaid() {
        const Lab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
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

        const Lab hostile(
            Extensions{{"\"x\\u001b[2J\"", "brings_assets:lab::setup"}, {"y", "brings_assets:lab::large"}});
        const Outcome printable = hostile.run(words("extensions --native"));
        QVERIFY2(printable.err.contains("fairleadctl: x\\x1b[2J: A source of cards cannot be read"), printable.text());
        QVERIFY2(!printable.err.contains('\x1b'), printable.text());

        lab.write("extensions/lab/assets/cards.yaml", "name: packaged\n");
        const Outcome found = lab.run(words("extensions --native"));
        QVERIFY2(found.status == 0, found.text());
        QVERIFY2(found.err.endsWith("\n") && found.err.count('\n') == 1, found.text());
    }

    // As load_tokenizer() finds it.
    void pathsOfPackageCardsBeginInThePackage() {
        const Lab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
        lab.write("extensions/lab/assets/more/cards.yaml", "name: packaged\ntokenizer: letters.txt\n");
        const Outcome outcome = lab.run(words("resolve --native --format json packaged"));
        QVERIFY2(outcome.status == 0, outcome.text());
        QVERIFY2(outcome.out.contains("/extensions/lab/assets/more/letters.txt\""), outcome.text());
    }

    // The path is one that can be opened, the same by whichever way the extension is found.
    void placesOfPackageCardsAreWholePaths_data() {
        QTest::addColumn<QString>("search_path");
        QTest::newRow("as it is") << "extensions";
        QTest::newRow("a link to the folder") << "linked";
        QTest::newRow("a link to a folder above") << "above/extensions";
        QTest::newRow("back out of a link") << "above/cards/../extensions";
    }
    void placesOfPackageCardsAreWholePaths() {
        QFETCH(QString, search_path);
        Lab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
        lab.write("extensions/lab/assets/more/cards.yaml", "# none yet\nname: packaged\nmodel_family: none\n");
        lab.write("elsewhere/far/away/models.yaml", "name: behind_a_link\n");
        lab.write("cards/a.yaml", "name: mine\n");
        QVERIFY(QFile::link(lab.path("elsewhere/far/away"), lab.path("extensions/lab/assets/link")));
        QVERIFY(QFile::link(lab.path("extensions"), lab.path("linked")));
        QVERIFY(QFile::link(lab.path("."), lab.path("above")));
        lab.set_variable("FAIRLEAD_EXTENSION_PATH", lab.path(search_path));
        const QString package = QFileInfo(lab.path("extensions/lab/assets")).canonicalFilePath();
        const QByteArray first = (package + "/more/cards.yaml:2").toUtf8();
        const QByteArray second = (package + "/link/models.yaml:1").toUtf8();

        const Outcome list = lab.run(words("list --native"));
        QVERIFY2(list.out.contains("  " + first + "\n") && list.out.contains("  " + second + "\n"), list.text());
        QStringList places;
        for (const QJsonValue& card : lab.run(words("list --native --format json")).json()["cards"].toArray())
            if (card["source"].toString() == "package:lab.assets")
                places += QString("%1:%2").arg(card["file"].toString()).arg(card["line"].toInt());
        QCOMPARE(places, QStringList({QString::fromUtf8(second), QString::fromUtf8(first)}));

        const Outcome show = lab.run(words("show --native packaged"));
        QVERIFY2(show.out.contains(": " + first + "\n"), show.text());
        const Outcome check = lab.run(words("check --native --package-cards cards"));
        QVERIFY2(check.out.contains("\n" + first.chopped(1) + "3:15: error: none is no model family"), check.text());
        const QJsonArray found =
            lab.run(words("check --native --package-cards --format json cards")).json()["diagnostics"].toArray();
        QVERIFY(std::ranges::any_of(
            found, [&](const QJsonValue& one) { return one["file"].toString() == package + "/more/cards.yaml"; }));
        QVERIFY(
            lab.run(words("resolve --native --format json packaged")).out.contains("\"file\":\"" + package.toUtf8()));
    }

    // It stops the load, so that it concerns whoever looks at other cards too.
    void yamlErrorsInPackagesAreFindings_data() {
        QTest::addColumn<QString>("call");
        QTest::newRow("own cards") << "check --native cards";
        QTest::newRow("all cards") << "check --native --package-cards cards";
    }
    void yamlErrorsInPackagesAreFindings() {
        QFETCH(QString, call);
        const Lab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
        lab.write("extensions/lab/assets/cards.yaml", "name: [\n");
        lab.write("cards/a.yaml", "name: mine\n");
        const QByteArray file = QFileInfo(lab.path("extensions/lab/assets/cards.yaml")).canonicalFilePath().toUtf8();
        const Outcome text = lab.run(words(call.toUtf8()));
        QVERIFY2(text.status == 1, text.text());
        QVERIFY2(text.out.startsWith(file + ":1:7: error: The file ends where a value is expected: close what is open. "
                                            "[FS001 yaml-syntax]\n"),
                 text.text());
        QVERIFY2(text.out.endsWith("\nfairseq2 would load nothing: AssetMetadataError: " + file +
                                   " cannot be loaded as YAML.\n"),
                 text.text());
        const QJsonObject json = lab.run(words(call.toUtf8() + " --format json")).json();
        QVERIFY(!json["loads"].toBool(true));
        const QJsonValue finding = json["diagnostics"][0];
        QCOMPARE(finding["rule"].toString(), QString("FS001"));
        QCOMPARE(finding["file"].toString(), QString::fromUtf8(file));
        QVERIFY(finding["load"].toBool());
        QVERIFY(json["summary"]["errors"].toInt() >= 1);
        if (!call.contains("package"))
            QVERIFY2(text.out.contains("\n1 error: 1 card in 1 file.\n"), text.text());
    }

    void errorsInCardsOfExtensionsAreNotPassedOver() {
        const Lab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
        lab.write("extensions/lab/assets/cards.yaml", "name: packaged\nmodel_family: none\nmodel_arch: none\n");
        lab.write("cards/a.yaml", "name: mine\n");
        const Outcome own = lab.run(words("check --native cards"));
        QVERIFY2(own.status == 0, own.text());
        QVERIFY2(own.out.contains("No problems: 1 card in 1 file.\n"), own.text());
        QCOMPARE(own.err, QByteArray("fairleadctl: 2 errors in the cards of extensions are not shown; --package-cards "
                                     "shows them\n"));
        const Outcome all = lab.run(words("check --native --package-cards cards"));
        QVERIFY2(all.status == 1, all.text());
        QVERIFY2(all.out.contains("\n2 errors and 2 infos: 5 cards in 4 files.\n"), all.text());
        QCOMPARE(all.err, QByteArray());
        const QJsonObject summary =
            lab.run(words("check --native --package-cards --format json cards")).json()["summary"].toObject();
        QCOMPARE(summary["errors"].toInt(), 2);
        QCOMPARE(summary["cards"].toInt(), 5);
    }

    void cardsOfExtensionsAreListedAndFailuresAreSaid() {
        const Lab lab(some);
        lab.write("cards/a.yaml", "name: mine\nbase: counted\n");
        const Outcome outcome = lab.run(words("list --native --source cards --format json"));
        QStringList names;
        for (const QJsonValue& card : outcome.json()["cards"].toArray())
            names += card["name"].toString();
        QCOMPARE(names, words("in_memory@ counted@ counted_too@ mine@"));
        QVERIFY2(outcome.err.contains("fairleadctl: the extension crashes crashed (SIGSEGV); fairleadctl extensions "
                                      "--native says why\n"),
                 outcome.text());
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
