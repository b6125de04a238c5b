// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_text.h"

#include <QtTest>
#include <cmath>

using namespace fairlead;

/// Rows are what Python 3.11 answers.
class PythonTextTest : public QObject {
    Q_OBJECT

private slots:
    void strip_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stripped");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("blanks only") << " \t\n"
                                     << "";
        QTest::newRow("both ends") << " a b\r\n"
                                   << "a b";
        QTest::newRow("separators of ASCII") << u"\x1c\x1d\x61\x1e\x1f"_qs << "a";
        QTest::newRow("NEL and no-break space") << u"\u0085a\u00a0"_qs << "a";
        QTest::newRow("ideographic space") << u"\u3000名\u3000"_qs << u"名"_qs;
        QTest::newRow("line separator") << u"a\u2028"_qs << "a";
        QTest::newRow("zero width space stays") << u"\u200ba"_qs << u"\u200ba"_qs;
        QTest::newRow("BOM stays") << u"\ufeffa"_qs << u"\ufeffa"_qs;
    }
    void strip() {
        QFETCH(QString, text);
        QFETCH(QString, stripped);
        const std::string bytes = text.toStdString();
        QCOMPARE(std::string(python::strip(bytes)), stripped.toStdString());
    }
    void bytesThatAreNoUtf8StayWhereTheyAre() {
        for (const std::string text : {"\xff", "\x80", "\xe3\x80", "\xed\xa0\x80", "\xf0\x9f"})
            QCOMPARE(python::strip(text), std::string_view(text));
    }

    void integers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("integer"); // null: ValueError
        const auto row = [](const QString& text, const QString& integer) {
            QTest::newRow(qPrintable("'" + text + "'")) << text << integer;
        };
        row("7", "7");
        row("007", "7");
        row("+5", "5");
        row("-3", "-3");
        row("-0", "0");
        row(" 12 ", "12");
        row("1_0", "10");
        row(u"٣"_qs, "3");
        row(u"๓1"_qs, "31");
        row(u"𝟗"_qs, "9");
        row("99999999999999999999999", "99999999999999999999999");
        row(u"\u3000\t5\u0085"_qs, "5");
        row(u"\x1f\x35"_qs, {}); // str.strip() would take it off
        row(u"٣\x1c"_qs, {});
        for (const QString wrong : {"", " ", "-", "+-1", "1__0", "_1", "1_", "1.0", "0x1", "1 2", "a", "²"})
            row(wrong, {});
    }
    void integers() {
        QFETCH(QString, text);
        QFETCH(QString, integer);
        const auto result = python::int_text(text.toStdString());
        QCOMPARE(result ? QString::fromStdString(*result) : QString(), integer);
    }
    void integersAreComparedAsNumbers() {
        const std::vector<std::string> ascending = {"-100", "-20", "-3", "0", "3", "20", "100"};
        for (std::size_t i = 0; i < ascending.size(); ++i) {
            for (std::size_t j = 0; j < ascending.size(); ++j)
                QCOMPARE(python::is_less(ascending[i], ascending[j]), i < j);
        }
    }

    void floats_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const auto row = [](const QString& text, double value) {
            QTest::newRow(qPrintable("'" + text + "'")) << text << value;
        };
        row("1", 1);
        row(" -0.5\n", -0.5);
        row("+1e3", 1000);
        row(".5", .5);
        row("5.", 5);
        row("1_0.0_1", 10.01);
        row("inf", HUGE_VAL);
        row("-Infinity", -HUGE_VAL);
        row("1e400", HUGE_VAL);
        row("1e-400", 0);
        row(u"\u2003.5\u00a0"_qs, .5);
        row(u"٣.5"_qs, 3.5);
    }
    void floats() {
        QFETCH(QString, text);
        QFETCH(double, value);
        const auto result = python::to_float(text.toStdString());
        QVERIFY(result);
        QVERIFY2(*result == value, qPrintable(QString::number(*result)));
    }
    void nanIsAFloat() {
        for (const char* text : {"nan", "+NaN", "-nan"})
            QVERIFY(std::isnan(python::to_float(text).value_or(0)));
    }
    void whatIsNoFloatIsRefused() {
        for (const char* text : {"", " ", ".", "e5", "1e", "--1", "+-1", "0x1p3", "1_", "_1", "1__0", "1._5", "nan(1)",
                                 "infi", "1,5", "1 2"})
            QVERIFY2(!python::to_float(text), text);
    }
};

QTEST_APPLESS_MAIN(PythonTextTest)
#include "python_text_test.moc"
