// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"
#include "core/yaml/stream.h"
#include "core/yaml/write.h"

#include "random_yaml.h"

#include <QTest>

using namespace fairlead::yaml;

class WriteTest : public QObject {
    Q_OBJECT

private slots:
    void aStringIsQuotedWhereItMustBe_data();
    void aStringIsQuotedWhereItMustBe();
    void anyStringReadsBack_data();
    void anyStringReadsBack();
};

void WriteTest::aStringIsQuotedWhereItMustBe_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Place>("place");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char* text, const char* written, Place place = Place::value) {
        QTest::addRow("%s (%d)", text, static_cast<int>(place)) << QByteArray(text) << place << QByteArray(written);
    };
    row("llama3_8b", "llama3_8b");
    row("hg://meta/x", "hg://meta/x");
    row("two words", "two words");
    row("", "\"\"");
    row("true", "\"true\"");
    row("yes", "\"yes\"");
    row("017", "\"017\"");
    row("2024-01-01", "\"2024-01-01\"");
    row("1e5", "\"1e5\"");
    row("~", "\"~\"");
    row("<<", "\"<<\"");
    row("a: b", "\"a: b\"");
    row("a #b", "\"a #b\"");
    row(" a", "\" a\"");
    row("@a", "\"@a\"");
    row("a\nb", "\"a\\nb\"");
    row("---", "---", Place::key);
    row("---", "---");
    row("a: b", "\"a: b\"", Place::key);
    row("a, b", "\"a, b\"", Place::flow_value);
    row("a, b", "a, b");
    row("\xED\xA0\xBD", "\"\\ud83d\"");
}

void WriteTest::aStringIsQuotedWhereItMustBe() {
    QFETCH(QByteArray, text);
    QFETCH(Place, place);
    QFETCH(QByteArray, written);
    QCOMPARE(QByteArray::fromStdString(write_string(text.toStdString(), place)), written);
}

void WriteTest::anyStringReadsBack_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void WriteTest::anyStringReadsBack() {
    QFETCH(unsigned, seed);
    RandomYaml random(seed);
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (std::size_t count = random.below(5); count > 0; --count) {
            const std::string_view piece = random.piece();
            text += piece == "\xFF" ? std::string_view("\xC2\xA0") : piece; // a string is UTF-8
        }
        for (const Place place : {Place::value, Place::flow_value, Place::key, Place::flow_key}) {
            const std::string written = write_string(text, place);
            const bool key = place == Place::key || place == Place::flow_key;
            const bool flow = place == Place::flow_value || place == Place::flow_key;
            std::string document = key ? written + ": v" : "k: " + written;
            document = flow ? "{" + document + "}" : document;
            const Stream stream(document);
            const Value root = stream.documents()[0].root();
            const QString where =
                QString("seed %1: %2 written as %3").arg(seed).arg(json_string(text).c_str(), written.c_str());
            QVERIFY2(root.is_mapping() && root.size() == 1, qPrintable(where));
            const Value::Entry entry = *root.entries().begin();
            const Value value = key ? entry.key : entry.value;
            QVERIFY2(value.is_string() && value.string() == text, qPrintable(where));
            QVERIFY2(written.find('\n') == std::string::npos, qPrintable(where));
        }
    }
}

QTEST_APPLESS_MAIN(WriteTest)
#include "write_test.moc"
