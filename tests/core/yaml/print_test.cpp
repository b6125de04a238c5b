// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"
#include "core/yaml/stream.h"

#include <QJsonDocument>
#include <QTest>

using namespace fairlead::yaml;

class PrintTest : public QObject {
    Q_OBJECT

private slots:
    void stringsAreJson_data();
    void stringsAreJson();
    void aBombOfAliasesStaysSmallAndJson();
    void aLineIsShortAndForPeople_data();
    void aLineIsShortAndForPeople();
};

void PrintTest::stringsAreJson_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << QByteArray("a b") << QByteArray("\"a b\"");
    QTest::newRow("escapes") << QByteArray("\"\\\n\r\t") << QByteArray(R"("\"\\\n\r\t")");
    QTest::newRow("control characters") << QByteArray("\x01\x7F") << QByteArray(R"("\u0001\u007f")");
    QTest::newRow("beyond ASCII") << QByteArray("\xC3\xA9\xF0\x9F\x98\x80")
                                  << QByteArray("\"\xC3\xA9\xF0\x9F\x98\x80\"");
    QTest::newRow("lone surrogate") << QByteArray("\xED\xA0\xBD") << QByteArray(R"("\ud83d")");
    QTest::newRow("no UTF-8") << QByteArray("a\xFF\xC3") << QByteArray("\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

void PrintTest::stringsAreJson() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(QByteArray::fromStdString(json_string(text.toStdString())), json);
}

void PrintTest::aBombOfAliasesStaysSmallAndJson() {
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 9; ++j)
            text += before + ", ";
        text += "]\n";
    }
    const Stream stream(text);
    const std::string json = to_json(stream.documents()[0].root(), 100'000);
    QVERIFY(json.size() > 100'000 && json.size() < 400'000);
    QVERIFY(json.find("\"<too large>\"") != std::string::npos);
    QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(json)).isObject());
}

void PrintTest::aLineIsShortAndForPeople_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("string") << QByteArray("say \"hi\"") << QByteArray("say \"hi\"");
    QTest::newRow("line breaks") << QByteArray("\"a\\nb\"") << QByteArray("a\\nb");
    QTest::newRow("null") << QByteArray("~") << QByteArray("null");
    QTest::newRow("date") << QByteArray("2024-01-01") << QByteArray("2024-01-01");
    QTest::newRow("nan") << QByteArray(".nan") << QByteArray(".nan");
    QTest::newRow("collection") << QByteArray("{a: [1, b]}") << QByteArray("{\"a\":[1,\"b\"]}");
    QTest::newRow("long") << QByteArray("0123456789\xC3\xA9klm") << QByteArray("0123456789\xC3\xA9\xE2\x80\xA6");
}

void PrintTest::aLineIsShortAndForPeople() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    const Stream stream(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(to_line(stream.documents()[0].root(), line.contains("\xE2\x80\xA6") ? 11 : 120)),
             line);
}

QTEST_APPLESS_MAIN(PrintTest)
#include "print_test.moc"
