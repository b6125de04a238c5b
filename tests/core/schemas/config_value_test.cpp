// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_dictionary.h"
#include "core/schemas/config_value.h"
#include "core/schemas/python_numbers.h"
#include "core/schemas/python_print.h"
#include "tests/core/schemas/yaml_config.h"

#include <QTest>

using namespace fairlead;

class ConfigValueTest : public QObject {
    Q_OBJECT

private slots:
    void printsAsPython_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("str");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* text, const char* str, const char* type) {
            QTest::newRow(text) << text << str << type;
        };
        row("~", "None", "NoneType");
        row("true", "True", "bool");
        row("12", "12", "int");
        row("123456789012345678901", "123456789012345678901", "int");
        row("1.0", "1.0", "float");
        row("1e16", "1e+16", "float");
        row("-.inf", "-inf", "float");
        row("x y", "x y", "str");
        row("[x, 'it''s', \"a\\n\"]", R"(['x', "it's", 'a\n'])", "list");
        row("{a: [], 1: {}, [1]: ~}", "{'a': [], 1: {}, (1,): None}", "dict");
        row("!!set {}", "set()", "set");
        row("!!set {a}", "{'a'}", "set");
        row("!!omap [a: 1]", "ordereddict([('a', 1)])", "ruamel.yaml.compat.ordereddict");
        row("!!pairs [a: 1, a: 2]", "[('a', 1), ('a', 2)]", "list");
        row("!!binary aCcAYg==", R"(b"h'\x00b")", "bytes");
        row("2024-01-31", "2024-01-31", "datetime.date");
        row("[2024-01-31]", "[datetime.date(2024, 1, 31)]", "list");
        row("2024-01-31T10:20:30Z", "2024-01-31 10:20:30+00:00", "datetime.datetime");
        row("[2024-01-31T10:20:00Z]",
            "[datetime.datetime(2024, 1, 31, 10, 20, tzinfo=datetime.timezone(datetime.timedelta(0), 'Z'))]", "list");
        row("[2024-01-31T10:20:30.5-05:00]",
            "[datetime.datetime(2024, 1, 31, 10, 20, 30, 500000, "
            "tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400), '-05:00'))]",
            "list");
    }
    void printsAsPython() {
        QFETCH(QString, text);
        QFETCH(QString, str);
        QFETCH(QString, type);
        const ConfigValue value = yaml_config(text.toStdString());
        QCOMPARE(QString::fromStdString(python::str(value)), str);
        QCOMPARE(QString::fromStdString(python::type_text(value)), "<class '" + type + "'>");
    }

    void numbersAreReadAsPython_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("as_int");
        QTest::addColumn<QString>("as_float");
        const auto row = [](const char* text, const char* as_int, const char* as_float) {
            QTest::newRow(text) << text << as_int << as_float;
        };
        const char* const no_int =
            "TypeError: int() argument must be a string, a bytes-like object or a real number, not ";
        const char* const no_float = "TypeError: float() argument must be a string or a real number, not ";
        row("true", "True", "1.0");
        row("7", "7", "7.0");
        row("1.9", "1", "1.9");
        row("-1.9", "-1", "-1.9");
        row("1e20", "100000000000000000000", "1e+20");
        row(".nan", "ValueError: cannot convert float NaN to integer", "nan");
        row(".inf", "OverflowError: cannot convert float infinity to integer", "inf");
        row("' 12 '", "12", "12.0");
        row("'1_0'", "10", "10.0");
        row("'1__0'", "ValueError: invalid literal for int() with base 10: '1__0'",
            "ValueError: could not convert string to float: '1__0'");
        row("\"\\u0661\\u0662\"", "12", "12.0");
        row("'1.5'", "ValueError: invalid literal for int() with base 10: '1.5'", "1.5");
        row("' -Infinity'", "ValueError: invalid literal for int() with base 10: ' -Infinity'", "-inf");
        row("''", "ValueError: invalid literal for int() with base 10: ''",
            "ValueError: could not convert string to float: ''");
        row("!!binary MTI=", "12", "12.0");
        row("!!binary eA==", "ValueError: invalid literal for int() with base 10: b'x'",
            "ValueError: could not convert string to float: b'x'");
        const std::string int_of_list = std::string(no_int) + "'list'";
        const std::string float_of_list = std::string(no_float) + "'list'";
        row("[]", int_of_list.c_str(), float_of_list.c_str());
        const std::string int_of_omap = std::string(no_int) + "'ordereddict'";
        const std::string float_of_omap = std::string(no_float) + "'ordereddict'";
        row("!!omap []", int_of_omap.c_str(), float_of_omap.c_str());
        const std::string int_of_null = std::string(no_int) + "'NoneType'";
        const std::string float_of_null = std::string(no_float) + "'NoneType'";
        row("~", int_of_null.c_str(), float_of_null.c_str());
    }
    void numbersAreReadAsPython() {
        QFETCH(QString, text);
        QFETCH(QString, as_int);
        QFETCH(QString, as_float);
        const ConfigValue value = yaml_config(text.toStdString());
        QCOMPARE(shown(python::to_int(value)), as_int);
        QCOMPARE(shown(python::to_float(value)), as_float);
    }

    void hugeNumbers() {
        const ConfigValue digits = ConfigValue::string(std::string(4301, '7'));
        QCOMPARE(
            shown(python::to_int(digits)),
            "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
            "sys.set_int_max_str_digits() to increase the limit");
        QCOMPARE(shown(python::to_float(ConfigValue::integer(std::string(400, '9')))),
                 "OverflowError: int too large to convert to float");
        QVERIFY_THROWS_EXCEPTION(python::Unprintable,
                                 (void)python::str(ConfigValue::integer("0x" + std::string(4000, 'f'))));
    }

    void keysCompareAsInPython_data() {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("equal");
        const auto row = [](const char* left, const char* right, bool equal) {
            QTest::addRow("%s and %s", left, right) << left << right << equal;
        };
        row("1", "1.0", true);
        row("1", "true", true);
        row("0.0", "-0.0", true);
        row("1", "'1'", false);
        row("18446744073709551616", "18446744073709551616.0", true);
        row("~", "0", false);
        row("[1, a]", "[1.0, a]", true);
        row("a", "!!binary YQ==", false);
        row("2024-01-31", "'2024-01-31'", false);
        row("2024-01-31T10:00:00Z", "2024-01-31T12:00:00+02:00", true);
        row("!!set {a, b}", "!!set {b, a}", true);
        row("{a: 1, b: 2}", "{b: 2, a: 1.0}", true);
        row("[ab, c]", "[a, bc]", false);
    }
    void keysCompareAsInPython() {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(bool, equal);
        QCOMPARE(python_key(yaml_config(left.toStdString())) == python_key(yaml_config(right.toStdString())), equal);
    }

    void equalityTellsTypesApart() {
        QVERIFY(yaml_config("{a: [1, .nan, 'x']}") == yaml_config("{a:   [1, .nan, x]}", 3));
        QVERIFY(!(yaml_config("1") == yaml_config("1.0")));
        QVERIFY(!(yaml_config("0.0") == yaml_config("-0.0")));
        QVERIFY(!(yaml_config("[1, 2]") == yaml_config("[1]")));
        QVERIFY(!(yaml_config("{a: 1}") == yaml_config("{b: 1}")));
    }

    void aValueKnowsWhereItStands() {
        const ConfigValue config = yaml_config("a: 1\nb: {c: [x]}\n", 7);
        const ConfigValue& element = config.find("b")->find("c")->elements().front();
        QCOMPARE(element.origin().from, ConfigOrigin::From::card);
        QCOMPARE(element.origin().card.file, 7U);
        QCOMPARE(element.origin().range.begin, 13U);
        QCOMPARE(config.entries()[1].key.origin().range.begin, 5U);
        const ConfigValue made = ConfigValue::integer(3).made_of(element.with_variables("A"));
        QVERIFY(made == ConfigValue::integer(3));
        QCOMPARE(made.origin().range.begin, 13U);
        QCOMPARE(std::string(made.variables()), std::string("A"));
    }

    void aDictionaryKeepsTheFirstPlace() {
        ConfigDictionary dictionary;
        for (int i = 0; i < 100; ++i)
            dictionary.set(ConfigValue::integer(i), ConfigValue::integer(i));
        dictionary.set(ConfigValue::real(5.0), ConfigValue::string("five"));
        dictionary.set(ConfigValue::string("5"), ConfigValue::string("text"));
        QCOMPARE(dictionary.entries().size(), std::size_t{101});
        QVERIFY(dictionary.entries()[5].key == ConfigValue::integer(5));
        QVERIFY(dictionary.entries()[5].value == ConfigValue::string("five"));
        QVERIFY(*dictionary.find(ConfigValue::string("5")) == ConfigValue::string("text"));
        QVERIFY(!dictionary.find(ConfigValue::string("6")));
        for (int i = 0; i < 2000; ++i) // beyond what is scanned
            dictionary.set(ConfigValue::string("k" + std::to_string(i % 1000)), ConfigValue::integer(i));
        QCOMPARE(dictionary.entries().size(), std::size_t{1101});
        QVERIFY(*dictionary.find(ConfigValue::string("k999")) == ConfigValue::integer(1999));
    }

    void endlessValuesAreNoted() {
        const yaml::Stream cycle("a: &x [1, *x]\n");
        YamlValues values;
        QVERIFY(!values.read(cycle.documents().front().root(), {}));
        QCOMPARE(values.trouble(), YamlValues::Trouble::endless);
        std::string text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
        for (int level = 1; level < 9; ++level) {
            text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [";
            for (int i = 0; i < 9; ++i)
                text += (i ? ", *a" : "*a") + std::to_string(level - 1);
            text += "]\n";
        }
        const yaml::Stream laughs(text);
        YamlValues bounded;
        QVERIFY(!bounded.read(laughs.documents().front().root(), {}));
        QCOMPARE(bounded.trouble(), YamlValues::Trouble::too_large);
    }

private:
    static QString shown(const std::variant<ConfigValue, python::Exception>& result) {
        if (const auto* error = std::get_if<python::Exception>(&result))
            return QString::fromStdString(error->type + ": " + error->text);
        return QString::fromStdString(python::str(std::get<ConfigValue>(result)));
    }
};

QTEST_APPLESS_MAIN(ConfigValueTest)
#include "config_value_test.moc"
