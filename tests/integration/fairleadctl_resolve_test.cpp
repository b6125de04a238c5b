// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"
#include "lab_cards.h"

#include <QDir>
#include <QTest>

/// resolve.
class FairleadctlResolveTest : public QObject {
    Q_OBJECT

private slots:
    void resolveAsText();
    void resolveAsJson();
    void resolveSearchesEnvironments_data();
    void resolveSearchesEnvironments();
    void resolveGivesEveryTypeOfValue_data();
    void resolveGivesEveryTypeOfValue();
    void numbersBeyondPythonsDigitsAreText();
    void aliasesDoNotGrowWithoutBound_data();
    void aliasesDoNotGrowWithoutBound();
    void resolveReadsNamesFromStandardInput();
    void resolveKeepsTheOrderAsked();
    void errorOfTheStoreIsEveryNames();
    void tolerantResolvesAllTheSame();
    void errorOfAUriCounts();
};

void FairleadctlResolveTest::resolveAsText() {
    const Outcome outcome = lab().run(words("resolve --alone --source lab lab_7b"));
    QCOMPARE(QString::fromUtf8(outcome.out),
             QStringLiteral("lab_7b  (lab_7b@user -> lab_7b@ -> lab_base@)\n"
                            "  checkpoint        file:///home/me/7b.pt          lab/models.yaml:16  lab_7b@user\n"
                            "  base              lab_base                       lab/models.yaml:7  lab_7b@\n"
                            "  tokenizer_family  llama                          lab/models.yaml:9  lab_7b@\n"
                            "  tokenizer         \"https://example.org/t.model\"  lab/models.yaml:10  lab_7b@\n"
                            "  model_family      llama                          lab/models.yaml:3  lab_base@\n"
                            "  model_arch        llama3_8b                      lab/models.yaml:4  lab_base@\n"
                            "  checkpoint as URI  file:///home/me/7b.pt\n"
                            "  tokenizer as URI  https://example.org/t.model\n"
                            "  model config  LLaMAConfig of llama3_8b\n"
                            "  tokenizer config  LLaMATokenizerConfig of the class's default\n"
                            "\n"));
    QCOMPARE(outcome.status, 0);
}

void FairleadctlResolveTest::resolveAsJson() {
    const Command command = lab();
    const Outcome outcome = command.run(words("resolve --no-registry --source lab lab_7b@ --format json"));
    const auto field = [](const char* name, const char* value, const char* card, int line) {
        return QStringLiteral(
                   R"("%1":{"value":"%2","type":"str","card":"%3","source":"path:lab","file":"lab/models.yaml","line":%4})")
            .arg(QLatin1String(name), QLatin1String(value), QLatin1String(card))
            .arg(line);
    };
    const QStringList fields = {field("base", "lab_base", "lab_7b@", 7),
                                field("checkpoint", "weights/7b.pt", "lab_7b@", 8),
                                field("tokenizer_family", "llama", "lab_7b@", 9),
                                field("tokenizer", "https://example.org/t.model", "lab_7b@", 10),
                                field("model_family", "llama", "lab_base@", 3),
                                field("model_arch", "llama3_8b", "lab_base@", 4)};
    QCOMPARE(QString::fromUtf8(outcome.out),
             QStringLiteral(
                 R"({"format":1,"name":"lab_7b@","environments":[],"chain":["lab_7b@","lab_base@"],"fields":{%1},)"
                 R"("uris":{"checkpoint":{"value":"file://%2"},"tokenizer":{"value":"https://example.org/t.model"}}})"
                 "\n")
                 .arg(fields.join(QLatin1Char(',')), command.path(QStringLiteral("lab/weights/7b.pt"))));
    QCOMPARE(outcome.status, 0);
}

void FairleadctlResolveTest::resolveSearchesEnvironments_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("environments");
    QTest::addColumn<QStringList>("chain");
    QTest::newRow("user by itself") << "m" << words("user") << words("m@user m@ b@");
    QTest::newRow("none") << "m@" << QStringList() << words("m@ b@");
    QTest::newRow("one asked for") << "m@lab" << words("lab") << words("m@lab m@ b@lab b@");
    QTest::newRow("one that no card has") << "m@typo" << words("typo") << words("m@ b@");
    QTest::newRow("one added") << "m --env lab" << words("user lab") << words("m@user m@ b@lab b@");
    QTest::newRow("one added, none asked for") << "m@ --env lab" << QStringList() << words("m@ b@");
}

void FairleadctlResolveTest::resolveSearchesEnvironments() {
    QFETCH(QString, line);
    QFETCH(QStringList, environments);
    QFETCH(QStringList, chain);
    const Command command;
    command.write(QStringLiteral("a.yaml"),
                  "name: m\nbase: b\n---\nname: b\n---\nname: m@user\nx: 1\n---\nname: m@lab\n---\nname: b@lab\n");
    const QJsonObject answer =
        command.run(words("resolve --alone --source a.yaml --format json") + words(qPrintable(line))).json();
    QCOMPARE(answer["environments"].toVariant().toStringList(), environments);
    QCOMPARE(answer["chain"].toVariant().toStringList(), chain);
}

void FairleadctlResolveTest::resolveGivesEveryTypeOfValue_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* yaml, const char* type, const char* json, const char* line) {
        QTest::newRow(yaml) << QByteArray(yaml) << QString::fromLatin1(type) << QByteArray(json) << QByteArray(line);
    };
    row("text", "str", R"("text")", "text");
    row("'12'", "str", R"("12")", R"("12")");
    row("12", "int", "12", "12");
    row("0x1F", "int", "31", "31");
    row("123456789012345678901234567890", "int", "123456789012345678901234567890", "123456789012345678901234567890");
    row("-0.0", "float", "-0.0", "-0.0");
    row("1e5", "float", "100000.0", "100000.0");
    row("1e-5", "float", "1e-05", "1e-05");
    row("0.1", "float", "0.1", "0.1");
    row("1e300", "float", "1e+300", "1e+300");
    row("12345678901234567.0", "float", "1.2345678901234568e+16", "1.2345678901234568e+16");
    row(".nan", "float", R"(".nan")", ".nan");
    row("-.inf", "float", R"("-.inf")", "-.inf");
    row(".inf", "float", R"(".inf")", ".inf");
    row("true", "bool", "true", "true");
    row("~", "null", "null", "null");
    row("2024-01-02", "date", R"("2024-01-02")", "2024-01-02");
    row("2024-01-02T03:04:05+02:00", "datetime", R"("2024-01-02T03:04:05+02:00")", "2024-01-02T03:04:05+02:00");
    row("!!binary aGk=", "bytes", R"("aGk=")", R"("aGk=")");
    row("[1, a, null]", "list", R"([1,"a",null])", "[1, a, null]");
    row("{a: 1, 2: b, null: [x]}", "dict", R"({"a":1,"2":"b","null":["x"]})", "{a: 1, 2: b, null: [x]}");
    row("{2024-01-02: 1}", "dict", R"({"\"2024-01-02\"":1})", "{2024-01-02: 1}");
    row("{[1, a]: 1}", "dict", R"({"[1,\"a\"]":1})", "{[1, a]: 1}");
    row("!!set {b, a}", "set", R"(["b","a"])", "{b, a}");
    row("!!omap [b: 1, a: 2]", "dict", R"([["b",1],["a",2]])", "{b: 1, a: 2}");
    row("!!pairs [a: 1, a: 2]", "list", R"([["a",1],["a",2]])", "{a: 1, a: 2}");
    row("&x [1, *x]", "list", R"([1,"<cycle>"])", "[1, <cycle>]");
    row(R"("\ud83d")", "str", R"("\ud83d")", R"("\ud83d")");
    row(R"("q\"b\\ \n\t\x01")", "str", R"("q\"b\\ \n\t\u0001")", R"("q\"b\\ \n\t\u0001")");
    row("[\"a, b\", 'x: y', z]", "list", R"(["a, b","x: y","z"])", R"(["a, b", "x: y", z])");
}

void FairleadctlResolveTest::resolveGivesEveryTypeOfValue() {
    QFETCH(QByteArray, yaml);
    QFETCH(QString, type);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, line);
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nf: " + yaml + "\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml m --format json"));
    QVERIFY2(outcome.status == 0, outcome.text());
    const QByteArray expected = "\"fields\":{\"f\":{\"value\":" + json + ",\"type\":\"" + type.toLatin1() + "\",";
    QVERIFY2(outcome.out.contains(expected), outcome.out + "\nis without\n" + expected);
    const Outcome text = command.run(words("resolve --alone --source a.yaml m"));
    QVERIFY2(text.out.contains("  f  " + line + "  a.yaml:2  m@\n"), text.out);
}

// Python reads them, but prints none of over 4300 digits; JSON has no hexadecimal numbers.
void FairleadctlResolveTest::numbersBeyondPythonsDigitsAreText() {
    const Command command;
    const QByteArray digits = "0x" + QByteArray(5000, 'f');
    command.write(QStringLiteral("a.yaml"), "name: m\nlarge: " + digits + "\nless: -0xffffffffffffffffffff\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml --format json m"));
    const QJsonObject fields = outcome.json()[QStringLiteral("fields")].toObject();
    QCOMPARE(fields[QStringLiteral("large")][QStringLiteral("value")].toString(), QString::fromUtf8(digits));
    QVERIFY2(outcome.out.contains("{\"value\":-1208925819614629174706175,\"type\":\"int\""), outcome.text());
}

void FairleadctlResolveTest::aliasesDoNotGrowWithoutBound_data() {
    QTest::addColumn<QByteArray>("fields");
    QByteArray levels = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 12; ++level) {
        const QByteArray before = "*a" + QByteArray::number(level - 1);
        const QByteArray own = QByteArray::number(level);
        levels += "a" + own + ": &a" + own + " [" + (before + ", ").repeated(9) + before + "]\n";
    }
    QTest::newRow("values") << levels;
    const QByteArray large = "s: &s " + QByteArray(1'000'000, 'x') + "\n";
    QByteArray strings = large;
    QByteArray keys = large;
    for (int field = 0; field < 40; ++field) {
        const QByteArray number = QByteArray::number(field);
        strings += "f" + number + ": *s\n";
        keys += "? [" + number + ", *s]\n: 1\n";
    }
    QTest::newRow("a long string") << strings;
    QTest::newRow("keys") << keys;
}

void FairleadctlResolveTest::aliasesDoNotGrowWithoutBound() {
    QFETCH(QByteArray, fields);
    const Command command;
    const QByteArray text = "name: m\n" + fields;
    command.write(QStringLiteral("a.yaml"), text);
    const Outcome json = command.run(words("resolve --alone --source a.yaml m --format json"));
    QCOMPARE(json.status, 0);
    QVERIFY(json.out.contains("\"<too large>\""));
    QVERIFY2(json.out.size() < 100'000'000, QByteArray::number(json.out.size()));
    const Outcome line = command.run(words("resolve --alone --source a.yaml m"));
    QCOMPARE(line.status, 0);
    QVERIFY2(line.out.size() < 20'000, QByteArray::number(line.out.size()));
}

void FairleadctlResolveTest::resolveReadsNamesFromStandardInput() {
    const Outcome outcome =
        lab().run(words("resolve --alone --source lab --format json lab_13b -"), "lab_7b@\r\n\nlab_base\n no such ");
    QStringList names;
    for (const QJsonObject& answer : outcome.json_lines())
        names.append(answer["name"].toString());
    QCOMPARE(names, QStringList({QStringLiteral("lab_13b"), QStringLiteral("lab_7b@"), QStringLiteral("lab_base"),
                                 QStringLiteral(" no such ")}));
    QCOMPARE(outcome.status, 1);
}

void FairleadctlResolveTest::resolveKeepsTheOrderAsked() {
    const Outcome outcome = lab().run(words("resolve --alone --source lab --format json notes lab_base notes"));
    QStringList names;
    for (const QJsonObject& answer : outcome.json_lines())
        names.append(answer["name"].toString());
    QCOMPARE(names, words("notes lab_base notes"));
    QCOMPARE(outcome.status, 0);
}

void FairleadctlResolveTest::errorOfTheStoreIsEveryNames() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n---\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml --format json m nowhere"));
    const QString message = QStringLiteral("Metadata of the asset at index 1 in %1 is expected to be of type `<class "
                                           "'dict'>`, but is of type `<class 'NoneType'>` instead.")
                                .arg(command.path(QStringLiteral("a.yaml")));
    QCOMPARE(outcome.json_lines().size(), 2);
    for (const QJsonObject& answer : outcome.json_lines()) {
        QCOMPARE(answer.keys(), words("error format name"));
        QCOMPARE(answer["error"]["type"].toString(), QStringLiteral("AssetMetadataError"));
        QCOMPARE(answer["error"]["message"].toString(), message);
    }
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("--tolerant resolves them all the same."), outcome.text());
}

void FairleadctlResolveTest::tolerantResolvesAllTheSame() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n---\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml --format json m --tolerant"));
    QCOMPARE(outcome.json()["chain"].toArray(), QJsonArray({"m@"}));
    QCOMPARE(outcome.status, 0);
}

void FairleadctlResolveTest::errorOfAUriCounts() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\ncheckpoint: 7\n");
    const Outcome outcome = command.run(words("resolve --alone --source a.yaml --format json m"));
    QCOMPARE(outcome.json()["uris"]["checkpoint"]["error"]["message"].toString(),
             QStringLiteral("checkpoint field of the m asset card is expected to be of type `<class 'str'>`, but is of "
                            "type `<class 'int'>` instead."));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(command.run(words("resolve --alone --source a.yaml m")).status, 1);
}

QTEST_GUILESS_MAIN(FairleadctlResolveTest)
#include "fairleadctl_resolve_test.moc"
