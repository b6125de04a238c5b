// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/mangled_name.h"

#include <QTest>
#include <cstdint>
#include <fairlead/dependency_container.h>

using namespace fairlead;

namespace my_package::models {
struct Model {
    struct Part {};
};
struct MyIZer {};
template <class T, int number = 3>
struct Of {};
enum class Sort { one, two };
template <Sort>
struct Sorted {};
inline namespace v2 {
struct Versioned {};
} // namespace v2
} // namespace my_package::models
namespace {
struct Hidden {};
} // namespace
using namespace my_package::models;

[[maybe_unused]] static auto of_function() {
    struct Local {};
    return Local();
}
inline auto of_inline_function() {
    return [] { return 1; };
}

/// How classes are told apart and printed.
class TypeIdTest : public QObject {
    Q_OBJECT

private:
    template <class T>
    static void row(const char* name, const char* printed, bool local) {
        QTest::newRow(name) << QString::fromStdString(TypeId::of<T>().printed()) << printed
                            << container::names_local_entity(typeid(T).name()) << local;
    }

private slots:
    void type_data() {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("found_local");
        QTest::addColumn<bool>("local");
        row<Model>("class", "<class 'my_package.models.Model'>", false);
        row<Model::Part>("class in a class", "<class 'my_package.models.Model.Part'>", false);
        row<Versioned>("inline namespace", "<class 'my_package.models.v2.Versioned'>", false);
        row<DependencyContainer>("Fairlead's own", "<class 'fairlead.DependencyContainer'>", false);
        row<MyIZer>("a Z in a name", "<class 'my_package.models.MyIZer'>", false);
        row<Of<MyIZer>>("template", "<class 'my_package.models.Of<my_package.models.MyIZer, 3>'>", false);
        row<Of<Of<Model, 1>, 2>>(
            "templates", "<class 'my_package.models.Of<my_package.models.Of<my_package.models.Model, 1>, 2>'>", false);
        row<Sorted<Sort::two>>("enumerator", "<class 'my_package.models.Sorted<(my_package.models.Sort)1>'>", false);
        row<std::vector<Model>>(
            "of the standard library",
            "<class 'std.vector<my_package.models.Model, std.allocator<my_package.models.Model> >'>", false);
        row<Of<int[10]>>("array", "<class 'my_package.models.Of<int [10], 3>'>", false);
        row<int>("int", "<class 'int'>", false);
        row<std::int64_t>("int64_t", "<class 'int'>", false);
        row<std::uint8_t>("uint8_t", "<class 'int'>", false);
        row<double>("double", "<class 'float'>", false);
        row<float>("float", "<class 'float'>", false);
        row<bool>("bool", "<class 'bool'>", false);
        row<std::string>("string", "<class 'str'>", false);
        row<Hidden>("anonymous namespace", "<class '(anonymous namespace).Hidden'>", true);
        row<Of<Hidden>>("template of it", "<class 'my_package.models.Of<(anonymous namespace).Hidden, 3>'>", true);
        row<decltype(of_function())>("in a function", "<class 'of_function().Local'>", true);
        row<Of<decltype(of_function())>>("template of that", "<class 'my_package.models.Of<of_function().Local, 3>'>",
                                         true);
        row<decltype(of_inline_function())>("lambda", "<class 'of_inline_function().{lambda()#1}'>", true);
    }
    void type() {
        QFETCH(QString, printed);
        QFETCH(QString, expected);
        QFETCH(bool, found_local);
        QFETCH(bool, local);
        QCOMPARE(printed, expected);
        QCOMPARE(found_local, local);
    }

    // Whatever the letters: it ends, and looks at nothing beyond them.
    void anyLettersAreNoName() {
        for (const char* text : {"", "9", "99999999999999999999999999999999", "S", "SS", "T", "A", "L", "Li", "N", "3a",
                                 "S_", "5_GLOBAL__N_1", "_ZZ", "0"})
            (void)container::names_local_entity(text);
        QVERIFY(container::names_local_entity("N12_GLOBAL__N_11AE"));
        QVERIFY(!container::names_local_entity("3ZZZ"));
    }

    void equalityIsOfTheClass() {
        QVERIFY(TypeId::of<Model>() == TypeId::of<Model>());
        QVERIFY(TypeId::of<Model>() != TypeId::of<Model::Part>());
        QVERIFY(TypeId::of<Hidden>() == TypeId::of<Hidden>());
        QCOMPARE(TypeId::of<Model>().hash(), std::hash<TypeId>{}(TypeId::of<Model>()));
        QVERIFY(TypeId::of<Model>().fits(TypeId::of<Model::Part>())); // of one size and alignment, that is
        QVERIFY(!TypeId::of<Model>().fits(TypeId::of<int>()));
    }

    void libraryIsTheFile() { QVERIFY(TypeId::of<Model>().library().ends_with("type_id_test")); }
};

QTEST_APPLESS_MAIN(TypeIdTest)
#include "type_id_test.moc"
