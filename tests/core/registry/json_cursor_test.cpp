// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"
#include "core/registry/json_cursor.h"
#include "core/registry/json_writer.h"
#include "core/registry/snapshot.h"

#include <QtTest>
#include <nlohmann/json.hpp>
#include <random>

using namespace fairlead;

namespace {

std::string error_of(std::string_view json) {
    try {
        JsonCursor cursor(json);
        cursor.skip();
        cursor.finish();
    } catch (const SnapshotError& error) {
        return error.what();
    }
    return {};
}

std::string quoted(std::string_view bytes) { return '"' + std::string(bytes) + '"'; }

/// One to eight small changes at random places.
std::string mutated(std::string text, std::mt19937_64& random) {
    constexpr std::string_view bits = "{}[]\",:\\ue+-.0129truefalsn \n\x01\x1f\x7f\x80\xbf\xc3\xe2\xed\xf0\xff";
    const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    for (auto changes = 1 + below(8); changes > 0; --changes) {
        const auto at = below(text.size());
        switch (below(4)) {
        case 0:
            text.insert(at, 1, bits[below(bits.size())]);
            break;
        case 1:
            text.erase(at, 1 + below(3));
            break;
        case 2:
            text.replace(at, 1, 1, bits[below(bits.size())]);
            break;
        default:
            text.insert(below(text.size()), std::string(text, at, below(40)));
        }
    }
    return text;
}

} // namespace

class JsonCursorTest : public QObject {
    Q_OBJECT

private slots:
    void value_data() {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<std::string>("error");
        const auto row = [](const char* name, const std::string& json, const char* error = "") {
            QTest::newRow(name) << json << std::string(error);
        };
        row("zero", "0");
        row("negative zero", "-0.0");
        row("exponents", "[1e3,1E+3,-1.25e-3,0e0]");
        row("a long integer", "[" + std::string(300, '9') + "]");
        row("largest double", "1.7976931348623157e308");
        row("too small to matter", "[1e-999,0.0e999,1e-99999999999999999999]");
        row("too large", "[1e309]", "line 1, column 2: a number is too large.");
        row("too large below", "-1e99999999999999999999", "line 1, column 1: a number is too large.");
        row("too large, without an exponent", std::string(310, '1') + ".5", "line 1, column 1: a number is too large.");
        row("too large an integer", std::string(310, '1'), "line 1, column 1: a number is too large.");
        row("leading zero", "01", "line 1, column 1: a number starts with 0.");
        row("leading zero, negative", "-01", "line 1, column 2: a number starts with 0.");
        row("leading plus", "+1", "line 1, column 1: a value is expected.");
        row("minus only", "-", "line 1, column 2: a digit is expected.");
        row("no digit before the point", ".5", "line 1, column 1: a value is expected.");
        row("no digit after the point", "1.", "line 1, column 3: a digit is expected.");
        row("no digit in the exponent", "1e+", "line 1, column 4: a digit is expected.");
        row("hexadecimal", "0x1", "line 1, column 2: the snapshot has ended, but the text goes on.");
        row("nan", "NaN", "line 1, column 1: a value is expected.");
        row("words", "[true,false,null]");
        row("half a word", "[tru]", "line 1, column 2: a value is expected.");
        row("containers", R"({"a":[],"b":{},"":[{"c":[[]]}]})");
        row("blanks", " [ 1 , \t{ \"a\" :\r\n1 } ] \n");
        row("trailing comma", "[1,]", "line 1, column 4: a value is expected.");
        row("trailing comma in an object", R"({"a":1,})", "line 1, column 8: a member's name in quotes is expected.");
        row("no comma", "[1 2]", "line 1, column 4: a comma or ] is expected.");
        row("no comma in an object", R"({"a":1 "b":2})", "line 1, column 8: a comma or } is expected.");
        row("no colon", R"({"a" 1})", "line 1, column 6: a colon is expected.");
        row("wrong bracket", "[1}", "line 1, column 3: a comma or ] is expected.");
        row("no end", R"({"a":[1,{)", "line 1, column 10: a member's name in quotes is expected.");
        row("a comment", "[1] // one", "line 1, column 5: the snapshot has ended, but the text goes on.");
        row("no end of a string", "\"abcdefghijklmnop", "line 1, column 18: the text ends within a string.");
        row("a newline in a string", "\"abcdefgh\n\"",
            "line 1, column 10: a control character stands in a string; it has to be escaped.");
        row("a NUL in a string", std::string("\"a\0b\"", 5),
            "line 1, column 3: a control character stands in a string; it has to be escaped.");
        row("delete is no control character here", "\"\x7f\"");
        row("escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\uFFFF\\ud83d\\uDE00\"");
        row("no such escape", R"("\x41")", "line 1, column 3: no such escape.");
        row("escape at the end", "\"\\", "line 1, column 3: no such escape.");
        row("three digits", R"("\u123")", "line 1, column 3: an escape needs four hexadecimal digits.");
        row("high half alone", R"("\ud83d")", "line 1, column 8: an escape is half a character.");
        row("high half twice", R"("\ud83d\ud83d")", "line 1, column 14: an escape is half a character.");
        row("low half alone", R"("\ude00")", "line 1, column 8: an escape is half a character.");
        row("code points of all sizes", quoted("\u00e9\u20ac\U0001F600\uD7FF\uE000\uFFFF\U0010FFFF"));
        row("column in code points", quoted("\u00e9\u20ac\U0001F600") + "x",
            "line 1, column 6: the snapshot has ended, but the text goes on.");
        row("lone continuation", quoted("\x80"), "line 1, column 2: the text is no UTF-8.");
        row("overlong 2", quoted("\xc1\xbf"), "line 1, column 2: the text is no UTF-8.");
        row("overlong 3", quoted("\xe0\x9f\xbf"), "line 1, column 2: the text is no UTF-8.");
        row("overlong 4", quoted("\xf0\x8f\xbf\xbf"), "line 1, column 2: the text is no UTF-8.");
        row("surrogate", quoted("\xed\xa0\x80"), "line 1, column 2: the text is no UTF-8.");
        row("beyond U+10FFFF", quoted("\xf4\x90\x80\x80"), "line 1, column 2: the text is no UTF-8.");
        row("lead beyond all", quoted("\xf5\x80\x80\x80"), "line 1, column 2: the text is no UTF-8.");
        row("cut", quoted("abcdefg\xf0\x9f\x98"), "line 1, column 9: the text is no UTF-8.");
        row("cut by the end", "\"\xe2\x82", "line 1, column 2: the text is no UTF-8.");
    }
    void value() {
        QFETCH(std::string, json);
        QFETCH(std::string, error);
        QCOMPARE(error_of(json), error);
        const bool accepted = nlohmann::json::accept(json);
        QCOMPARE(accepted, error.empty());
    }

    void skippedValueIsItsText() {
        JsonCursor cursor(R"( { "a" : [ 1, {"b":2} ] , "c" : "d" } )");
        std::vector<std::string_view> values;
        cursor.object([&](std::string_view) { values.push_back(cursor.skip()); });
        QCOMPARE(values.at(0), std::string_view(R"([ 1, {"b":2} ])"));
        QCOMPARE(values.at(1), std::string_view(R"("d")"));
        QCOMPARE(cursor.last(), std::string_view(R"({ "a" : [ 1, {"b":2} ] , "c" : "d" })"));
    }

    void runsOfAllLengthsEndInTime() {
        for (const std::string_view special : {"\"", "\\n", "\u00e9", "\x01"}) {
            for (std::size_t length = 0; length < 40; ++length) {
                for (const char fill : {'a', '!', '#', '[', ']', '\x7f', ' '}) {
                    const auto json =
                        '"' + std::string(length, fill) + std::string(special) + std::string(9, fill) + '"';
                    QCOMPARE(error_of(json).empty(), nlohmann::json::accept(json));
                }
            }
        }
    }

    void agreesWithAnotherReaderOnBrokenTexts() {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937_64 random(seed);
        const std::string whole(bundled_snapshot_json());
        for (int i = 0; i < 3000; ++i) {
            const auto begin = random() % whole.size();
            const auto text = mutated("[" + whole.substr(begin, random() % 300) + "]", random);
            QCOMPARE(error_of(text).empty(), nlohmann::json::accept(text));
        }
    }

    void brokenSnapshotsGiveErrors() {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937_64 random(seed);
        const std::string whole(bundled_snapshot_json());
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            const auto text = mutated(whole, random);
            try {
                const auto snapshot = read_snapshot(text);
                QCOMPARE(write_snapshot(read_snapshot(write_snapshot(snapshot))), write_snapshot(snapshot));
            } catch (const SnapshotError& error) {
                ++refused;
                QVERIFY2(QByteArray(error.what()).startsWith("line "), error.what());
            }
        }
        QVERIFY(refused > 150);
    }

    void writerLaysOut() {
        JsonWriter json;
        json.open_object(JsonWriter::Layout::lines);
        json.key("a\n");
        json.open_array(JsonWriter::Layout::lines);
        json.integer(-1);
        json.open_object();
        json.key("b");
        json.raw("null");
        json.key("c");
        json.string("\x1f\"\\\u00e9");
        json.close();
        json.close();
        json.key("d");
        json.open_array(JsonWriter::Layout::lines);
        json.close();
        json.close();
        QCOMPARE(
            std::move(json).take(),
            std::string("{\n \"a\\n\": [\n  -1,\n  {\"b\":null,\"c\":\"\\u001f\\\"\\\\\u00e9\"}\n ],\n \"d\": []\n}"));
    }
};

QTEST_APPLESS_MAIN(JsonCursorTest)
#include "json_cursor_test.moc"
