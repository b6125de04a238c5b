// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QTest>

/// The configs that resolve tells.
class FairleadctlResolveConfigTest : public QObject {
    Q_OBJECT

private slots:
    void configIsTheFamiliesOwn();
    void configAsText();
    void configErrorsAreTheHubs_data();
    void configErrorsAreTheHubs();
    void withoutARegistryThereIsNoConfig();
};

void FairleadctlResolveConfigTest::configIsTheFamiliesOwn() {
    const Command command;
    command.write(QStringLiteral("a.yaml"),
                  "name: m\nbase: b\nmodel_config:\n  max_seq_len: '4096'\n  rope_scale:\n    factor: 4\n"
                  "tokenizer_ref: t\n---\n"
                  "name: b\nmodel_family: llama\nmodel_arch: llama3_1_8b\nmodel_config: {dropout_p: 0.5}\n---\n"
                  "name: t\ntokenizer_family: llama\ntokenizer_config: {impl: '${env:FAIRLEAD_NO_SUCH:hg}'}\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml --format json m"));
    QVERIFY2(outcome.status == 0, outcome.text());
    const QJsonObject config = outcome.json()["config"].toObject();
    QCOMPARE(config.keys(), words("model tokenizer"));
    const QJsonObject model = config["model"].toObject();
    QCOMPARE(model["class"].toString(), QStringLiteral("fairseq2.models.llama.config.LLaMAConfig"));
    const QJsonObject value = model["value"].toObject();
    QCOMPARE(value["max_seq_len"].toInt(), 4096);
    QCOMPARE(value["dropout_p"].toDouble(), 0.5);
    QCOMPARE(value["model_dim"].toInt(), 4096);
    QCOMPARE(value["rope_scale"]["factor"].toDouble(), 4.0);
    QCOMPARE(value["rope_scale"]["original_context_length"].toInt(), 8192);
    QVERIFY2(outcome.out.contains("\"factor\":4.0,"), outcome.out); // an int became a float
    const QJsonObject origins = model["origins"].toObject();
    QCOMPARE(origins.keys(), words("dropout_p max_seq_len rope_scale.factor"));
    QCOMPARE(origins["rope_scale.factor"].toObject(), (QJsonObject{{"card", "m@"}, {"file", "a.yaml"}, {"line", 6}}));
    QCOMPARE(origins["dropout_p"].toObject(), (QJsonObject{{"card", "b@"}, {"file", "a.yaml"}, {"line", 12}}));
    const QJsonObject tokenizer = config["tokenizer"].toObject();
    QCOMPARE(tokenizer["value"]["impl"].toString(), QStringLiteral("hg"));
    QCOMPARE(tokenizer["origins"]["impl"].toObject(),
             (QJsonObject{{"card", "t@"}, {"file", "a.yaml"}, {"line", 16}, {"variables", "FAIRLEAD_NO_SUCH"}}));
}

void FairleadctlResolveConfigTest::configAsText() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nmodel_family: llama\nmodel_arch: llama3_1_8b\nmodel_config:\n  "
                                            "max_seq_len: 4096\ntokenizer_family: char_tokenizer\n---\n"
                                            "name: n\nmodel_family: llama\nmodel_config: {max_seq_len: x}\n");
    const Outcome good = command.run(words("resolve --alone --source a.yaml m"));
    QVERIFY2(good.out.contains("  model config  LLaMAConfig of llama3_1_8b, with 1 value of model_config\n"
                               "    max_seq_len  4096  a.yaml:5  m@\n"
                               "  tokenizer config  none\n"),
             good.out);
    QCOMPARE(good.status, 0);
    const Outcome bad = command.run(words("resolve --alone --source a.yaml n"));
    QVERIFY2(
        bad.out.contains("  model config\n    error: AssetCardError: model_config field of the n asset card cannot be "
                         "parsed as of type `<class 'fairseq2.models.llama.config.LLaMAConfig'>`.\n"),
        bad.out);
    QVERIFY2(bad.out.contains("      because ValueError: invalid literal for int() with base 10: 'x'\n"), bad.out);
    QCOMPARE(bad.status, 1);
}

void FairleadctlResolveConfigTest::configErrorsAreTheHubs_data() {
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* card, const char* kind, const char* error) {
        QTest::newRow(name) << QByteArray(card) << QString::fromLatin1(kind) << QString::fromLatin1(error);
    };
    row("unknown family", "model_family: no_such", "model",
        "AssetCardError: family field of the m asset card is expected to be a supported model family, but is no_such "
        "instead.");
    row("unknown architecture", "model_family: llama\nmodel_arch: x", "model",
        "AssetCardError: model_arch field of the m asset card is expected to be a supported model architecture, but is "
        "x instead.");
    row("no default", "model_family: hg", "model",
        "InternalError: Default configuration of the hg model family cannot be constructed.");
    row("family of a wrong type", "model_family: 3", "model",
        "AssetCardError: model_family field of the m asset card is expected to be of type `<class 'str'>`, but is of "
        "type `<class 'int'>` instead.");
    row("no such field", "model_family: llama\nmodel_config: {x: 1}", "model",
        "AssetCardError: model_config field of the m asset card cannot be parsed as of type `<class "
        "'fairseq2.models.llama.config.LLaMAConfig'>`.");
    row("infinity", "model_family: llama\nmodel_config: {max_seq_len: .inf}", "model",
        "OverflowError: cannot convert float infinity to integer");
    row("not valid", "model_family: w2vbert\nmodel_config: {num_bert_encoder_layers: 24}", "model",
        "AssetCardError: model_config field of the m asset card is not a valid w2vbert model configuration.");
    row("no such tokenizer", "tokenizer_ref: gone", "tokenizer",
        "AssetCardError: gone asset referenced by the m asset card does not exist.");
    row("endless", "tokenizer_ref: m", "tokenizer", "EndlessLoop: fairseq2 follows tokenizer_ref without end: m -> m.");
    row("no config", "tokenizer_family: char_tokenizer\ntokenizer_config: {a: 1}", "tokenizer",
        "AssetCardError: tokenizer_config field of the m asset card cannot be parsed as of type `<class 'NoneType'>`.");
}

void FairleadctlResolveConfigTest::configErrorsAreTheHubs() {
    QFETCH(QByteArray, card);
    QFETCH(QString, kind);
    QFETCH(QString, error);
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n" + card + "\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml --format json m"));
    const QJsonObject config = outcome.json()["config"].toObject();
    QCOMPARE(config.keys(), QStringList{kind});
    const QJsonObject told = config[kind]["error"].toObject();
    QCOMPARE(told["type"].toString() + ": " + told["message"].toString(), error);
    QCOMPARE(outcome.status, 1);
}

void FairleadctlResolveConfigTest::withoutARegistryThereIsNoConfig() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nmodel_family: no_such\n");
    const Outcome outcome = command.run(words("resolve --no-registry --source a.yaml --format json m"));
    QVERIFY(!outcome.json().contains("config"));
    QCOMPARE(outcome.status, 0);
}

QTEST_GUILESS_MAIN(FairleadctlResolveConfigTest)
#include "fairleadctl_resolve_config_test.moc"
