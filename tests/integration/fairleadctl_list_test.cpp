// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"
#include "lab_cards.h"

#include <QDir>
#include <QTest>

/// list and show.
class FairleadctlListTest : public QObject {
    Q_OBJECT

private slots:
    void listIsBySourceAndKind();
    void listAsJson();
    void listShowsTheStockCardsFirst();
    void listOfOneKind();
    void aRepeatedCardHasItsOwnFamily();
    void listShowsGoodCardsBesideABadOne();
    void listWithoutCardsSaysSo();
    void listTakesTheAssetDirectories();
    void showIsTheCardAndItsChain();
    void showAsJson();
    void unknownCardIsExplained();
    void checkpointFolderIsASource();
    void onlyTheLastOfANameInACheckpointFolderCounts();
    void missingSourceIsFound();
};

void FairleadctlListTest::listIsBySourceAndKind() {
    const Outcome outcome = lab().run(words("list --alone --source lab"));
    QCOMPARE(QString::fromUtf8(outcome.out),
             QStringLiteral("path:lab (5 cards)\n"
                            "  model     lab_7b       llama llama3_8b  lab/models.yaml:6\n"
                            "  model     lab_7b@user  llama llama3_8b  lab/models.yaml:15\n"
                            "  model     lab_13b      llama llama3_8b  lab/models.yaml:12\n"
                            "  model     lab_base     llama llama3_8b  lab/models.yaml:2\n"
                            "  tokenizer lab_7b       llama            lab/models.yaml:6\n"
                            "  tokenizer lab_7b@user  llama            lab/models.yaml:15\n"
                            "  other     notes                         lab/models.yaml:18\n"
                            "\n"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void FairleadctlListTest::listAsJson() {
    const Outcome outcome = lab().run(words("list --alone --source lab --format json"));
    const auto card = [](const char* name, const char* kinds, const char* environment, int line) {
        return QStringLiteral(
                   R"({"name":"%1","kinds":[%2],"environment":%3,"source":"path:lab","file":"lab/models.yaml","line":%4})")
            .arg(QLatin1String(name), QLatin1String(kinds), QLatin1String(environment))
            .arg(line);
    };
    const QStringList cards = {card("lab_7b@", R"("model","tokenizer")", "null", 6),
                               card("lab_7b@user", R"("model","tokenizer")", "\"user\"", 15),
                               card("lab_13b@", R"("model")", "null", 12), card("lab_base@", R"("model")", "null", 2),
                               card("notes@", "", "null", 18)};
    QCOMPARE(QString::fromUtf8(outcome.out),
             QStringLiteral("{\"format\":1,\"cards\":[%1]}\n").arg(cards.join(QLatin1Char(','))));
    QCOMPARE(outcome.status, 0);
}

void FairleadctlListTest::listShowsTheStockCardsFirst() {
    const Outcome outcome = lab().run(words("list --source lab --format json"));
    const QJsonArray cards = outcome.json()["cards"].toArray();
    QCOMPARE(cards.size(), 88 + 5);
    QCOMPARE(cards[0]["source"].toString(), QStringLiteral("package:fairseq2.assets.cards"));
    QCOMPARE(cards[88]["source"].toString(), QStringLiteral("path:lab"));
    QCOMPARE(outcome.status, 0);
    QCOMPARE(lab().run(words("list --no-registry --source lab --format json")).json()["cards"].toArray().size(), 5);
}

void FairleadctlListTest::listOfOneKind() {
    const Outcome outcome = lab().run(words("list --alone --source lab --kind tokenizer"));
    QCOMPARE(outcome.out, QByteArray("path:lab (2 cards)\n"
                                     "  tokenizer lab_7b       llama  lab/models.yaml:6\n"
                                     "  tokenizer lab_7b@user  llama  lab/models.yaml:15\n"
                                     "\n"));
    QCOMPARE(lab().run(words("list --alone --source lab --kind dataset")).out, QByteArray("No cards.\n"));
}

void FairleadctlListTest::aRepeatedCardHasItsOwnFamily() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nmodel_family: llama\nmodel_arch: llama3_8b\n---\n"
                                            "name: m\nmodel_family: qwen\n---\nname: m\ntokenizer_family: mistral\n");
    const Outcome outcome = command.run(words("list --alone --source a.yaml"));
    QCOMPARE(QString::fromUtf8(outcome.out), QStringLiteral("path:a.yaml (3 cards)\n"
                                                            "  model     m  llama llama3_8b  a.yaml:1\n"
                                                            "  model     m  qwen             a.yaml:5\n"
                                                            "  tokenizer m  mistral          a.yaml:8\n"
                                                            "\n"));
}

void FairleadctlListTest::listShowsGoodCardsBesideABadOne() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: good\n---\n- bad\n---\nname: fine\n");
    const Outcome outcome = command.run(words("list --alone --source a.yaml"));
    QCOMPARE(outcome.out, QByteArray("path:a.yaml (2 cards)\n"
                                     "  other     fine    a.yaml:5\n"
                                     "  other     good    a.yaml:1\n"
                                     "\n"));
    QCOMPARE(
        QString::fromUtf8(outcome.err),
        QStringLiteral("fairleadctl: fairseq2 would load nothing: AssetMetadataError: Metadata of the asset at index "
                       "1 in %1 is expected to be of type `<class 'dict'>`, but is of type `<class 'list'>` "
                       "instead.\n")
            .arg(command.path(QStringLiteral("a.yaml"))));
    QCOMPARE(outcome.status, 1);
}

void FairleadctlListTest::listWithoutCardsSaysSo() {
    const Outcome outcome = Command().run(words("list --alone"));
    QCOMPARE(outcome.out, QByteArray("No cards.\n"));
    QCOMPARE(outcome.status, 0);
}

void FairleadctlListTest::listTakesTheAssetDirectories() {
    Command command;
    command.write(QStringLiteral("system/a.yaml"), "name: of_the_system\n");
    command.write(QStringLiteral("home/.config/fairseq2/assets/b.yaml"), "name: of_the_user\n");
    command.set_variable(QStringLiteral("FAIRSEQ2_ASSET_DIR"), command.path(QStringLiteral("system")));
    QStringList names;
    for (const QJsonValue& card : command.run(words("list --alone --format json")).json()["cards"].toArray())
        names.append(card["name"].toString());
    QCOMPARE(names, words("of_the_system@ of_the_user@"));
    command.set_variable(QStringLiteral("FAIRSEQ2_ASSET_DIR"), QStringLiteral("/nowhere"));
    const Outcome outcome = command.run(words("list --alone"));
    QVERIFY2(outcome.err.contains("FAIRSEQ2_ASSET_DIR"), outcome.text());
}

void FairleadctlListTest::showIsTheCardAndItsChain() {
    const Outcome outcome = lab().run(words("show --alone --source lab lab_7b"));
    QCOMPARE(outcome.out, QByteArray("lab_7b@user\n"
                                     "  source          : path:lab\n"
                                     "  place           : lab/models.yaml:15\n"
                                     "  kind            : model, tokenizer\n"
                                     "  checkpoint      : file:///home/me/7b.pt\n"
                                     "\n"
                                     "lab_7b@\n"
                                     "  source          : path:lab\n"
                                     "  place           : lab/models.yaml:6\n"
                                     "  kind            : model, tokenizer\n"
                                     "  base            : lab_base\n"
                                     "  checkpoint      : weights/7b.pt\n"
                                     "  tokenizer_family: llama\n"
                                     "  tokenizer       : \"https://example.org/t.model\"\n"
                                     "\n"
                                     "lab_base@\n"
                                     "  source          : path:lab\n"
                                     "  place           : lab/models.yaml:2\n"
                                     "  kind            : model\n"
                                     "  model_family    : llama\n"
                                     "  model_arch      : llama3_8b\n"
                                     "\n"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void FairleadctlListTest::showAsJson() {
    const Outcome outcome = lab().run(words("show --alone --source lab lab_7b@ --format json"));
    QCOMPARE(outcome.out, QByteArray(R"({"format":1,"cards":[{"name":"lab_7b@","kinds":["model","tokenizer"],)"
                                     R"("environment":null,"source":"path:lab","file":"lab/models.yaml","line":6,)"
                                     R"("chain":["lab_7b@","lab_base@"],"fields":{"base":"lab_base",)"
                                     R"("checkpoint":"weights/7b.pt","tokenizer_family":"llama",)"
                                     R"("tokenizer":"https://example.org/t.model"}}]})"
                                     "\n"));
}

void FairleadctlListTest::unknownCardIsExplained() {
    const Command command = lab();
    const Outcome shown = command.run(words("show --source lab lab_7c"));
    QCOMPARE(shown.err,
             QByteArray("fairleadctl: AssetNotFoundError: lab_7c asset is not found. Did you mean lab_7b?\n"));
    QCOMPARE(shown.status, 1);
    QCOMPARE(command.run(words("show --source lab lab_7c --format json")).out,
             QByteArray("{\"format\":1,\"cards\":[]}\n"));
    const Outcome resolved = command.run(words("resolve --source lab lab_7c"));
    QCOMPARE(resolved.out,
             QByteArray("lab_7c\n  error: AssetNotFoundError: lab_7c asset is not found. Did you mean lab_7b?\n\n"));
    QCOMPARE(resolved.status, 1);
    QCOMPARE(
        command.run(words("resolve --source lab lab_7c --format json")).out,
        QByteArray(
            R"({"format":1,"name":"lab_7c","error":{"type":"AssetNotFoundError","message":"lab_7c asset is not found."}})"
            "\n"));
}

void FairleadctlListTest::checkpointFolderIsASource() {
    const Command command;
    command.write(QStringLiteral("run/model.yaml"), "name: checkpoint\nmodel_family: llama\nmodel_arch: llama3_8b\n");
    QDir().mkpath(command.path(QStringLiteral("run/step_100")));
    QDir().mkpath(command.path(QStringLiteral("run/step_20")));
    const Outcome listed = command.run(words("list --alone --source checkpoint:run --format json"));
    QStringList names;
    for (const QJsonValue& card : listed.json()["cards"].toArray()) {
        names.append(card["name"].toString());
        QCOMPARE(card["source"].toString(), QStringLiteral("checkpoint:run"));
        QCOMPARE(card["kinds"].toArray(), QJsonArray({"model"}));
    }
    QCOMPARE(names, words("checkpoint@ checkpoint_step_20@ checkpoint_step_100@ last_checkpoint@"));
    const QJsonObject answer =
        command.run(words("resolve --alone --source checkpoint:run last_checkpoint --format json")).json();
    QCOMPARE(answer["chain"].toArray(), QJsonArray({"last_checkpoint@", "checkpoint@"}));
    QCOMPARE(answer["fields"]["model_family"]["file"].toString(), QStringLiteral("run/model.yaml"));
    QCOMPARE(answer["fields"]["model_family"]["line"].toInt(), 2);
}

void FairleadctlListTest::onlyTheLastOfANameInACheckpointFolderCounts() {
    const Command command;
    command.write(QStringLiteral("run/model.yaml"),
                  "name: checkpoint\nv: 1\n---\nname: last_checkpoint\n---\nname: checkpoint\nv: 2\n");
    command.write(QStringLiteral("run/step_1/note"), "");
    const Outcome outcome = command.run(words("list --alone --source checkpoint:run --format json"));
    QStringList cards;
    for (const QJsonValue& card : outcome.json()["cards"].toArray())
        cards +=
            QStringLiteral("%1 %2:%3").arg(card["name"].toString(), card["file"].toString()).arg(card["line"].toInt());
    QCOMPARE(cards.join(QLatin1Char('\n')),
             QStringLiteral("checkpoint@ run/model.yaml:6\ncheckpoint_step_1@ :0\nlast_checkpoint@ :0"));
}

void FairleadctlListTest::missingSourceIsFound() {
    const Outcome outcome = Command().run(words("list --alone --source nowhere"));
    QCOMPARE(outcome.err, QByteArray("fairleadctl: fairseq2 would load nothing: AssetSourceNotFoundError: path:nowhere "
                                     "asset source is not found.\n"));
    QCOMPARE(outcome.status, 1);
}

QTEST_GUILESS_MAIN(FairleadctlListTest)
#include "fairleadctl_list_test.moc"
