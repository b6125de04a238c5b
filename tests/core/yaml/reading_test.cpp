// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"
#include "core/yaml/stream.h"

#include <QTest>

using namespace fairlead::yaml;

/// Text and value, by the rows of spec/yaml.md.
class ReadingTest : public QObject {
    Q_OBJECT

private slots:
    void plainScalarsHaveTheirTypes_data();
    void plainScalarsHaveTheirTypes();
    void structuresAreRead_data();
    void structuresAreRead();
};

void ReadingTest::plainScalarsHaveTheirTypes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* text, Kind kind, const char* json) {
        QTest::newRow(text) << QByteArray(text) << kind << QByteArray(json);
    };
    for (const char* text : {"true", "True", "TRUE"})
        row(text, Kind::boolean, "true");
    for (const char* text : {"false", "False", "FALSE"})
        row(text, Kind::boolean, "false");
    for (const char* text : {"~", "null", "Null", "NULL", ""})
        row(text, Kind::null, "null");
    row("0o17", Kind::integer, "15");
    row("017", Kind::integer, "17");
    row("09", Kind::integer, "9");
    row("0x1F", Kind::integer, "31");
    row("0b11", Kind::integer, "3");
    row("-0o7", Kind::integer, "-7");
    row("+0b1", Kind::integer, "1");
    row("1_000", Kind::integer, "1000");
    row("0x_F", Kind::integer, "15");
    row("-_1", Kind::integer, "-1");
    row("9223372036854775807", Kind::integer, "9223372036854775807");
    row("-9223372036854775808", Kind::integer, "-9223372036854775808");
    row("18446744073709551616", Kind::integer, "18446744073709551616");
    row("0xffffffffffffffffffff", Kind::integer, "1208925819614629174706175");
    row("1e-5", Kind::real, "1e-05");
    row("1.", Kind::real, "1.0");
    row(".5", Kind::real, "0.5");
    row("-0.0", Kind::real, "-0.0");
    row("08.5", Kind::real, "8.5");
    row("1_e5", Kind::real, "100000.0");
    row("1._5", Kind::real, "1.5");
    row("1e16", Kind::real, "1e+16");
    row("1e500", Kind::real, "\".inf\"");
    row("-.INF", Kind::real, "\"-.inf\"");
    row(".NaN", Kind::real, "\".nan\"");
    row("1e-400", Kind::real, "0.0");
    row("2024-01-01", Kind::date, "\"2024-01-01\"");
    row("2024-1-1T10:00:00Z", Kind::datetime, "\"2024-01-01T10:00:00+00:00\"");
    row("2024-01-01 10:00:00 +2", Kind::datetime, "\"2024-01-01T10:00:00+02:00\"");
    row("2024-12-31T23:59:59.9999996", Kind::datetime, "\"2025-01-01T00:00:00\"");
    for (const char* text : {"yes",         "n",   "tRUE",     "nUll",      "none", "~x",       "0X1F",
                             "0o8",         "0b",  "1,000",    "190:20:30", ".5e3", "1e",       "1.5.2",
                             ".",           "+",   "+.nan",    ".iNF",      "inf",  "2024-1-1", "2024-01-01T10:00",
                             "99999-01-01", "b#c", "http://x", "-a",        ":a",   "?a"})
        row(text, Kind::string, json_string(text).c_str());
}

void ReadingTest::plainScalarsHaveTheirTypes() {
    QFETCH(QByteArray, text);
    QFETCH(Kind, kind);
    QFETCH(QByteArray, json);
    const Stream stream("k: " + text.toStdString() + "\n");
    const Value value = stream.documents()[0].root().find("k");
    QVERIFY(static_cast<bool>(value));
    QCOMPARE(static_cast<int>(value.kind()), static_cast<int>(kind));
    QCOMPARE(QByteArray::fromStdString(to_json(value)), json);
}

void ReadingTest::structuresAreRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const char* text, const char* json) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(json);
    };
    row("card", "name: a # c\nn:\n  x: [1, {y: z}]\n", R"({"name":"a","n":{"x":[1,{"y":"z"}]}})");
    row("list below its key without indentation", "a:\n- 1\n- 2\nb: 3\n", R"({"a":[1,2],"b":3})");
    row("lists in lists", "- - a\n  - b\n-\n", R"([["a","b"],null])");
    row("flow pairs", "{b, c: , d:1}", R"({"b":null,"c":null,"d:1":null})");
    row("pair in a list", "[a: 1, b]", R"([{"a":1},"b"])");
    row("plain text over lines", "a: b\n  c\n\n  d\n", R"({"a":"b c\nd"})");
    row("single quotes", "a: 'it''s\n  x'", R"({"a":"it's x"})");
    row("escapes", R"(a: "\x41\u00e9\t\/\e")", "{\"a\":\"A\xC3\xA9\\t/\\u001b\"}");
    row("lone surrogates", R"(a: "\ud83d\ude00")", R"({"a":"\ud83d\ude00"})");
    row("literal", "a: |\n  x\n   y\n\n  z\n", R"({"a":"x\n y\n\nz\n"})");
    row("folded, stripped", "a: >-\n  x\n  y\n\n  z\n\n", R"({"a":"x y\nz"})");
    row("kept breaks", "a: |+\n  x\n\n\nb: 1", R"({"a":"x\n\n\n","b":1})");
    row("marker as text of a block scalar at the top", "--- |\n---\nfoo", R"("---\nfoo")");
    row("tags", "[!!str 1, !!int \"12\", !!float 1, !!bool yes, ! 5, ! '5', !!null x]",
        R"(["1",12,1.0,true,5,5,null])");
    row("set, omap, pairs, bytes", "[!!set {a, b}, !!omap [a: 1], !!pairs [a: 1, a: 2], !!binary aGk=]",
        R"([["a","b"],[["a",1]],[["a",1],["a",2]],"aGk="])");
    row("keys of all kinds", "? [1, 2]\n: x\n1.5: y\n~: z\ntrue: w\n",
        R"({"[1,2]":"x","1.5":"y","null":"z","true":"w"})");
    row("aliases", "a: &x [1]\nb: *x\nc: &x 2\nd: *x", R"({"a":[1],"b":[1],"c":2,"d":2})");
    row("a value in itself", "&x [*x, a]", R"(["<cycle>","a"])");
    row("merge: own keys win wherever it stands", "a: &x {k: 1, l: 2}\nb: {k: 3, <<: *x}",
        R"({"a":{"k":1,"l":2},"b":{"k":3,"l":2}})");
    row("merge: of several the first wins", "a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc: {<<: [*x, *y]}",
        R"({"a":{"k":1},"b":{"k":2,"m":3},"c":{"k":1,"m":3}})");
    row("quoted merge key", "{\"<<\": 1}", R"({"<<":1})");
    row("carriage returns", "a: 1\r\nb: 2\rc: 3", R"({"a":1,"b":2,"c":3})");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: 1",
        R"({"a":1})");
    row("tab in quotes, comment and block text", "a: \"x\ty\" #\tc\nb: |\n  x\ty\n", R"({"a":"x\ty","b":"x\ty\n"})");
    row("two tags undone twice", "!<tag%3Ayaml.org,2002:str> 1", R"("1")");
    row("tuple of a list that is still to be filled", "a: &x [b]\n? *x\n: c", R"({"a":["b"],"[]":"c"})");
}

void ReadingTest::structuresAreRead() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const Stream stream(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QCOMPARE(stream.documents().size(), std::size_t{1});
    const Problem* problem = stream.documents()[0].problem();
    QVERIFY2(!problem, problem ? problem->python_text.c_str() : "");
    QCOMPARE(QByteArray::fromStdString(to_json(stream.documents()[0].root())), json);
}

QTEST_APPLESS_MAIN(ReadingTest)
#include "reading_test.moc"
