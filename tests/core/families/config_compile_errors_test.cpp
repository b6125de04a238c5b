// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/compile_program.h"

#include <QRegularExpression>
#include <QTest>

using fairlead::test::compile_program;
using fairlead::test::Compiled;

/// Structs that are no configs do not compile, and the reason and what to do are among the messages; with each compiler
/// that there is.
class ConfigCompileErrorsTest : public QObject {
    Q_OBJECT

private:
    static QStringList compilers() { return QString(FAIRLEAD_COMPILERS).split(','); }

    static Compiled compile(const QString& compiler, const QString& declarations) {
        return compile_program(compiler,
                               "#include <fairlead/config_registrar.h>\n#include <memory>\n#include <unordered_map>\n"
                               "#include <unordered_set>\nusing namespace fairlead;\n" +
                                   declarations +
                                   "\nvoid setup(DependencyContainer& c) { ConfigRegistrar<K> arch(c); }\n",
                               {FAIRLEAD_SOURCE_DIR});
    }

private slots:
    void mistake_data() {
        QTest::addColumn<QString>("compiler");
        QTest::addColumn<QString>("declarations");
        QTest::addColumn<QString>("sentence");
        const auto ask = [](const QString& compiler, const char* name, const QString& declarations,
                            const char* sentence) {
            QTest::addRow("%s, %s", name, qPrintable(compiler)) << compiler << declarations << sentence;
        };
        const auto row = [&](const char* name, const QString& declarations, const char* sentence) {
            ask(compilers().first(), name, declarations, sentence);
        };
        // Where compilers find fields and names by ways of their own.
        const auto row_everywhere = [&](const char* name, const QString& declarations, const char* sentence) {
            for (const QString& compiler : compilers())
                ask(compiler, name, declarations, sentence);
        };
        const char* plain = "a config is a plain struct: without constructors, virtual functions, and private or "
                            "protected fields";
        row("constructor", "struct K { K() {} int a = 1; };", plain);
        row("private field", "class K { int a = 1; };", plain);
        row("virtual function", "struct K { virtual void f() {} int a = 1; };", plain);
        const char* base = "a config has no base class: make the base's fields its own, or a field of it";
        row_everywhere("base", "struct B { int b = 1; }; struct K : B { int a = 1; };", base);
        row("empty base", "struct B {}; struct K : B { int a = 1; };", base);
        row("base within", "struct B { int b = 1; }; struct N : B { int a = 1; }; struct K { N n{}; };", base);
        QString fields;
        for (int index = 0; index < 65; ++index)
            fields += QString("int f%1 = 1; ").arg(index);
        row_everywhere("65 fields", "struct K { " + fields + "};",
                       "a config has at most 64 fields: put some into a config of their own, as a field");
        const char* array = "a field of a config is a C array: take a std::array";
        row_everywhere("C array", "struct K { int a[3] = {}; int b = 1; };", array);
        row("text array", "struct K { char a[3] = {}; };", array);
        const char* no_default =
            "a field of a config is a reference, or of a class that cannot be made of nothing: give "
            "it a value that stands on its own";
        row("reference", "struct K { int& a; };", no_default);
        row_everywhere("reference to something", "inline int there = 1; struct K { int b = 1; int& a = there; };",
                       no_default);
        row("no default", "struct N { explicit N(int) {} }; struct K { N n{1}; };", no_default);
        row("constant", "struct K { const int a = 1; };", "a field of a config is no constant and no reference to one");
        const char* pointer = "a field of a config is a pointer: take the value, a std::optional or a std::string";
        row("pointer", "struct K { int* a = nullptr; };", pointer);
        row("text", "struct K { const char* a = \"\"; };", pointer);
        row("shared_ptr", "struct K { std::shared_ptr<int> a; };", pointer);
        row("character", "struct K { char a = 'a'; };",
            "a field of a config is a character: take a std::string, or std::int8_t");
        row("string_view", "struct K { std::string_view a; };", "a config owns its texts: take a std::string");
        row("long double", "struct K { long double a = 1; };", "a real number in a config is a double or a float");
        const char* mapping = "a mapping in a config is a std::map<std::string, T>";
        row("unordered_map", "struct K { std::unordered_map<std::string, int> a; };", mapping);
        row("keys that are no text", "struct K { std::map<int, int> a; };", mapping);
        row("unordered_set", "struct K { std::unordered_set<int> a; };",
            "a set in a config is a std::set, which has an order");
        row("set of lists", "struct K { std::set<std::vector<int>> a; };",
            "the elements of a set are numbers, texts, paths, enums or tuples of them, as Python cannot hash others: "
            "take "
            "a std::vector");
        const char* choice = "a field of a config is a union: take a std::variant";
        row_everywhere("union", "union U { int a = 1; float b; }; struct K { int c = 1; U u{}; };", choice);
        row_everywhere("unnamed union", "struct K { int c = 1; union { int a = 1; float b; }; };", choice);
        row_everywhere("unnamed union first", "struct K { union { int a = 1; float b; }; int c = 1; };", choice);
        row_everywhere("volatile", "struct K { int b = 1; volatile int a = 1; };",
                       "a field of a config is volatile: take that away");
        const char* unknown = "a field of a config is of a type that has no counterpart in Python's configs";
        row("class", "class N { int a = 1; public: N() {} int f() { return a; } }; struct K { N n; };", unknown);
        row_everywhere("class in a list", "class N { public: N() {} }; struct K { std::vector<N> n; };", unknown);
        row_everywhere("what anything turns into", "#include <any>\nstruct K { std::any a; };", unknown);
        row("function", "#include <functional>\nstruct K { std::function<void()> f; };", unknown);
        row("optional of optional", "struct K { std::optional<std::optional<int>> a; };",
            "an optional of an optional is one optional in Python");
        row("union with nothing", "struct K { std::variant<std::monostate, int> a; };",
            "a union with nothing is written as std::optional<std::variant<...>>");
        row("tuple of nothing", "struct K { std::tuple<> a; };", "a tuple of nothing has no counterpart in a config");
        row_everywhere("enum without a type", "enum E { a, b }; struct K { E e = a; };",
                       "the members of this enum cannot be found: give it a type, enum class E, or enum E : int");
        row_everywhere(
            "enum whose members are far", "enum class E { a = 5000 }; struct K { E e = E::a; };",
            "no member of this enum was found: specialise fairlead::enum_range for it, which says among which values "
            "they lie");
        row("Literal of nothing", "struct K { Literal<> a; };",
            "a Literal is one of some texts: name them as its arguments");
        row_everywhere("none of a Literal's", "constexpr Literal<\"a\", \"b\"> l = \"c\"; struct K {};",
                       "the text is none of the Literal's");
        row("documentation of nothing",
            "struct K { int a = 1; static constexpr FieldDocumentation documentation[] = {{\"b\", \"B.\"}}; };",
            "`documentation` names a field that the config does not have");
        row("validate() of another type", "struct K { int a = 1; bool validate() const { return true; } };",
            "a config's validate() is expected to return a fairlead::ValidationResult");
        row("validate() that is not const", "struct K { int a = 1; ValidationResult validate() { return {}; } };",
            "a config's validate() is expected to be const and to take nothing");
    }
    void mistake() {
        QFETCH(QString, compiler);
        QFETCH(QString, declarations);
        QFETCH(QString, sentence);
        const Compiled outcome = compile(compiler, declarations);
        QVERIFY2(outcome.status != 0, "it compiles");
        QVERIFY2(outcome.messages.contains("fairlead: ") && outcome.messages.contains(sentence),
                 qPrintable(outcome.messages.left(6000)));
    }

    /// clang++ lets nobody ask before, but says itself what the field is.
    void bitFieldIsNamed_data() {
        QTest::addColumn<QString>("compiler");
        QTest::addColumn<QString>("sentence");
        for (const QString& compiler : compilers())
            QTest::addRow("%s", qPrintable(compiler))
                << compiler
                << (compiler.contains("clang") ? "reference cannot bind to bit-field 'a'"
                                               : "fairlead: a field of a config is a bit-field: take a whole integer, "
                                                 "as a std::uint8_t");
    }
    void bitFieldIsNamed() {
        QFETCH(QString, compiler);
        QFETCH(QString, sentence);
        const Compiled outcome = compile(compiler, "struct K { int b = 1; unsigned a : 3 = 1; };");
        QVERIFY2(outcome.status != 0, "it compiles");
        QVERIFY2(outcome.messages.contains(sentence), qPrintable(outcome.messages.left(6000)));
    }

    void fieldIsNamed_data() {
        QTest::addColumn<QString>("compiler");
        QTest::addColumn<QString>("declarations");
        for (const QString& compiler : compilers()) {
            const auto row = [&](const char* name, const char* declarations) {
                QTest::addRow("%s, %s", name, qPrintable(compiler)) << compiler << declarations;
            };
            row("pointer", "struct K { int first = 1; int* the_culprit = nullptr; int last = 1; };");
            row("within a list", "struct K { int first = 1; std::vector<std::optional<int*>> the_culprit; };");
            row("within a map",
                "struct K { int first = 1; std::map<std::string, std::tuple<int, char>> the_culprit; };");
            row("within a config",
                "struct N { int first = 1; std::shared_ptr<int> the_culprit; }; struct K { std::vector<N> n; };");
            row("array", "struct K { int first = 1; int the_culprit[3] = {}; };");
            row("enum", "enum E { a, b }; struct K { int first = 1; E the_culprit = a; };");
        }
    }
    void fieldIsNamed() {
        QFETCH(QString, compiler);
        QFETCH(QString, declarations);
        const Compiled outcome = compile(compiler, declarations);
        QVERIFY2(outcome.status != 0, "it compiles");
        // As a compiler prints the address of a field, before the type.
        QVERIFY2(outcome.messages.contains(QRegularExpression("Field<.*config\\.(\\w+::)*the_culprit\\b")),
                 qPrintable(outcome.messages.left(6000)));
        QVERIFY(!outcome.messages.contains(QRegularExpression("Field<.*config\\.(\\w+::)*last\\b")));
    }

    void withoutMistakeItCompilesWithoutWarning_data() {
        QTest::addColumn<QString>("compiler");
        for (const QString& compiler : compilers())
            QTest::addRow("%s", qPrintable(compiler)) << compiler;
    }
    void withoutMistakeItCompilesWithoutWarning() {
        QFETCH(QString, compiler);
        const Compiled outcome = compile(
            compiler, "#include \"tests/core/families/config_structs.h\"\n"
                      "namespace { struct Hidden { int a = 1; }; }\n"
                      "struct K { my_package::Everything a{}; my_package::Many b{}; my_package::Holder c{}; "
                      "my_package::Nothing d{}; Hidden e{}; int with_a_name = 1; };\n"
                      "using namespace fairlead::configs;\n"
                      "static_assert(FieldName<K, 0>::text == \"a\" && FieldName<K, 5>::text == \"with_a_name\");\n"
                      "static_assert(FieldName<Hidden, 0>::text == \"a\");\n"
                      "static_assert(FieldName<my_package::Everything, 10>::text == \"a_float\");\n"
                      "static_assert(FieldName<my_package::Many, 63>::text == \"h7\");\n"
                      "static_assert(enumerators<my_package::Far>[1].name == \"far\");\n"
                      "static_assert(enumerators<my_package::Signed>[0].name == \"minus\");\n"
                      "static_assert(enumerators<my_package::Signed>.size() == 3);\n");
        QVERIFY2(outcome.status == 0, qPrintable(outcome.messages.left(6000)));
    }
};

QTEST_GUILESS_MAIN(ConfigCompileErrorsTest)
#include "config_compile_errors_test.moc"
