// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/stream.h"

#include <QTest>

using namespace fairlead::yaml;

class ValueTest : public QObject {
    Q_OBJECT

private slots:
    void absentIsNotNull();
    void anAliasIsLookedThrough();
    void entriesLieWhereTheyAreWritten();
    void rangesCoverWhatIsWritten_data();
    void rangesCoverWhatIsWritten();
    void pythonNamesTypes_data();
    void pythonNamesTypes();
    void pythonComparesValues_data();
    void pythonComparesValues();
};

static Value root_of(const Stream& stream) { return stream.documents()[0].root(); }

void ValueTest::absentIsNotNull() {
    const Stream stream("a: ~\n");
    QVERIFY(static_cast<bool>(root_of(stream).find("a")));
    QVERIFY(root_of(stream).find("a").is_null());
    QVERIFY(!root_of(stream).find("b"));
    QVERIFY(!Value().find("b"));
    QVERIFY(!root_of(stream).find("a").find("b"));
    QCOMPARE(Value().size(), std::size_t{0});
    QVERIFY(Value().elements().begin() == Value().elements().end());
    QVERIFY(Value().entries().begin() == Value().entries().end());
    QCOMPARE(Value().identity(), static_cast<const void*>(nullptr));
}

void ValueTest::anAliasIsLookedThrough() {
    const Stream stream("a: &x [1, 2]\nb: *x\n");
    const Value written = root_of(stream).find("a");
    const Value alias = root_of(stream).find("b");
    QVERIFY(alias.is_alias() && !written.is_alias());
    QCOMPARE(alias.size(), std::size_t{2});
    QCOMPARE(alias.identity(), written.identity());
    QCOMPARE(alias.range(), (TextRange{16, 18}));
    QCOMPARE((*alias.elements().begin()).integer(), std::optional<std::int64_t>(1));
}

void ValueTest::entriesLieWhereTheyAreWritten() {
    const Stream stream("a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}\n");
    const Value merged = root_of(stream).find("b");
    QCOMPARE(merged.size(), std::size_t{2});
    const std::optional<Value::Entry> own = merged.find_entry("k");
    const std::optional<Value::Entry> taken = merged.find_entry("l");
    QVERIFY(own && !own->merged);
    QCOMPARE(own->key.range().begin, 31u);
    QVERIFY(taken && taken->merged);
    QCOMPARE(taken->key.range().begin, 13u);
}

void ValueTest::rangesCoverWhatIsWritten_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written"); // the value of `k`
    QTest::addColumn<Style>("style");
    QTest::newRow("plain") << QByteArray("k: a b  # c") << QByteArray("a b") << Style::plain;
    QTest::newRow("quotes") << QByteArray("k: 'a' ") << QByteArray("'a'") << Style::single_quoted;
    QTest::newRow("without anchor and tag")
        << QByteArray("k: &x !!str \"a\"") << QByteArray("\"a\"") << Style::double_quoted;
    QTest::newRow("omitted") << QByteArray("k:\nl: 1") << QByteArray() << Style::plain;
    QTest::newRow("over lines") << QByteArray("k: a\n  b\nl: 1") << QByteArray("a\n  b") << Style::plain;
    QTest::newRow("brackets") << QByteArray("k: [a, {b: c}] # d") << QByteArray("[a, {b: c}]") << Style::flow;
    QTest::newRow("block") << QByteArray("k:\n  a: [1, 2]\n\nl: 1") << QByteArray("a: [1, 2]") << Style::block;
    QTest::newRow("list at its key's column")
        << QByteArray("k:\n- a\n- b: c\nl: 1") << QByteArray("- a\n- b: c") << Style::block;
    QTest::newRow("literal") << QByteArray("k: |\n  a\nl: 1") << QByteArray("|\n  a\n") << Style::literal;
}

void ValueTest::rangesCoverWhatIsWritten() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    QFETCH(Style, style);
    const Stream stream(text.toStdString());
    const Value value = root_of(stream).find("k");
    QVERIFY(static_cast<bool>(value));
    QCOMPARE(text.mid(static_cast<int>(value.range().begin), static_cast<int>(value.range().size())), written);
    QCOMPARE(static_cast<int>(value.style()), static_cast<int>(style));
    if (written.isEmpty())
        QCOMPARE(value.range().begin, 2u); // right after the colon
}

void ValueTest::pythonNamesTypes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("null") << QByteArray("~") << "NoneType";
    QTest::newRow("bool") << QByteArray("true") << "bool";
    QTest::newRow("int") << QByteArray("1") << "int";
    QTest::newRow("float") << QByteArray("1.5") << "float";
    QTest::newRow("str") << QByteArray("a") << "str";
    QTest::newRow("date") << QByteArray("2024-01-01") << "datetime.date";
    QTest::newRow("datetime") << QByteArray("2024-01-01 10:00:00") << "datetime.datetime";
    QTest::newRow("bytes") << QByteArray("!!binary aGk=") << "bytes";
    QTest::newRow("list") << QByteArray("[a]") << "list";
    QTest::newRow("dict") << QByteArray("{a: b}") << "dict";
    QTest::newRow("set") << QByteArray("!!set {a}") << "set";
    QTest::newRow("omap") << QByteArray("!!omap [a: b]") << "ruamel.yaml.compat.ordereddict";
    QTest::newRow("pairs") << QByteArray("!!pairs [a: b]") << "list";
}

void ValueTest::pythonNamesTypes() {
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    const Stream stream(text.toStdString());
    const std::string_view found = python_type_name(root_of(stream));
    QCOMPARE(QString::fromUtf8(found.data(), static_cast<int>(found.size())), name);
}

void ValueTest::pythonComparesValues_data() {
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char* left, const char* right, bool equal) {
        QTest::addRow("%s and %s", left, right) << QByteArray(left) << QByteArray(right) << equal;
    };
    row("1", "1.0", true);
    row("1", "true", true);
    row("0", "-0.0", true);
    row("1", "'1'", false);
    row("~", "false", false);
    row(".nan", ".nan", false);
    row("1e30", "1000000000000000019884624838656", true);
    row("1e30", "1000000000000000000000000000000", false);
    row("9007199254740993", "9007199254740992.0", false);
    row("9223372036854775808", "9223372036854775808.0", true);
    row("-9223372036854775808", "-9223372036854775808.0", true);
    row("-9223372036854775808", "9223372036854775808.0", false); // 2**63 fits into no 64 bits
    row("0xffffffffffffffffffff", "1208925819614629174706175", true);
    row("2024-01-01T10:00:00Z", "2024-01-01T12:00:00+02:00", true);
    row("2024-01-01T10:00:00Z", "2024-01-01T10:00:00", false);
    row("2024-01-01", "2024-01-01T00:00:00", false);
    row("[1, {a: b}]", "[1.0, {a: b}]", true);
    row("[1, 2]", "[2, 1]", false);
    row("{a: 1, b: 2}", "{b: 2, a: 1}", true);
    row("!!omap [a: 1, b: 2]", "{b: 2, a: 1}", true);
    row("!!omap [a: 1, b: 2]", "!!omap [b: 2, a: 1]", false);
    row("!!set {a, b}", "!!set {b, a}", true);
    row("&x [*x]", "&x [*x]", false); // Python gives up with a RecursionError
}

void ValueTest::pythonComparesValues() {
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, equal);
    const Stream one(left.toStdString());
    const Stream other(right.toStdString());
    QCOMPARE(python_equal(root_of(one), root_of(other)), equal);
    QCOMPARE(python_equal(root_of(other), root_of(one)), equal);
}

QTEST_APPLESS_MAIN(ValueTest)
#include "value_test.moc"
