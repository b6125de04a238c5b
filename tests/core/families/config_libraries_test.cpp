// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/config_extension.h"

#include <QTest>
#include <dlfcn.h>
#include <fairlead/dependency_container.h>

using namespace fairlead;
using fairlead::test::thrown_by;

namespace {

const ConfigExtension& open(const char* path, int flags) {
    void* library = dlopen(path, RTLD_NOW | flags); // never closed, as extensions are not
    if (library == nullptr)
        qFatal("%s", dlerror());
    using Entry = const ConfigExtension* (*)();
    return *reinterpret_cast<Entry>(dlsym(library, "config_extension"))();
}

const ConfigExtension& one() {
    static const ConfigExtension& opened = open(FAIRLEAD_TEST_LIBRARY_ONE, RTLD_LOCAL);
    return opened;
}
const ConfigExtension& two() {
    static const ConfigExtension& opened = open(FAIRLEAD_TEST_LIBRARY_TWO, RTLD_LOCAL);
    return opened;
}

std::string conflict(const char* kls) {
    return std::string("TypeConflictError: `<class '") + kls +
           "'>` has other fields in " FAIRLEAD_TEST_LIBRARY_ONE " than in " FAIRLEAD_TEST_LIBRARY_TWO
           ". Give one of the two another name or namespace.";
}

} // namespace

/// Two shared libraries with configs of the same names.
class ConfigLibrariesTest : public QObject {
    Q_OBJECT

private slots:
    void otherFieldsOfOneNameAreAnError_data() {
        QTest::addColumn<QString>("kls");
        QTest::addColumn<ConfigExtension::Do>("in_one");
        QTest::addColumn<ConfigExtension::Do>("in_two");
        QTest::newRow("names") << "Renamed" << one().register_renamed << two().register_renamed;
        QTest::newRow("types") << "Retyped" << one().register_retyped << two().register_retyped;
        QTest::newRow("members of an enum of a config within")
            << "Within" << one().register_nested << two().register_nested;
    }
    void otherFieldsOfOneNameAreAnError() {
        QFETCH(QString, kls);
        QFETCH(ConfigExtension::Do, in_one);
        QFETCH(ConfigExtension::Do, in_two);
        DependencyContainer container;
        in_one(container);
        QCOMPARE(thrown_by([&] { in_two(container); }), conflict(kls.toLatin1().constData()));
        QCOMPARE(container.registrations().size(), 1U); // the first is as it was
        in_two(*std::make_unique<DependencyContainer>());
    }

    void theSameFieldsAreOneClass() {
        DependencyContainer container;
        one().register_same(container);
        two().register_same(container);
        QCOMPARE(container.registrations().size(), 2U);
        QCOMPARE(container.registrations()[0].kls, container.registrations()[1].kls);
    }

    void anonymousStructsBelongToTheirLibrary() {
        DependencyContainer container;
        one().register_hidden(container);
        two().register_hidden(container);
        QVERIFY(container.registrations()[0].kls != container.registrations()[1].kls);
    }

    // However the libraries are opened, no code of one reads the structs of the other.
    void eachLibraryReadsItsOwnStructs() {
        const ConfigExtension& three = open(FAIRLEAD_TEST_LIBRARY_THREE, RTLD_GLOBAL);
        const std::string of_one = "model_dim num_layers one mode fast slow a b c A_of_one ";
        const std::string of_two = "num_layers model_dim two mode slow fast a b c A B C ";
        QCOMPARE(three.fields(), of_two);
        QCOMPARE(one().fields(), of_one);
        QCOMPARE(two().fields(), of_two);
        const ConfigExtension& four = open(FAIRLEAD_TEST_LIBRARY_FOUR, RTLD_GLOBAL);
        QCOMPARE(four.fields(), of_one);
    }
};

QTEST_APPLESS_MAIN(ConfigLibrariesTest)
#include "config_libraries_test.moc"
