// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "extension_lab.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

namespace {

QStringList rules(const Outcome& outcome) {
    QStringList found;
    for (const QJsonValue& diagnostic : outcome.json()["diagnostics"].toArray())
        found += QString("%1:%2").arg(diagnostic["rule"].toString()).arg(diagnostic["line"].toInt());
    return found;
}

} // namespace

/// --native of the other calls: the cards that extensions bring, and what is wrong with the extensions themselves.
class FairleadctlNativeTest : public QObject {
    Q_OBJECT

private slots:
    void checkHasFindingsOfTheManifest() {
        const ExtensionLab lab(good_and_bad);
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

    // As load_tokenizer() finds it.
    void pathsOfPackageCardsBeginInThePackage() {
        const ExtensionLab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
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
        ExtensionLab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
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
        const ExtensionLab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
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
        const ExtensionLab lab(Extensions{{"cards", "brings_assets:lab::setup"}});
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
        const ExtensionLab lab(good_and_bad);
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
};

QTEST_GUILESS_MAIN(FairleadctlNativeTest)
#include "fairleadctl_native_test.moc"
