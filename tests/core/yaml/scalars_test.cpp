// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/base64.h"
#include "core/yaml/numbers.h"
#include "core/yaml/resolver.h"
#include "core/yaml/timestamp.h"

#include <QTest>

#include <cmath>

using namespace fairlead::yaml;

/// What Python's int(), float(), datetime and base64 make of a text.
class ScalarsTest : public QObject {
    Q_OBJECT

private slots:
    void integersAreParsed_data();
    void integersAreParsed();
    void largeIntegersAreKeptInFull();
    void floatsAreParsed_data();
    void floatsAreParsed();
    void floatsArePrintedAsPythonDoes_data();
    void floatsArePrintedAsPythonDoes();
    void timesAreFormatted_data();
    void timesAreFormatted();
    void base64IsDecoded_data();
    void base64IsDecoded();
    void versionsResolveDifferently_data();
    void versionsResolveDifferently();
};

// The result as text, or the exception.
template <typename Function>
static QString outcome(Function function) {
    try {
        return QString::fromStdString(function());
    } catch (const PythonError& error) {
        return QString("%1: %2").arg(error.type, error.text.c_str());
    }
}

void ScalarsTest::integersAreParsed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("base");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* text, int base, const char* result) {
        QTest::addRow("%s in %d", text, base) << QByteArray(text) << base << result;
    };
    row("12", 10, "12");
    row(" -7\n", 10, "-7");
    row("0b1", 2, "1");
    row("-0x1f", 16, "-31");
    row("\xD9\xA1\xD9\xA2", 10, "12");
    row("9223372036854775808", 10, "9223372036854775808");
    row("-8000000000000000", 16, "-9223372036854775808");
    row("-8000000000000001", 16, "-9223372036854775809");
    row("", 10, "ValueError: invalid literal for int() with base 10: ''");
    row("9", 8, "ValueError: invalid literal for int() with base 8: '9'");
    row("+-1", 10, "ValueError: invalid literal for int() with base 10: '+-1'");
    row("it's", 10, "ValueError: invalid literal for int() with base 10: \"it's\"");
    row("0x", 16, "ValueError: invalid literal for int() with base 16: '0x'");
}

static std::string shown(const Integer& value) {
    return value.large.empty() ? std::to_string(value.small) : value.large;
}

void ScalarsTest::integersAreParsed() {
    QFETCH(QByteArray, text);
    QFETCH(int, base);
    QFETCH(QString, result);
    QCOMPARE(outcome([&] { return shown(python_int(text.toStdString(), static_cast<unsigned>(base))); }), result);
}

void ScalarsTest::largeIntegersAreKeptInFull() {
    const std::string nines(4300, '9');
    QCOMPARE(QByteArray::fromStdString(shown(python_int(nines, 10))), QByteArray::fromStdString(nines));
    QVERIFY(
        outcome([&] { return shown(python_int(nines + "9", 10)); })
            .startsWith(
                "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits"));
    // The digits are counted before what follows them is looked at.
    QVERIFY(outcome([&] {
                return shown(python_int("+" + nines + "9.5", 10));
            }).startsWith("ValueError: Exceeds the limit (4300 digits)"));
    QVERIFY(outcome([&] { return shown(python_int(nines + ".5", 10)); }).startsWith("ValueError: invalid literal"));
    // 16^100 has 121 digits; 16^5000 has more than Python prints.
    QCOMPARE(shown(python_int("1" + std::string(100, '0'), 16)).size(), std::size_t{121});
    QCOMPARE(QByteArray::fromStdString(shown(python_int("1" + std::string(5000, '0'), 16))),
             "0x1" + QByteArray(5000, '0'));
    QCOMPARE(QByteArray::fromStdString(shown(python_int("1" + std::string(20'000, '0'), 2))),
             "0x1" + QByteArray(5000, '0'));
    QCOMPARE(QByteArray::fromStdString(shown(sexagesimal("1:30:00"))), QByteArray("5400"));
}

void ScalarsTest::floatsAreParsed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("plain") << QByteArray("1.5") << "1.5";
    QTest::newRow("blanks") << QByteArray(" 1.5\n") << "1.5";
    QTest::newRow("infinity") << QByteArray("-Infinity") << "-inf";
    QTest::newRow("nan") << QByteArray("nan") << "nan";
    QTest::newRow("overflow") << QByteArray("1e400") << "inf";
    QTest::newRow("overflow by digits") << QByteArray(400, '9') << "inf";
    QTest::newRow("underflow") << QByteArray("-1e-400") << "-0.0";
    QTest::newRow("underflow by digits") << "0." + QByteArray(400, '0') + "1"
                                         << "0.0";
    QTest::newRow("point alone") << QByteArray(".") << "ValueError: could not convert string to float: '.'";
    QTest::newRow("hexadecimal") << QByteArray("0x1p3") << "ValueError: could not convert string to float: '0x1p3'";
}

void ScalarsTest::floatsAreParsed() {
    QFETCH(QByteArray, text);
    QFETCH(QString, result);
    QCOMPARE(outcome([&] { return python_float_repr(python_float(text.toStdString())); }), result);
}

void ScalarsTest::floatsArePrintedAsPythonDoes_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 3.0 << "3.0";
    QTest::newRow("shortest") << 0.1 << "0.1";
    QTest::newRow("negative zero") << -0.0 << "-0.0";
    QTest::newRow("largest without exponent") << 9999999999999998.0 << "9999999999999998.0";
    QTest::newRow("smallest with exponent") << 1e16 << "1e+16";
    QTest::newRow("small") << 0.0001 << "0.0001";
    QTest::newRow("smaller") << 0.00001 << "1e-05";
    QTest::newRow("least") << 5e-324 << "5e-324";
}

void ScalarsTest::floatsArePrintedAsPythonDoes() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(python_float_repr(value)), text);
}

void ScalarsTest::timesAreFormatted_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* text, const char* result) { QTest::newRow(text) << QByteArray(text) << result; };
    row("2024-1-2", "2024-01-02");
    row("2024-02-29T1:02:03", "2024-02-29T01:02:03");
    row("2024-01-01t00:00:00.1234565", "2024-01-01T00:00:00.123457");
    row("1999-12-31T23:59:59.9999999", "2000-01-01T00:00:00");
    row("2024-01-01 00:00:00 -5:30", "2024-01-01T00:00:00-05:30");
    row("2024-01-01T00:00:00.", "2024-01-01T00:00:00");
    row("2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00");
    row("2023-02-29", "ValueError: day is out of range for month");
    row("0000-01-01", "ValueError: year 0 is out of range");
    row("2024-01-01T24:00:00", "ValueError: hour must be in 0..23");
    row("2024-01-01T00:00:60", "ValueError: second must be in 0..59");
    row("2024-01-01T00:00:00-24:01",
        "ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
        "datetime.timedelta(days=-2, seconds=86340).");
    row("9999-12-31T23:59:59.9999999", "OverflowError: date value out of range");
    row("2024-01-01T00:00:00+0530", "none");
    row("2024-01-01T00:00", "none");
    row("2024-01-01T00:00:00 ", "none");
}

void ScalarsTest::timesAreFormatted() {
    QFETCH(QByteArray, text);
    QFETCH(QString, result);
    const std::string copy = text.toStdString();
    const auto stamp = parse_timestamp(copy);
    QCOMPARE(stamp ? outcome([&] { return iso_format(*stamp); }) : QString("none"), result);
}

void ScalarsTest::base64IsDecoded_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("result");
    const QString padding = "ConstructorError: failed to decode base64 data: Incorrect padding";
    QTest::newRow("whole") << QByteArray("YWJj") << "abc";
    QTest::newRow("padded") << QByteArray("YQ==") << "a";
    QTest::newRow("foreign characters") << QByteArray("@Y Q\n=!=") << "a";
    QTest::newRow("nothing in it") << QByteArray("@!") << "";
    QTest::newRow("after the padding") << QByteArray("YQ==YWJj") << "a";
    QTest::newRow("padding too soon") << QByteArray("Y=Q=") << padding;
    QTest::newRow("no padding") << QByteArray("YQ") << padding;
    QTest::newRow("one too many")
        << QByteArray("YWJjZ")
        << "ConstructorError: failed to decode base64 data: Invalid base64-encoded string: number of "
           "data characters (5) cannot be 1 more than a multiple of 4";
    QTest::newRow("beyond ASCII")
        << QByteArray("YQ\xC3\xA9")
        << "ConstructorError: failed to convert base64 data into ascii: 'ascii' codec can't encode "
           "character '\\xe9' in position 2: ordinal not in range(128)";
}

void ScalarsTest::base64IsDecoded() {
    QFETCH(QByteArray, text);
    QFETCH(QString, result);
    QCOMPARE(outcome([&] { return decode_base64(text.toStdString()); }), result);
    for (int size = 0; size < 10; ++size)
        QCOMPARE(decode_base64(encode_base64(std::string_view("\x00\xFF"
                                                              "abcdefgh",
                                                              10)
                                                 .substr(0, static_cast<std::size_t>(size)))),
                 std::string(std::string_view("\x00\xFF"
                                              "abcdefgh",
                                              10)
                                 .substr(0, static_cast<std::size_t>(size))));
}

void ScalarsTest::versionsResolveDifferently_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Tag>("in12");
    QTest::addColumn<Tag>("in11");
    const auto row = [](const char* text, Tag in12, Tag in11) {
        QTest::newRow(text) << QByteArray(text) << in12 << in11;
    };
    row("yes", Tag::string, Tag::boolean);
    row("n", Tag::string, Tag::boolean);
    row("Off", Tag::string, Tag::boolean);
    row("true", Tag::boolean, Tag::boolean);
    row("017", Tag::integer, Tag::integer);
    row("08", Tag::integer, Tag::string);
    row("0o17", Tag::integer, Tag::string);
    row("1:30", Tag::string, Tag::integer);
    row("0:30", Tag::string, Tag::string);
    row("1:60", Tag::string, Tag::string);
    row("1:30.5", Tag::string, Tag::real);
    row("-.5", Tag::real, Tag::string);
    row(".5", Tag::real, Tag::real);
    row("2024-01-01", Tag::timestamp, Tag::timestamp);
    row("<<", Tag::merge, Tag::merge);
    row("=", Tag::value, Tag::value);
    row("1\n", Tag::integer, Tag::integer); // `$` matches before a last line break
}

void ScalarsTest::versionsResolveDifferently() {
    QFETCH(QByteArray, text);
    QFETCH(Tag, in12);
    QFETCH(Tag, in11);
    QCOMPARE(static_cast<int>(resolve_plain(text.toStdString(), {1, 2})), static_cast<int>(in12));
    QCOMPARE(static_cast<int>(resolve_plain(text.toStdString(), {1, 1})), static_cast<int>(in11));
}

QTEST_APPLESS_MAIN(ScalarsTest)
#include "scalars_test.moc"
