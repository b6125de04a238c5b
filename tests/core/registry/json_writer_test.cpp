// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_writer.h"

#include <QJsonDocument>
#include <QtTest>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>

using namespace fairlead;

namespace {

std::string real_text(double value) {
    JsonWriter json;
    json.real(value);
    return std::move(json).take();
}

std::string string_text(std::string_view text) {
    JsonWriter json;
    json.string(text);
    return std::move(json).take();
}

} // namespace

class JsonWriterTest : public QObject {
    Q_OBJECT

private slots:
    void containersAreSeparated();
    void realsAreAsPythonPrintsThem_data();
    void realsAreAsPythonPrintsThem();
    void realsReadBackTheSame();
    void textIsEscaped_data();
    void textIsEscaped();
    void anyBytesAreValidJson();
};

void JsonWriterTest::containersAreSeparated() {
    JsonWriter json;
    json.open_object();
    json.member("a", 1);
    json.key("b");
    json.open_array();
    json.null();
    json.boolean(true);
    json.open_object();
    json.close();
    json.close();
    json.member("c", "d");
    json.close();
    QCOMPARE(QString::fromStdString(std::move(json).take()), QStringLiteral(R"({"a":1,"b":[null,true,{}],"c":"d"})"));
}

void JsonWriterTest::realsAreAsPythonPrintsThem_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](double value, const char* text) { QTest::newRow(text) << value << text; };
    row(0.0, "0.0");
    row(-0.0, "-0.0");
    row(1, "1.0");
    row(0.1, "0.1");
    row(1e5, "100000.0");
    row(1e15, "1000000000000000.0");
    row(1e16, "1e+16");
    row(1e-4, "0.0001");
    row(1e-5, "1e-05");
    row(1.2345678901234568e+16, "1.2345678901234568e+16");
    row(5e-324, "5e-324");
    row(std::numeric_limits<double>::max(), "1.7976931348623157e+308");
    row(std::numeric_limits<double>::infinity(), "\".inf\"");
    row(-std::numeric_limits<double>::infinity(), "\"-.inf\"");
    row(std::numeric_limits<double>::quiet_NaN(), "\".nan\"");
}

void JsonWriterTest::realsAreAsPythonPrintsThem() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(real_text(value)), text);
}

void JsonWriterTest::realsReadBackTheSame() {
    const auto seed = std::random_device{}();
    std::mt19937_64 random(seed);
    for (int round = 0; round < 20'000; ++round) {
        const std::uint64_t bits = random();
        const auto value = std::bit_cast<double>(bits);
        if (!std::isfinite(value))
            continue;
        const std::string text = real_text(value);
        const double back = std::strtod(text.c_str(), nullptr);
        QVERIFY2(std::bit_cast<std::uint64_t>(back) == bits, (text + ", seed " + std::to_string(seed)).c_str());
        QVERIFY2(text.find_first_of(".e") != std::string::npos, text.c_str());
    }
}

void JsonWriterTest::textIsEscaped_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* text, const char* json) {
        QTest::newRow(json) << QByteArray(text) << QByteArray(json);
    };
    row("plain", R"("plain")");
    row("\"\\/", R"("\"\\/")");
    row("\b\f\n\r\t\x01\x1f\x7f", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
    row("é€😀", "\"é€😀\"");
    row("\xff\x80", R"("\\xff\\x80")");
    row("a\xc3", R"("a\\xc3")");
    row("\xc0\x80", R"("\\xc0\\x80")");
    row("\xed\xa0\xbd", R"("\ud83d")");
    row("\xed\xb8\x80!", R"("\ude00!")");
    row("\xed\xa0", R"("\\xed\\xa0")");
    row("\xf4\x90\x80\x80", R"("\\xf4\\x90\\x80\\x80")");
}

void JsonWriterTest::textIsEscaped() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(QByteArray::fromStdString(string_text(text.toStdString())), json);
}

void JsonWriterTest::anyBytesAreValidJson() {
    const auto seed = std::random_device{}();
    std::mt19937_64 random(seed);
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes(random() % 6, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(random() % 3 == 0 ? 0xed : random());
        // nlohmann::json refuses escapes of lone surrogates, which Python and JSON itself allow.
        const QByteArray array = "[" + QByteArray::fromStdString(string_text(bytes)) + "]";
        QVERIFY2(QJsonDocument::fromJson(array).isArray(), array + ", seed " + QByteArray::number(seed));
    }
}

QTEST_APPLESS_MAIN(JsonWriterTest)
#include "json_writer_test.moc"
