// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/config_class_schemas.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/python_print.h"
#include "tests/core/container/error_text.h"
#include "tests/core/families/config_structs.h"

#include <QTest>

#include <limits>

using namespace fairlead;
using namespace my_package;
using fairlead::test::thrown_by;

// A program's own templates that take anything, by the names that config_class() is written with.
namespace greedy {

template <class C, class Do>
[[maybe_unused]] void each_field(C&, Do&&) {}
template <class C>
[[maybe_unused]] int fields_of(C&) {
    return 0;
}
template <class T, class U>
int operator,(const T&, const U&) = delete;

enum class Color { red, green };
struct Brush {
    Color color = Color::red;
    std::optional<int> width = {};
};
struct Picture {
    Brush brush = {};
    std::vector<Brush> others = {};
};

} // namespace greedy

namespace {

/// A config as fairseq2 would print what it unstructures to.
template <class C>
QString printed(const C& config) {
    return QString::fromStdString(python::repr(to_config_value(config_class<C>().to_tree(&config))));
}

template <class C>
C read(const ConfigTree& tree) {
    return *std::static_pointer_cast<C>(config_class<C>().from_tree(tree));
}

/// A tree of one member.
ConfigTree with(std::string key, ConfigTree value) { return {ConfigTree::Mapping{{std::move(key), std::move(value)}}}; }

template <class C>
const ConfigClassField& field(std::string_view name) {
    for (const ConfigClassField& one : config_class<C>().fields)
        if (one.name == name)
            return one;
    qFatal("no such field");
}

} // namespace

class ConfigClassTest : public QObject {
    Q_OBJECT

private slots:
    void aStructIsNamedWithDots() {
        QCOMPARE(config_class<Norm>().name, std::string("my_package.Norm"));
        QCOMPARE(config_class<Norm>().kls, TypeId::of<Norm>());
    }

    void templatesOfTheProgramAreNotTakenForOurs() {
        greedy::Picture picture{.brush = {.color = greedy::Color::green, .width = 3}, .others = {{}}};
        const QString text = printed(picture);
        QCOMPARE(text,
                 QString("{'brush': {'color': 'green', 'width': 3}, 'others': [{'color': 'red', 'width': None}]}"));
        QCOMPARE(printed(read<greedy::Picture>(config_class<greedy::Picture>().to_tree(&picture))), text);
    }

    void fieldsHaveTheNamesOfTheirDeclarations() {
        QStringList names;
        for (const ConfigClassField& one : config_class<Everything>().fields)
            names << QString::fromStdString(one.name);
        QCOMPARE(names.join(' '),
                 QString("a_bool i8 u8 i16 u16 i32 u32 i64 u64 longest a_float a_double a_string a_path order a_signed "
                         "a_far impl opt_literal int_or_literal three_literals opt_int opt_string strings bools langs "
                         "weights betas pair triple int_or_string "
                         "three norm opt_norm norms named_norms layer deep"));
    }

    void typesAreThoseOfPython_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("python");
        QTest::addColumn<QString>("people");
        const auto row = [](const char* name, const char* python, const char* people) {
            QTest::newRow(name) << name << python << people;
        };
        row("a_bool", "<class 'bool'>", "bool");
        for (const char* name : {"i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "longest"})
            row(name, "<class 'int'>", "int");
        row("a_float", "<class 'float'>", "float");
        row("a_double", "<class 'float'>", "float");
        row("a_string", "<class 'str'>", "str");
        row("a_path", "<class 'pathlib.Path'>", "Path");
        row("order", "<enum 'NormOrder'>", "POST | PRE | PRE_WITH_NORMFORMER");
        row("a_signed", "<enum 'Signed'>", "minus | none | plus");
        row("a_far", "<enum 'Far'>", "near | far");
        row("impl", "typing.Literal['sp', \"tik'token\"]", "sp | tik'token");
        row("opt_literal", "typing.Optional[typing.Literal['p', 'q']]", "p | q | None");
        row("int_or_literal", "typing.Union[int, typing.Literal['p', 'q']]", "int | p | q");
        row("three_literals", "typing.Union[int, typing.Literal['p', 'q'], NoneType]", "int | p | q | None");
        row("opt_int", "int | None", "int | None");
        row("opt_string", "str | None", "str | None");
        row("strings", "list[str]", "list[str]");
        row("bools", "list[bool]", "list[bool]");
        row("langs", "set[str]", "set[str]");
        row("weights", "dict[str, float]", "dict[str, float]");
        row("betas", "tuple[float, float]", "tuple[float, float]");
        row("pair", "tuple[int, str]", "tuple[int, str]");
        row("triple", "tuple[int, bool, my_package.NormOrder]", "tuple[int, bool, POST | PRE | PRE_WITH_NORMFORMER]");
        row("int_or_string", "int | str", "int | str");
        row("three", "int | list[int] | None", "int | list[int] | None");
        row("norm", "<class 'my_package.Norm'>", "Norm");
        row("opt_norm", "my_package.Norm | None", "Norm | None");
        row("norms", "list[my_package.Norm]", "list[Norm]");
        row("named_norms", "dict[str, my_package.Norm]", "dict[str, Norm]");
        row("layer", "<class 'my_package.Layer'>", "Layer");
        row("deep", "list[list[my_package.NormOrder | None]]", "list[list[POST | PRE | PRE_WITH_NORMFORMER | None]]");
    }
    void typesAreThoseOfPython() {
        QFETCH(QString, name);
        QFETCH(QString, python);
        QFETCH(QString, people);
        const ConfigSchema schema = schema_of(config_class<Everything>());
        const ConfigField* one = schema.find_field(name.toStdString());
        QVERIFY(one != nullptr);
        QCOMPARE(QString::fromStdString(one->type_tree.python), python);
        QCOMPARE(QString::fromStdString(one->type), people);
    }

    void valuesAreUnstructuredAsInPython() {
        QCOMPARE(printed(Everything{}),
                 QString("{'a_bool': True, 'i8': -8, 'u8': 200, 'i16': -16, 'u16': 16, 'i32': -32, 'u32': 32, 'i64': "
                         "-64, 'u64': 18446744073709551615, 'longest': 1, 'a_float': 0.1, 'a_double': 0.1, 'a_string': "
                         "'s', 'a_path': 'a/b', 'order': 'PRE', 'a_signed': 'minus', 'a_far': 'far', 'impl': "
                         "\"tik'token\", 'opt_literal': None, 'int_or_literal': 0, 'three_literals': None, 'opt_int': "
                         "None, 'opt_string': 'x', 'strings': ['a', 'b'], 'bools': [True, "
                         "False], 'langs': ['de', 'en'], 'weights': {'a': 1.0, 'b': 2.0}, 'betas': [0.9, 0.99], "
                         "'pair': [1, 'x'], 'triple': [1, False, 'POST'], 'int_or_string': 'text', 'three': None, "
                         "'norm': {'eps': 1e-05, 'learned': True}, 'opt_norm': None, 'norms': [{'eps': 1.0, 'learned': "
                         "True}], 'named_norms': {}, 'layer': {'dim': 8, 'inner': [{'dim': 4, 'inner': []}]}, 'deep': "
                         "[['PRE', None]]}"));
    }

    void whatIsWrittenIsReadAgain() {
        Everything config;
        config.i8 = std::numeric_limits<std::int8_t>::min();
        config.i64 = std::numeric_limits<std::int64_t>::min();
        config.a_float = std::numeric_limits<float>::max();
        config.a_double = std::numeric_limits<double>::quiet_NaN();
        config.opt_int = 3;
        config.opt_string.reset();
        config.int_or_string = 7;
        config.three = std::vector<int>{1, 2};
        config.opt_norm = Norm{.eps = 2.0, .learned = false};
        config.named_norms["k"] = {};
        config.bools = {false, true, true};
        for (const Everything& one : {Everything{}, config}) {
            const ConfigTree tree = config_class<Everything>().to_tree(&one);
            const auto again = read<Everything>(tree);
            QVERIFY(tree == config_class<Everything>().to_tree(&again));
        }
        const auto again = read<Everything>(config_class<Everything>().to_tree(&config));
        QCOMPARE(again.i8, std::int8_t(-128));
        QCOMPARE(again.a_float, std::numeric_limits<float>::max());
        QVERIFY(again.three && std::get<1>(*again.three) == std::vector<int>({1, 2}));
        QVERIFY(again.impl == "tik'token");
        QCOMPARE(again.opt_norm->eps, 2.0);
    }

    void whatIsNotNamedKeepsItsDefault() {
        const auto norm = read<Norm>(with("eps", {2.5}));
        QCOMPARE(norm.eps, 2.5);
        QVERIFY(norm.learned);
    }

    void aBoolIsAnInteger() { QCOMPARE(read<Checked>(with("width", {true})).width, 1); }

    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ConfigTree>("value");
        const auto row = [](const char* what, const char* name, ConfigTree value) {
            QTest::newRow(what) << name << value;
        };
        row("bool", "a_bool", {std::int64_t{1}});
        row("too large", "i8", {std::int64_t{128}});
        row("too small", "u8", {std::int64_t{-1}});
        row("larger than signed", "i64", {std::numeric_limits<std::uint64_t>::max()});
        row("real for integer", "i32", {1.0});
        row("integer for real", "a_double", {std::int64_t{1}});
        row("integer for float", "a_float", {std::int64_t{1}});
        row("string", "a_string", {});
        row("path", "a_path", {true});
        row("no member", "order", {std::string("LAST")});
        row("no literal", "impl", {std::string("hg")});
        row("optional", "opt_int", {std::string("3")});
        row("no list", "strings", {std::string("abc")});
        row("element", "strings", {ConfigTree::List{{true}}});
        row("set", "langs", {ConfigTree::List{{1.0}}});
        row("dict", "weights", {ConfigTree::List{}});
        row("dict value", "weights", with("a", {true}));
        row("tuple length", "betas", {ConfigTree::List{{0.5}}});
        row("tuple element", "pair", {ConfigTree::List{{std::int64_t{1}}, {1.0}}});
        row("union", "int_or_string", {1.5});
        row("config", "norm", {1.5});
        row("unknown key", "norm", with("epsilon", {1.0}));
        row("unknown field", "nothing", {1.0});
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QString, name);
        QFETCH(ConfigTree, value);
        QCOMPARE(thrown_by([&] { (void)read<Everything>(with(name.toStdString(), value)); }),
                 std::string("ValueError: The tree is expected to fit the fields of `<class 'my_package.Everything'>`, "
                             "but does not."));
    }

    void aValueThatIsNoMemberIsRefused() {
        Everything config;
        // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): that is what is tried
        config.order = static_cast<NormOrder>(3);
        QCOMPARE(thrown_by([&] { (void)config_class<Everything>().to_tree(&config); }),
                 std::string("ValueError: `my_package.NormOrder` has no member of the value 3. If it has, "
                             "fairlead::enum_range is too narrow for it."));
    }

    void defaultsAndDocumentationAreKept() {
        QVERIFY(field<Norm>("eps").default_value == ConfigTree{1e-5});
        QCOMPARE(field<Norm>("eps").documentation, std::string("What is added to the variance."));
        QCOMPARE(field<Norm>("learned").documentation, std::string());
        const ConfigSchema schema = schema_of(config_class<Norm>());
        QCOMPARE(schema.class_name, std::string("my_package.Norm"));
        QCOMPARE(schema.fields[0].documentation, std::string("What is added to the variance."));
        QVERIFY(schema.fields[0].default_value == ConfigValue::real(1e-5));
        QVERIFY(!schema.validates);
    }

    void aStructMayHave64FieldsOrNone() {
        const auto& fields = config_class<Many>().fields;
        QCOMPARE(fields.size(), 64U);
        for (std::size_t index = 0; index < fields.size(); ++index) {
            const std::string name{static_cast<char>('a' + index / 8), static_cast<char>('0' + index % 8)};
            QCOMPARE(fields[index].name, name);
            QVERIFY(fields[index].default_value == ConfigTree{static_cast<std::int64_t>(index)});
        }
        QCOMPARE(config_class<my_package::Nothing>().fields.size(), 0U);
        QCOMPARE(printed(my_package::Nothing{}), QString("{}"));
    }

    void localStructsAreConfigsToo() {
        struct Local {
            int here = 3;
        };
        QCOMPARE(config_class<Local>().fields.at(0).name, std::string("here"));
    }

    void validateIsCalled() {
        QVERIFY(config_class<Norm>().validate == nullptr);
        const Checked good;
        QVERIFY(!config_class<Checked>().validate(&good).has_error());
        const Checked bad{.width = 0, .heads = 3};
        QCOMPARE(config_class<Checked>().validate(&bad).errors(),
                 std::vector<std::string>({"`width` must be positive.", "`heads` must be less than `width`."}));
    }

    void configsWithinAreListedOnce() {
        std::vector<std::string> names;
        for (const ConfigClass* kls : all_config_classes(config_class<Everything>()))
            names.push_back(kls->name);
        QCOMPARE(names, std::vector<std::string>({"my_package.Everything", "my_package.Norm", "my_package.Layer"}));
    }

    void fingerprintsTellFieldsApart() {
        struct A {
            int x = 1;
            int y = 1;
        };
        struct Reordered {
            int y = 1;
            int x = 1;
        };
        struct Unsigned {
            unsigned x = 1;
            int y = 1;
        };
        struct Same {
            int x = 7;
            int y = 8;
        };
        const std::uint64_t a = fields_fingerprint(config_class<A>());
        QVERIFY(a != fields_fingerprint(config_class<Reordered>()));
        QVERIFY(a != fields_fingerprint(config_class<Unsigned>()));
        QCOMPARE(a, fields_fingerprint(config_class<Same>())); // defaults are no layout
    }
};

QTEST_APPLESS_MAIN(ConfigClassTest)
#include "config_class_test.moc"
