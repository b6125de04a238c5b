// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "checked_texts.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/write_json.h"
#include "core/checks/write_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace fairlead;

namespace {

const QString trouble = QStringLiteral("== cards/asr.yaml\n# ASR models of the lab.\nname: lab_asr\n"
                                       "model_family: wav2vec2_asr\nmodel_arch: base_10h\ncheckpoint: /x\n---\n"
                                       "== cards/old/asr.yaml\nname: lab_asr\nnum_shards: 2\n");

QByteArray text(const CheckSession& session, const TextStyle& style) {
    return QByteArray::fromStdString(report_text(session, session.diagnostics(), style));
}

QByteArray json(const CheckSession& session) {
    return QByteArray::fromStdString(report_json(session, session.diagnostics()));
}

QStringList keys(const QJsonObject& object) { return object.keys(); }

} // namespace

class WritersTest : public QObject {
    Q_OBJECT

private slots:
    void textTellsPlaceLineAndCure() {
        const CheckSession session = checked::session(trouble);
        const QByteArray expected =
            R"(cards/asr.yaml:2:7: error: lab_asr is also the name of a card in cards/old/asr.yaml:1. fairseq2 accepts a name only once, over all sources. [FS008 duplicate-name]
    2 | name: lab_asr
      |       ^~~~~~~
      cards/old/asr.yaml:1:7: lab_asr
      stops fairseq2: AssetMetadataError: Two assets at cards have the same name lab_asr@.

cards/asr.yaml:6:1: error: An empty document: this --- starts a card that never comes. [FS003 empty-document]
    6 | ---
      | ^~~
      fix: Remove this --- (line 6)
      stops fairseq2: AssetMetadataError: Metadata of the asset at index 1 in cards/asr.yaml is expected to be of type `<class 'dict'>`, but is of type `<class 'NoneType'>` instead.

cards/old/asr.yaml:2:1: warning: num_shards: no code reads this field since fairseq2 0.5. Remove the line. [FS028 legacy-field]
    2 | num_shards: 2
      | ^~~~~~~~~~
      fix: Remove num_shards

2 errors and 1 warning: 2 cards in 2 files.
fairseq2 would load nothing: AssetMetadataError: Metadata of the asset at index 1 in cards/asr.yaml is expected to be of type `<class 'dict'>`, but is of type `<class 'NoneType'>` instead.
)";
        QCOMPARE(text(session, {}), expected);
    }

    void shortTextIsALineEach() {
        const CheckSession session = checked::session(QStringLiteral("name: a\nnum_shards: 2\n"));
        const TextStyle style{.excerpt = false, .related = false, .cure = false};
        QCOMPARE(
            text(session, style),
            QByteArray("a.yaml:2:1: warning: num_shards: no code reads this field since fairseq2 0.5. Remove the line. "
                       "[FS028 legacy-field]\n1 warning: 1 card in 1 file.\nfairseq2 loads these sources.\n"));
    }

    void longTextsAreCutBetweenCharacters() {
        const QString family = QString(60, QChar(0x4F60)); // three bytes each
        const QByteArray report = text(checked::session("name: a\nmodel_family: " + family + "\n"), {});
        QVERIFY2(report.contains("    2 | model_family: " + QString(34, QChar(0x4F60)).toUtf8() + "…\n"), report);
        QVERIFY2(!report.contains("\\x"), report);
        const std::string said = fairseq2_says("E", std::string(999, 'x') + "\u4F60y");
        QCOMPARE(QString::fromStdString(said), "E: " + QString(999, 'x') + QChar(0x4F60) + "…");
    }

    void colourIsForTerminals() {
        const CheckSession session = checked::session(QStringLiteral("name: a\nnum_shards: 2\n"));
        const QByteArray coloured = text(session, {.colour = true});
        QVERIFY(coloured.startsWith("\x1b[1ma.yaml:2:1: \x1b[0m\x1b[1;33mwarning:\x1b[0m "));
        QByteArray plain = coloured;
        while (plain.contains('\x1b')) {
            const qsizetype at = plain.indexOf('\x1b');
            plain.remove(at, plain.indexOf('m', at) - at + 1);
        }
        QCOMPARE(plain, text(session, {}));
    }

    void verdicts_data() {
        QTest::addColumn<QString>("cards");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("fine") << "name: a\n" << QByteArray("fairseq2 loads these sources.\n");
        QTest::newRow("one fails") << "name: a\nbase: zzz\n"
                                   << QByteArray("fairseq2 loads these sources; a fails when used.\n");
        QTest::newRow("two fail") << "name: a\nbase: zzz\nurl: 1\n---\nname: b@x\n"
                                  << QByteArray("fairseq2 loads these sources; a and b@x fail when used.\n");
        QTest::newRow("five fail")
            << "name: a\nbase: z\n---\nname: b\nbase: z\n---\nname: c\nbase: z\n---\nname: d\nbase: "
               "z\n---\nname: e\nbase: z\n"
            << QByteArray("fairseq2 loads these sources; a, b, c and 2 other cards fail when used.\n");
        QTest::newRow("nothing loads") << "name: a\n---\n"
                                       << QByteArray(
                                              "fairseq2 would load nothing: AssetMetadataError: Metadata of the asset "
                                              "at index 1 in a.yaml is expected to be of type `<class 'dict'>`, but is "
                                              "of type `<class 'NoneType'>` instead.\n");
    }

    void verdicts() {
        QFETCH(const QString, cards);
        QFETCH(const QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(verdict_text(checked::session(cards), {})), expected);
    }

    void summaries() {
        QCOMPARE(QByteArray::fromStdString(summary_text(checked::session(QStringLiteral("name: a\n")), {})),
                 QByteArray("No problems: 1 card in 1 file.\n"));
    }

    void longLinesAreCutAndControlsEscaped() {
        const std::string line = "url: \"" + std::string(300, 'x') + "\"\tq\n";
        const CheckSession session = checked::alone({{"a.yaml", "name: a\n" + line}});
        const QByteArray told = text(session, {});
        for (const QByteArray& one : told.split('\n')) {
            if (one.startsWith("    2 |")) {
                QVERIFY(one.size() < 250);
                QVERIFY(one.contains("\xE2\x80\xA6"));
            }
        }
        QVERIFY(!told.contains('\t'));
        const CheckSession escape = checked::alone({{"a.yaml", "name: \"\\e[31m\"\nbase: \"\\a\"\n"}});
        QVERIFY(!text(escape, {}).contains('\x1b'));
        QVERIFY(text(escape, {}).contains("\\x07 is no card"));
    }

    void caretsCountCharacters() {
        const CheckSession session = checked::alone({{"a.yaml", "name: ä\n---\n{name: \"日本\", num_shards: 2}\n"}});
        QVERIFY2(text(session, {})
                     .contains("    3 | {name: \"日本\", num_shards: 2}\n"
                               "      |              ^~~~~~~~~~\n"),
                 text(session, {}));
    }

    void jsonHasTheShapeOfTheContract() {
        const CheckSession session = checked::session(trouble);
        QJsonParseError error;
        const QJsonObject report = QJsonDocument::fromJson(json(session), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(keys(report), QStringList({"diagnostics", "error", "format", "loads", "summary"}));
        QCOMPARE(report["format"].toInt(), 1);
        QCOMPARE(report["loads"].toBool(true), false);
        QCOMPARE(keys(report["error"].toObject()), QStringList({"message", "type"}));
        QCOMPARE(report["error"]["type"].toString(), QStringLiteral("AssetMetadataError"));
        const QJsonObject summary = report["summary"].toObject();
        QCOMPARE(keys(summary), QStringList({"cards", "errors", "files", "infos", "sources", "warnings"}));
        QCOMPARE(summary["errors"].toInt(), 2);
        QCOMPARE(summary["cards"].toInt(), 2);
        const QJsonArray diagnostics = report["diagnostics"].toArray();
        QCOMPARE(diagnostics.size(), 3);
        for (const QJsonValue& one : diagnostics) {
            QCOMPARE(keys(one.toObject()),
                     QStringList({"card", "column", "end_column", "end_line", "file", "fixes", "line", "load",
                                  "message", "name", "related", "rule", "severity"}));
        }
    }

    void jsonIsInTheOrderOfTheContract() {
        const QByteArray report = json(checked::session(QStringLiteral("name: a\n---\n")));
        const QByteArray expected =
            R"~({
 "format": 1,
 "loads": false,
 "error": {"type":"AssetMetadataError","message":"Metadata of the asset at index 1 in a.yaml is expected to be of type `<class 'dict'>`, but is of type `<class 'NoneType'>` instead."},
 "diagnostics": [
  {"rule":"FS003","name":"empty-document","severity":"error","load":true,"message":"An empty document: this --- starts a card that never comes.","file":"a.yaml","line":2,"column":1,"end_line":2,"end_column":4,"card":null,"related":[],"fixes":[{"title":"Remove this --- (line 2)","edits":[{"file":"a.yaml","begin":8,"end":12,"text":""}]}]}
 ],
 "summary": {"sources":1,"files":1,"cards":1,"errors":1,"warnings":0,"infos":0}
}
)~";
        QCOMPARE(report, expected);
    }

    void jsonTakesAnyBytes() {
        const CheckSession session =
            checked::alone({{"a\xFF.yaml", "name: \"\\ud83d\"\nbase: \"\\udc00\"\n"}, {"b.yaml", "name: \xFF\n"}});
        QJsonParseError error;
        const QByteArray report = json(session);
        const QJsonObject object = QJsonDocument::fromJson(report, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QVERIFY(report.contains("\"a\\\\xff.yaml\"") || report.contains("\"a\\\\xFF.yaml\""));
        QVERIFY(QString::fromUtf8(report).toUtf8() == report);
    }

    void jsonHasSurrogatesAsTheirEscapes() {
        const QByteArray report = json(checked::alone({{"a.yaml", "name: \"m\\ud800\"\n---\nname: \"m\\ud800\"\n"}}));
        QVERIFY2(report.contains("have the same name m\\ud800@.\""), report.constData());
        QVERIFY2(report.contains("\"card\":\"m\\ud800@\""), report.constData());
    }

    void jsonOfACleanSource() {
        const QJsonObject report =
            QJsonDocument::fromJson(json(checked::session(QStringLiteral("name: a\n")))).object();
        QVERIFY(report["error"].isNull());
        QVERIFY(report["loads"].toBool());
        QVERIFY(report["diagnostics"].toArray().isEmpty());
    }

    void findingsOfPathsHaveNoCardAndTheFirstLine() {
        SessionOptions options;
        options.sources = {file_source("/nowhere/at/all")};
        const QJsonObject report = QJsonDocument::fromJson(json(CheckSession::load(std::move(options)))).object();
        const QJsonObject one = report["diagnostics"].toArray().first().toObject();
        QCOMPARE(one["rule"].toString(), QStringLiteral("FS009"));
        QCOMPARE(one["file"].toString(), QStringLiteral("/nowhere/at/all"));
        QCOMPARE(one["line"].toInt(), 1);
        QVERIFY(one["card"].isNull());
        QVERIFY(one["load"].toBool());
    }
};

QTEST_APPLESS_MAIN(WritersTest)
#include "writers_test.moc"
