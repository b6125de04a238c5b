// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

namespace {

QStringList rules(const QJsonObject& report) {
    QStringList found;
    for (const QJsonValue& diagnostic : report["diagnostics"].toArray())
        found.append(diagnostic["rule"].toString());
    return found;
}

} // namespace

class FairleadctlCheckTest : public QObject {
    Q_OBJECT

private slots:
    void reportHasItsShape();
    void exitStatusIsThatOfTheFindings_data();
    void exitStatusIsThatOfTheFindings();
    void textNamesPlaceRuleAndCure();
    void standardInputIsACardFile();
    void standardInputOfAnyBytesIsChecked_data();
    void standardInputOfAnyBytesIsChecked();
    void standardInputIsNamedInWords();
    void pathIsSaidAsFairseq2LooksForIt();
    void missingPathIsFound();
    void missingDirectoryThatFairseq2LooksForStopsNothing();
    void severalSourcesAreLoadedInOrder();
    void aloneLeavesTheStockCardsOut();
    void stockCardsAreReportedOnlyIfAskedFor();
    void withoutRegistryNothingIsAskedOfIt();
    void withoutPathsTheAssetDirectoriesAreChecked();
    void environmentIsKnown();
    void outputIsStable();
    void oddFilesAreFindings_data();
    void oddFilesAreFindings();
};

void FairleadctlCheckTest::reportHasItsShape() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: é\nmodel_family: llama\nmodel_arch: llama3_8\n---\n");
    const Outcome outcome = command.run(words("check --format json a.yaml"));
    const QJsonObject report = outcome.json();
    QCOMPARE(report.keys(), words("diagnostics error format loads summary"));
    QCOMPARE(report["format"].toInt(), 1);
    QCOMPARE(report["loads"], QJsonValue(false));
    QCOMPARE(report["error"]["type"].toString(), QStringLiteral("AssetMetadataError"));
    QCOMPARE(
        report["error"]["message"].toString(),
        QStringLiteral("Metadata of the asset at index 1 in %1 is expected to be of type `<class 'dict'>`, but is of "
                       "type `<class 'NoneType'>` instead.")
            .arg(command.path(QStringLiteral("a.yaml"))));
    const QJsonObject summary = report["summary"].toObject();
    QCOMPARE(summary.keys(), words("cards errors files infos sources warnings"));
    QCOMPARE(summary["sources"].toInt(), 1);
    QCOMPARE(summary["files"].toInt(), 1);
    QCOMPARE(summary["cards"].toInt(), 1);
    QCOMPARE(summary["errors"].toInt(), 2);
    QVERIFY2(rules(report).contains(QStringLiteral("FS021")) && rules(report).contains(QStringLiteral("FS003")),
             outcome.text());
    for (const QJsonValue& each : report["diagnostics"].toArray()) {
        const QJsonObject diagnostic = each.toObject();
        QCOMPARE(diagnostic.keys(),
                 words("card column end_column end_line file fixes line load message name related rule severity"));
        QCOMPARE(diagnostic["file"].toString(), QStringLiteral("a.yaml"));
        if (diagnostic["rule"] == QLatin1String("FS021")) {
            QCOMPARE(diagnostic["name"].toString(), QStringLiteral("unknown-architecture"));
            QCOMPARE(diagnostic["severity"].toString(), QStringLiteral("error"));
            QCOMPARE(diagnostic["load"], QJsonValue(false));
            QCOMPARE(diagnostic["card"].toString(), QStringLiteral("é@"));
            QCOMPARE(diagnostic["line"].toInt(), 3);
            QCOMPARE(diagnostic["column"].toInt(), 13);
            QCOMPARE(diagnostic["end_line"].toInt(), 3);
            QCOMPARE(diagnostic["end_column"].toInt(), 21);
            QVERIFY2(diagnostic["message"].toString().contains(QLatin1String("llama3_8b")), outcome.text());
        } else if (diagnostic["rule"] == QLatin1String("FS003")) {
            QCOMPARE(diagnostic["load"], QJsonValue(true));
            QCOMPARE(diagnostic["card"], QJsonValue(QJsonValue::Null));
            const QJsonObject edit = diagnostic["fixes"].toArray().at(0)["edits"].toArray().at(0).toObject();
            QCOMPARE(edit.keys(), words("begin end file text"));
            QCOMPARE(edit["file"].toString(), QStringLiteral("a.yaml"));
        }
    }
}

void FairleadctlCheckTest::exitStatusIsThatOfTheFindings_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("strict_status");
    QTest::newRow("good") << QByteArray("name: m\nmodel_family: llama\nmodel_arch: llama3_8b\ncheckpoint: "
                                        "https://x.org/w.pt\ntokenizer: https://x.org/t\ntokenizer_family: llama\n")
                          << 0 << 0;
    QTest::newRow("info") << QByteArray("name: m\nfoo_bar: 1\n") << 0 << 1;
    QTest::newRow("warning") << QByteArray("name: m\nnum_shards: 2\n") << 0 << 1;
    QTest::newRow("error on use") << QByteArray("name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n") << 1 << 1;
    QTest::newRow("error on load") << QByteArray("name: m\n---\n") << 1 << 1;
}

void FairleadctlCheckTest::exitStatusIsThatOfTheFindings() {
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    QFETCH(int, strict_status);
    const Command command;
    command.write(QStringLiteral("a.yaml"), text);
    for (const char* format : {"text", "json"}) {
        const Outcome plain = command.run(words("check a.yaml --format") << QLatin1String(format));
        QVERIFY2(plain.status == status, plain.text());
        QCOMPARE(plain.err, QByteArray());
        const Outcome strict = command.run(words("check a.yaml --strict --format") << QLatin1String(format));
        QVERIFY2(strict.status == strict_status, strict.text());
    }
}

void FairleadctlCheckTest::textNamesPlaceRuleAndCure() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    const Outcome outcome = command.run(words("check a.yaml"));
    QVERIFY2(outcome.out.startsWith("a.yaml:2:15: error: "), outcome.text());
    QVERIFY2(outcome.out.contains("[FS020 unknown-family]"), outcome.text());
    QVERIFY2(outcome.out.contains("llama"), outcome.text());
    QVERIFY2(outcome.out.contains("fairseq2 loads these sources"), outcome.text());
}

void FairleadctlCheckTest::standardInputIsACardFile() {
    const Command command;
    const Outcome outcome =
        command.run(words("check --format json -"), "name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    QCOMPARE(outcome.json()["summary"]["cards"].toInt(), 1);
    QCOMPARE(outcome.json()["diagnostics"].toArray().at(0)["file"].toString(), QStringLiteral("-"));
    QCOMPARE(outcome.json()["diagnostics"].toArray().at(0)["line"].toInt(), 2);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(command.run(words("check -"), "name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n")
                 .out.startsWith("-:2:15: error: "),
             outcome.text());
    QCOMPARE(command.run(words("check -"), {}).status, 0);
}

void FairleadctlCheckTest::standardInputOfAnyBytesIsChecked_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("NUL") << QByteArray("name: m\0x\n", 10);
    QTest::newRow("no UTF-8") << QByteArray("name: \xff\n");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfen\0a\0m\0", 8);
    QTest::newRow("hangs yaml-cpp") << QByteArray(", a");
    QTest::newRow("deep") << QByteArray("name: ") + QByteArray(100'000, '[');
    QTest::newRow("deep blocks") << QByteArray("- ").repeated(100'000);
    QTest::newRow("open quote") << QByteArray("name: \"m\n");
    QTest::newRow("alias of nothing") << QByteArray("name: *x\n");
}

void FairleadctlCheckTest::standardInputOfAnyBytesIsChecked() {
    QFETCH(QByteArray, bytes);
    const Outcome outcome = Command().run(words("check --alone --format json -"), bytes);
    QVERIFY2(outcome.status == 1, outcome.text());
    QCOMPARE(outcome.json()["loads"], QJsonValue(false));
    QVERIFY2(!rules(outcome.json()).isEmpty(), outcome.text());
    QCOMPARE(outcome.err, QByteArray());
}

void FairleadctlCheckTest::standardInputIsNamedInWords() {
    const Outcome outcome = Command().run(words("check --alone --format json -"), "name: m\n---\nname: m\n");
    QCOMPARE(outcome.json()["error"]["message"].toString(),
             QStringLiteral("Two assets at standard input have the same name m@."));
    const Outcome text = Command().run(words("check --alone -"), "name: m\n---\nname: m\n");
    QVERIFY2(text.out.contains("stops fairseq2: AssetMetadataError: Two assets at standard input have the same name "
                               "m@."),
             text.text());
}

void FairleadctlCheckTest::pathIsSaidAsFairseq2LooksForIt() {
    const Command command;
    command.write(QStringLiteral("cards/a.yaml"), "name: m\nmodel_family: llama\ncheckpoint: ${env:HOME}/x.pt\n");
    const Outcome outcome = command.run(words("check --alone cards"));
    const QString said = QStringLiteral("fairseq2 says: AssetCardError: ") + command.path(QStringLiteral("cards")) +
                         QStringLiteral("/%24%7Benv%3AHOME%7D/x.pt pointed to by the checkpoint field of the m asset "
                                        "card is not found.");
    QVERIFY2(outcome.out.contains(said.toUtf8()), outcome.text());
}

void FairleadctlCheckTest::missingPathIsFound() {
    const Outcome outcome = Command().run(words("check --format json nowhere"));
    QCOMPARE(rules(outcome.json()), words("FS009"));
    QCOMPARE(outcome.json()["diagnostics"].toArray().at(0)["file"].toString(), QStringLiteral("nowhere"));
    QCOMPARE(outcome.json()["error"]["message"].toString(), QStringLiteral("path:nowhere asset source is not found."));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err, QByteArray());
}

void FairleadctlCheckTest::missingDirectoryThatFairseq2LooksForStopsNothing() {
    Command command;
    command.unset_variable(QStringLiteral("XDG_CONFIG_HOME"));
    const QString folder = command.path(QStringLiteral("home/.config/fairseq2/assets"));
    const Outcome outcome =
        command.run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), folder});
    QCOMPARE(rules(outcome.json()), words("FS009"));
    const QJsonValue finding = outcome.json()["diagnostics"].toArray().at(0);
    QCOMPARE(finding["message"].toString(),
             folder + QStringLiteral(" does not exist, so that nothing is checked there. fairseq2 looks for this "
                                     "directory by itself, and goes on without it."));
    QCOMPARE(finding["load"], QJsonValue(false));
    QCOMPARE(outcome.json()["loads"], QJsonValue(true));
    QCOMPARE(outcome.json()["error"], QJsonValue(QJsonValue::Null));
    QCOMPARE(outcome.status, 1);
    command.set_variable(QStringLiteral("XDG_CONFIG_HOME"), command.path(QStringLiteral("other")));
    const Outcome other =
        command.run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), folder});
    QCOMPARE(other.json()["loads"], QJsonValue(false));
}

void FairleadctlCheckTest::severalSourcesAreLoadedInOrder() {
    const Command command;
    command.write(QStringLiteral("a/x.yaml"), "name: m\n");
    command.write(QStringLiteral("b/x.yaml"), "name: m\n");
    const Outcome outcome = command.run(words("check --alone --format json b a"));
    QCOMPARE(outcome.json()["error"]["message"].toString(),
             QStringLiteral("An asset with name m@ exists in both path:a and path:b."));
    QCOMPARE(outcome.json()["summary"]["sources"].toInt(), 2);
}

void FairleadctlCheckTest::aloneLeavesTheStockCardsOut() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: llama3_8b\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    QCOMPARE(rules(command.run(words("check --alone --format json a.yaml")).json()), words("FS020"));
    QVERIFY(rules(command.run(words("check --format json a.yaml")).json()).contains(QStringLiteral("FS008")));
    command.write(QStringLiteral("b.yaml"), "name: m\nbase: llama3_8b\n");
    QVERIFY(!rules(command.run(words("check --format json b.yaml")).json()).contains(QStringLiteral("FS010")));
    QVERIFY(rules(command.run(words("check --alone --format json b.yaml")).json()).contains(QStringLiteral("FS010")));
}

void FairleadctlCheckTest::stockCardsAreReportedOnlyIfAskedFor() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n");
    QCOMPARE(rules(command.run(words("check --format json a.yaml")).json()), QStringList());
    const Outcome outcome = command.run(words("check --package-cards --format json a.yaml"));
    QCOMPARE(rules(outcome.json()).count(QStringLiteral("FS010")), 1);
    QCOMPARE(rules(outcome.json()).count(QStringLiteral("FS041")), 4);
    QCOMPARE(outcome.status, 1);
}

void FairleadctlCheckTest::withoutRegistryNothingIsAskedOfIt() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    const Outcome outcome = command.run(words("check --no-registry --format json a.yaml"));
    QCOMPARE(outcome.json()["summary"]["cards"].toInt(), 1);
    QVERIFY2(!rules(outcome.json()).contains(QStringLiteral("FS020")), outcome.text());
}

void FairleadctlCheckTest::withoutPathsTheAssetDirectoriesAreChecked() {
    Command command;
    command.write(QStringLiteral("system/a.yaml"), "name: a\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    command.write(QStringLiteral("home/.config/fairseq2/assets/b.yaml"),
                  "name: b\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    command.set_variable(QStringLiteral("FAIRSEQ2_ASSET_DIR"), command.path(QStringLiteral("system")));
    QCOMPARE(rules(command.run(words("check --format json")).json()), words("FS020 FS020"));
    command.set_variable(QStringLiteral("FAIRSEQ2_ASSET_DIR"), command.path(QStringLiteral("nowhere")));
    const Outcome outcome = command.run(words("check --format json"));
    QVERIFY2(rules(outcome.json()).contains(QStringLiteral("FS009")), outcome.text());
    QVERIFY2(outcome.json()["loads"].toBool(), outcome.text());
}

void FairleadctlCheckTest::environmentIsKnown() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\ncheckpoint: file:///w.pt\n---\nname: n\ntokenizer_ref: m@lab\n");
    QCOMPARE(rules(command.run(words("check --format json a.yaml")).json()), words("FS015"));
    QCOMPARE(rules(command.run(words("check --env lab --format json a.yaml")).json()), QStringList());
}

void FairleadctlCheckTest::outputIsStable() {
    const Command command;
    for (int at = 0; at < 30; ++at)
        command.write(QStringLiteral("d/%1/f.yaml").arg(at),
                      "name: m" + QByteArray::number(at % 20) + "\nmodel_family: lama\ncheckpoint: file:///w.pt\n");
    const QByteArray first = command.run(words("check --format json d")).out;
    QCOMPARE(command.run(words("check --format json d")).out, first);
    QStringList files;
    for (const QJsonValue& diagnostic : QJsonDocument::fromJson(first)["diagnostics"].toArray())
        files.append(diagnostic["file"].toString());
    QVERIFY(files.size() >= 30);
}

void FairleadctlCheckTest::oddFilesAreFindings_data() {
    QTest::addColumn<QString>("set_up");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* set_up, const char* path, int status) {
        QTest::newRow(name) << set_up << path << status;
    };
    row("FIFO as source", "mkfifo odd.yaml", "odd.yaml", 1);
    row("FIFO in a folder", "mkdir odd; mkfifo odd/f.yaml", "odd", 1);
    row("device", "true", "/dev/zero", 1);
    row("dead link in a folder", "mkdir odd; ln -s nowhere odd/x.yaml", "odd", 0);
    row("dead link as source", "ln -s nowhere odd.yaml", "odd.yaml", 1);
    row("link to itself", "ln -s odd.yaml odd.yaml", "odd.yaml", 1);
    row("linked folder called x.yaml", "mkdir odd other; ln -s ../other odd/x.yaml", "odd", 1);
    row("empty file", "touch odd.yaml", "odd.yaml", 0);
    row("over the limit", "truncate -s 65M odd.yaml", "odd.yaml", 1);
    row("a path below a file", "touch odd.yaml", "odd.yaml/x", 1);
}

void FairleadctlCheckTest::oddFilesAreFindings() {
    QFETCH(QString, set_up);
    QFETCH(QString, path);
    QFETCH(int, status);
    const Command command;
    const Outcome outcome =
        command.shell(set_up + QStringLiteral(" && \"$ctl\" check --alone --format json '%1'").arg(path));
    QVERIFY2(outcome.status == status, outcome.text());
    QCOMPARE(outcome.json()["format"].toInt(), 1);
    QVERIFY2(outcome.err.isEmpty(), outcome.text());
    if (status == 1)
        QVERIFY2(!rules(outcome.json()).isEmpty(), outcome.text());
}

QTEST_GUILESS_MAIN(FairleadctlCheckTest)
#include "fairleadctl_check_test.moc"
