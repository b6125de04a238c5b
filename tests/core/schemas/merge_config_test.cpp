// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_directive.h"
#include "core/schemas/merge_config.h"
#include "core/schemas/python_print.h"
#include "tests/core/schemas/yaml_config.h"

#include <QTest>

#include <map>

using namespace fairlead;

class MergeConfigTest : public QObject {
    Q_OBJECT

private slots:
    void merges_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("overrides");
        QTest::addColumn<QString>("merged");
        const auto row = [](const char* name, const char* base, const char* overrides, const char* merged) {
            QTest::newRow(name) << base << overrides << merged;
        };
        row("deep", "{a: {b: 1, c: 2}}", "{a: {c: 3}}", "{'a': {'b': 1, 'c': 3}}");
        row("a list replaces", "{a: [1, 2]}", "{a: [3]}", "{'a': [3]}");
        row("a mapping onto none starts empty", "{a: ~}", "{a: {b: 1}}", "{'a': {'b': 1}}");
        row("null replaces", "{a: {b: 1}}", "{a: ~}", "{'a': None}");
        row("no mapping replaces all", "{a: 1}", "[x]", "['x']");
        row("new keys come last", "{b: 1, a: 2}", "{c: 3, b: 4}", "{'b': 4, 'a': 2, 'c': 3}");
        row("_del_ drops", "{a: 1, b: 2}", "{_del_: [a, gone]}", "{'b': 2}");
        row("_del_, then plain keys", "{a: {x: 1}}", "{_del_: [a], a: {y: 2}}", "{'a': {'y': 2}}");
        row("_set_ replaces", "{a: {x: 1}}", "{_set_: {a: {y: 2}}}", "{'a': {'y': 2}}");
        row("_set_ wins", "{a: 1}", "{_set_: {a: 3}, a: 2}", "{'a': 3}");
        row("at depth", "{o: {a: 1, b: 2}}", "{o: {_del_: [a], _set_: {c: 3}}}", "{'o': {'b': 2, 'c': 3}}");
        row("null directives", "{a: 1}", "{_del_: ~, _set_: ~}", "{'a': 1}");
        row("not in what is set", "{a: 1}", "{_set_: {o: {_del_: [a]}}}", "{'a': 1, 'o': {'_del_': ['a']}}");
        row("an omap is a mapping", "{a: {b: 1}}", "!!omap [a: !!omap [c: 2]]", "{'a': {'b': 1, 'c': 2}}");
        row("equal keys", "{1: a}", "{1.0: b}", "{1: 'b'}");
    }
    void merges() {
        QFETCH(QString, base);
        QFETCH(QString, overrides);
        QFETCH(QString, merged);
        MergeNotes notes;
        const auto config = merge_config(yaml_config(base.toStdString()), yaml_config(overrides.toStdString()), notes);
        QCOMPARE(QString::fromStdString(python::str(config)), merged);
        QVERIFY(!notes.error);
    }

    void directivesOfAWrongType_data() {
        QTest::addColumn<QString>("overrides");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* overrides, const char* error) {
            QTest::newRow(overrides) << overrides << error;
        };
        row("{_del_: a}",
            "_del_ at `overrides` must be of type `<class 'list'>`, but is of type `<class 'str'>` instead.");
        row("{o: {_del_: {}}}",
            "o._del_ at `overrides` must be of type `<class 'list'>`, but is of type `<class 'dict'>` instead.");
        row("{o: {_del_: [a, 1]}}", "Each element under o._del_ at `overrides` must be of type `<class 'str'>`, but "
                                    "the element at index 1 is of type `<class 'int'>` instead.");
        row("{_set_: []}", "_set_ at `overrides` must be of type `<class 'collections.abc.Mapping'>`, but is of type "
                           "`<class 'list'>` instead.");
        row("{o: {_set_: {a: 1, 2: 3}}}",
            "Each key under o._set_ at `overrides` must be of type `<class 'str'>`, but the "
            "key at index 1 is of type `<class 'int'>` instead.");
        row("{o: {1: {_del_: x}}}", "sequence item 1: expected str instance, int found");
    }
    void directivesOfAWrongType() {
        QFETCH(QString, overrides);
        QFETCH(QString, error);
        MergeNotes notes;
        static_cast<void>(merge_config(yaml_config("{o: {a: 1}}"), yaml_config(overrides.toStdString()), notes));
        QCOMPARE(QString::fromStdString(notes.error.value_or("none")), error);
        QCOMPARE(notes.issues.size(), std::size_t{1});
        QCOMPARE(notes.issues[0].what, ConfigIssue::What::directive);
        QCOMPARE(notes.issues[0].value.origin().from, ConfigOrigin::From::card);
    }

    void everyWrongDirectiveIsNoted() {
        MergeNotes notes;
        const auto config =
            merge_config(yaml_config("{a: 1, b: 2}"), yaml_config("{_del_: [a, 3, gone], _set_: {1: 2, c: 3}}"), notes);
        QCOMPARE(python::str(config), std::string("{'b': 2, 'c': 3}")); // what is right of them counts
        QCOMPARE(notes.issues.size(), std::size_t{3});
        QCOMPARE(notes.issues[1].what, ConfigIssue::What::unknown_delete);
        QCOMPARE(notes.issues[1].value.origin().range.begin, 15U);
        QCOMPARE(*notes.error,
                 std::string("Each element under _del_ at `overrides` must be of type `<class 'str'>`, but "
                             "the element at index 1 is of type `<class 'int'>` instead."));
    }

    void whatIsNotedIsBounded() {
        MergeNotes once;
        static_cast<void>(merge_config(yaml_config("{a: 1}"), yaml_config("{_del_: [gone, gone]}"), once));
        QCOMPARE(once.issues.size(), std::size_t{1});
        std::string names;
        for (int i = 0; i < 1000; ++i)
            names += "n" + std::to_string(i) + ", ";
        MergeNotes many;
        static_cast<void>(merge_config(yaml_config("{a: 1}"), yaml_config("{_del_: [" + names + "]}"), many));
        QCOMPARE(many.issues.size(), std::size_t{200});
    }

    void originsAreOfTheNearestCard() {
        MergeNotes notes;
        const auto config =
            merge_config(yaml_config("{a: 1, b: {c: 2, d: 3}}", 1), yaml_config("{b: {c: 4}}", 2), notes);
        QCOMPARE(config.find("a")->origin().card.file, 1U);
        QCOMPARE(config.find("b")->find("c")->origin().card.file, 2U);
        QCOMPARE(config.find("b")->entries()[0].key.origin().card.file, 2U);
        QCOMPARE(config.find("b")->find("d")->origin().card.file, 1U);
    }

    void variables_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* text, const char* result, const char* names) {
            QTest::newRow(text) << text << result << names;
        };
        row("${env:A}", "12", "A");
        row("${env:A}${env:EMPTY}x", "12x", "A, EMPTY");
        row("${env:GONE}", "", "GONE");
        row("${env:GONE:7}", "7", "GONE");
        row("${env:EMPTY:7}", "", "EMPTY");
        row("${env:GONE:a:b c}", "a:b c", "GONE");
        row("${env:A:${env:A}}", "12}", "A");
        row("${env:LOOP}", "${env:LOOP}", "LOOP");
        row("$${env:A}", "$12", "A");
        row("${env:1A}", "${env:1A}", "");
        row("${env:A", "${env:A", "");
        row("${env:A:", "${env:A:", "");
        row("${env:}", "${env:}", "");
        row("${ENV:A}", "${ENV:A}", "");
        row("${env:${env:A}}", "${env:12}", "A");
        row("${env:A-B}", "${env:A-B}", "");
    }
    void variables() {
        QFETCH(QString, text);
        QFETCH(QString, result);
        QFETCH(QString, names);
        const auto config = process_config(ConfigValue::string(text.toStdString()), directives());
        QCOMPARE(QString::fromUtf8(config.text().data(), static_cast<qsizetype>(config.text().size())), result);
        QCOMPARE(QString::fromStdString(std::string(config.variables())), names);
    }

    void variablesAreReplacedEverywhereButInKeys() {
        const auto config =
            yaml_config("{a: ['${env:A}', {b: '${env:A}'}], '${env:A}': 1, o: !!omap [x: '${env:A}'], p: "
                        "!!pairs [x: '${env:A}'], n: 5}");
        QCOMPARE(python::str(process_config(config, directives())),
                 std::string("{'a': ['12', {'b': '12'}], '${env:A}': 1, 'o': {'x': '12'}, 'p': [('x', '${env:A}')], "
                             "'n': 5}"));
        const auto plain = yaml_config("{a: [1, {b: x}]}");
        QVERIFY(process_config(plain, directives()).shares(plain)); // nothing is copied
    }

    void bytesOfAVariableAreSurrogates() {
        const auto config = process_config(ConfigValue::string("${env:BYTES}"), directives());
        QCOMPARE(python::repr(config), std::string("'a\\udcff\\udced\\udca0\\udc80é'"));
    }

    void ofManyOpenDirectivesTimeIsLinear() {
        std::string text;
        for (int i = 0; i < 200'000; ++i)
            text += "${env:A:";
        const auto config = process_config(ConfigValue::string(text), directives());
        QCOMPARE(config.text().size(), text.size());
    }

    void aDirectiveOfOnesOwn() {
        struct Own : ConfigDirective {
            ConfigTree execute(const std::string& text, const ConfigTree& config) const override {
                if (text == "bad")
                    throw ConfigDirectiveError("no");
                if (text == "first")
                    return std::get<ConfigTree::List>(config.value).front();
                return text == "two" ? ConfigTree{std::int64_t(2)} : ConfigTree{text};
            }
        };
        const std::vector<std::shared_ptr<const ConfigDirective>> own{std::make_shared<Own>(),
                                                                      replace_env_directive(look_up)};
        QCOMPARE(python::str(process_config(yaml_config("[one, two, first, '${env:A}', {two: first}]"), own)),
                 std::string("['one', 2, 'one', '12', {'two': 'one'}]"));
        const ConfigValue plain = yaml_config("[one, {a: b}]");
        QVERIFY(process_config(plain, own).shares(plain)); // what it leaves alone is not copied
        QVERIFY_THROWS_EXCEPTION(ConfigDirectiveError, (void)process_config(yaml_config("[bad]"), own));
    }

private:
    static const char* look_up(const char* name) {
        static const std::map<std::string, const char*> variables = {
            {"A", "12"}, {"EMPTY", ""}, {"LOOP", "${env:LOOP}"}, {"BYTES", "a\xFF\xED\xA0\x80é"}};
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second;
    }
    static std::vector<std::shared_ptr<const ConfigDirective>> directives() { return {replace_env_directive(look_up)}; }
};

QTEST_APPLESS_MAIN(MergeConfigTest)
#include "merge_config_test.moc"
