// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QTest>

namespace {

QStringList names(const QJsonValue& objects) {
    QStringList found;
    for (const QJsonValue& object : objects.toArray())
        found.append(object["name"].toString());
    return found;
}

// A registry of one's own, as a snapshot file: one family whose config holds what YAML has to quote.
const QByteArray snapshot = R"({
 "format": 1, "notice": "", "recorded": false,
 "runtime": {"fairseq2": "0.8.1", "python": "3.11"},
 "environments": ["user"], "schemes": ["file"],
 "families": [
  {"kind": "model", "name": "lab", "owner": "lab_ext", "file": "lab/ext.py", "line": 7,
   "class": "lab.model.Lab", "config_class": "lab.config.LabConfig", "capabilities": ["fsdp", "meta"], "restrict": true,
   "default": {"a": 1},
   "architectures": [
    {"name": "small", "owner": "lab_ext", "file": "lab/config.py", "line": 12,
     "config": {"text": "gelu", "number_text": "12", "yes": "yes", "empty": "", "nothing": null, "big": 123456789012345678901234567890,
                "small": 1e-05, "infinite": ".inf", "list": [1, [2, "a b"], {}], "none": [], "map": {}, "nested": {"deep": {"x": true}, "pairs": [{"k": "v"}]}}},
    {"name": "broken", "owner": "lab_ext", "file": "lab/config.py", "line": 20,
     "config_error": {"type": "RuntimeError", "message": "no GPU"}}]}],
 "schemas": {}, "sources": []})";

} // namespace

/// families, archs, config.
class FairleadctlRegistryTest : public QObject {
    Q_OBJECT

private slots:
    void familiesOfFairseq2AreThere();
    void everyFamilyHasAllMembers();
    void familiesAsTable();
    void architecturesAreInOrderOfRegistration();
    void configIsComplete();
    void configAsYaml();
    void unknownNamesAreExplained_data();
    void unknownNamesAreExplained();
    void registryFileIsRead();
    void configNeedsQuotesWhereYamlDoes();
    void configThatFailedSaysWhy();
    void badRegistryFileIsAFailure_data();
    void badRegistryFileIsAFailure();
};

void FairleadctlRegistryTest::familiesOfFairseq2AreThere() {
    const Outcome outcome = Command().run(words("families --format json"));
    QVERIFY2(outcome.status == 0, outcome.text());
    QCOMPARE(outcome.json()["format"].toInt(), 1);
    int models = 0;
    int tokenizers = 0;
    int architectures = 0;
    for (const QJsonValue& family : outcome.json()["families"].toArray()) {
        models += family["kind"].toString() == QLatin1String("model");
        tokenizers += family["kind"].toString() == QLatin1String("tokenizer");
        architectures += static_cast<int>(family["architectures"].toArray().size());
    }
    QCOMPARE(models, 15);
    QCOMPARE(tokenizers, 10);
    QCOMPARE(architectures, 69);
}

void FairleadctlRegistryTest::everyFamilyHasAllMembers() {
    const QJsonArray families = Command().run(words("families --format json")).json()["families"].toArray();
    QCOMPARE(families.size(), 25);
    for (const QJsonValue& family : families) {
        QCOMPARE(family.toObject().keys(),
                 words("architectures capabilities class config_class file kind line name owner"));
        if (family["name"].toString() == QLatin1String("llama") &&
            family["kind"].toString() == QLatin1String("model")) {
            QCOMPARE(family["class"].toString(), QStringLiteral("fairseq2.models.transformer_lm.model.TransformerLM"));
            QCOMPARE(family["config_class"].toString(), QStringLiteral("fairseq2.models.llama.config.LLaMAConfig"));
            QCOMPARE(family["capabilities"].toArray(), QJsonArray({"compilation", "fsdp", "layerwise_ac", "meta"}));
            QCOMPARE(family["owner"], QJsonValue(QJsonValue::Null));
            QCOMPARE(family["architectures"].toArray().at(0).toObject().keys(), words("file line name owner"));
        }
        if (family["name"].toString() == QLatin1String("char_tokenizer"))
            QCOMPARE(family["config_class"], QJsonValue(QJsonValue::Null));
    }
}

void FairleadctlRegistryTest::familiesAsTable() {
    const QList<QByteArray> lines = Command().run({QStringLiteral("families")}).out.split('\n');
    QCOMPARE(lines.size(), 1 + 25 + 1); // a head, and what is after the last line's end
    QCOMPARE(lines[0].simplified(),
             QByteArray("KIND FAMILY CLASS CONFIG CLASS ARCHS CAPABILITIES OWNER REGISTERED AT"));
    QCOMPARE(lines[4].simplified(), QByteArray("model llama TransformerLM LLaMAConfig 13 compilation fsdp layerwise_ac "
                                               "meta fairseq2 fairseq2/composition/models.py:290"));
}

void FairleadctlRegistryTest::architecturesAreInOrderOfRegistration() {
    const Command command;
    const Outcome json = command.run(words("archs llama --format json"));
    const QStringList expected = words("7b 13b 33b 65b llama2_7b llama2_13b llama2_70b llama3_8b llama3_70b "
                                       "llama3_1_8b llama3_1_70b llama3_2_3b llama3_2_1b");
    QCOMPARE(json.json()["family"].toString(), QStringLiteral("llama"));
    QCOMPARE(json.json()["format"].toInt(), 1);
    QCOMPARE(names(json.json()["architectures"]), expected);
    const QList<QByteArray> lines = command.run(words("archs llama")).out.split('\n');
    QCOMPARE(lines[0].simplified(), QByteArray("ARCHITECTURE OWNER REGISTERED AT"));
    for (qsizetype at = 0; at < expected.size(); ++at)
        QCOMPARE(QString::fromUtf8(lines[at + 1]).section(QLatin1Char(' '), 0, 0), expected[at]);
}

void FairleadctlRegistryTest::configIsComplete() {
    const QJsonObject config = Command().run(words("config llama llama3_8b --format json")).json();
    QCOMPARE(config.keys(), words("architecture class family format value"));
    QCOMPARE(config["class"].toString(), QStringLiteral("fairseq2.models.llama.config.LLaMAConfig"));
    QCOMPARE(config["value"]["model_dim"].toInt(), 4096);
    QCOMPARE(config["value"]["rope_theta"].toDouble(), 500000.0);
}

void FairleadctlRegistryTest::configAsYaml() {
    const QByteArray text = Command().run(words("config jepa tiny")).out;
    QCOMPARE(text, QByteArray("encoder_config:\n"
                              "  model_dim: 192\n"
                              "  num_input_channels: 3\n"
                              "  input_dims: [224, 224]\n"
                              "  patch_dims: [16, 16]\n"
                              "  num_encoder_layers: 12\n"
                              "  num_encoder_attn_heads: 3\n"
                              "  qkv_bias: true\n"
                              "  attn_dropout_p: 0.0\n"
                              "  ffn_inner_dim_ratio: 4.0\n"
                              "  init_std: 0.02\n"
                              "  dropout_p: 0.0\n"
                              "  droppath_p: 0.0\n"
                              "  uniform_power: false\n"));
}

void FairleadctlRegistryTest::unknownNamesAreExplained_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* line, const char* message) { QTest::newRow(line) << line << message; };
    row("archs lama", "there is no model family lama; did you mean llama?");
    row("archs zzzzzz", "there is no model family zzzzzz; fairleadctl families shows those there are");
    row("archs char_tokenizer", "char_tokenizer is a tokenizer family; only model families have architectures");
    row("config lama llama3_8b", "there is no model family lama; did you mean llama?");
    row("config llama llama3_8", "the model family llama has no architecture llama3_8; did you mean llama3_8b?");
    row("config llama zzzzzz",
        "the model family llama has no architecture zzzzzz; fairleadctl archs llama shows those it has");
}

void FairleadctlRegistryTest::unknownNamesAreExplained() {
    QFETCH(QString, line);
    QFETCH(QString, message);
    const Outcome outcome = Command().run(words(qPrintable(line)));
    QCOMPARE(QString::fromUtf8(outcome.err), QStringLiteral("fairleadctl: ") + message + QLatin1Char('\n'));
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.status, 1);
}

void FairleadctlRegistryTest::registryFileIsRead() {
    const Command command;
    command.write(QStringLiteral("lab.json"), snapshot);
    const QJsonObject families = command.run(words("families --registry lab.json --format json")).json();
    QCOMPARE(names(families["families"]), QStringList{QStringLiteral("lab")});
    QCOMPARE(families["families"].toArray().at(0)["owner"].toString(), QStringLiteral("lab_ext"));
    QCOMPARE(names(command.run(words("archs lab --registry lab.json --format json")).json()["architectures"]),
             words("small broken"));
    command.write(QStringLiteral("a.yaml"),
                  "name: m\nmodel_family: lab\nmodel_arch: small\ncheckpoint: file:///x.pt\n");
    QCOMPARE(command.run(words("check a.yaml --registry lab.json --format json")).json()["summary"]["errors"].toInt(),
             0);
    QCOMPARE(command.run(words("check a.yaml --format json")).json()["diagnostics"].toArray().at(0)["rule"].toString(),
             QStringLiteral("FS020"));
}

void FairleadctlRegistryTest::configNeedsQuotesWhereYamlDoes() {
    const Command command;
    command.write(QStringLiteral("lab.json"), snapshot);
    QCOMPARE(command.run(words("config lab small --registry lab.json")).out,
             QByteArray("text: gelu\n"
                        "number_text: \"12\"\n"
                        "\"yes\": \"yes\"\n"
                        "empty: \"\"\n"
                        "nothing: null\n"
                        "big: 123456789012345678901234567890\n"
                        "small: 1e-05\n"
                        "infinite: .inf\n"
                        "list: [1, [2, \"a b\"], {}]\n"
                        "none: []\n"
                        "map: {}\n"
                        "nested:\n"
                        "  deep:\n"
                        "    x: true\n"
                        "  pairs: [{k: v}]\n"));
}

void FairleadctlRegistryTest::configThatFailedSaysWhy() {
    const Command command;
    command.write(QStringLiteral("lab.json"), snapshot);
    const Outcome outcome = command.run(words("config lab broken --registry lab.json"));
    QCOMPARE(outcome.err, QByteArray("fairleadctl: RuntimeError: no GPU\n"));
    QCOMPARE(outcome.status, 1);
}

void FairleadctlRegistryTest::badRegistryFileIsAFailure_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no JSON") << QByteArray("name: m\n");
    QTest::newRow("other JSON") << QByteArray("{}");
    QTest::newRow("cut off") << snapshot.left(snapshot.size() / 2);
    QTest::newRow("bytes") << QByteArray("\x00\xff\xfe\x01", 4);
}

void FairleadctlRegistryTest::badRegistryFileIsAFailure() {
    QFETCH(QByteArray, bytes);
    const Command command;
    command.write(QStringLiteral("lab.json"), bytes);
    const Outcome outcome = command.run(words("families --registry lab.json"));
    QVERIFY2(outcome.err.startsWith("fairleadctl: --registry lab.json is no snapshot: "), outcome.text());
    QCOMPARE(outcome.status, 2);
    const Outcome missing = command.run(words("families --registry missing.json"));
    QVERIFY2(missing.err.startsWith("fairleadctl: --registry missing.json: "), missing.text());
    QCOMPARE(missing.status, 2);
}

QTEST_GUILESS_MAIN(FairleadctlRegistryTest)
#include "fairleadctl_registry_test.moc"
