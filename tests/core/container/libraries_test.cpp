// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "error_text.h"
#include "layout_extension.h"

#include <QTest>
#include <dlfcn.h>
#include <fairlead/dependency_container.h>

using namespace fairlead;
using fairlead::test::thrown_by;

namespace {

const LayoutExtension& open(const char* path, int flags) {
    void* library = dlopen(path, RTLD_NOW | flags); // never closed, as extensions are not
    if (library == nullptr)
        qFatal("%s", dlerror());
    using Entry = const LayoutExtension* (*)();
    return *reinterpret_cast<Entry>(dlsym(library, "layout_extension"))();
}

const LayoutExtension& one() {
    static const LayoutExtension& opened = open(FAIRLEAD_TEST_LIBRARY_ONE, RTLD_LOCAL);
    return opened;
}
const LayoutExtension& two() {
    static const LayoutExtension& opened = open(FAIRLEAD_TEST_LIBRARY_TWO, RTLD_LOCAL);
    return opened;
}

const std::string conflict =
    "TypeConflictError: `<class 'Config'>` is laid out differently in " FAIRLEAD_TEST_LIBRARY_ONE
    " (4 bytes, aligned to 4) and " FAIRLEAD_TEST_LIBRARY_TWO
    " (16 bytes, aligned to 8). Give one of the two another name or namespace.";
const std::string other_fields =
    "TypeConflictError: `<class 'Reordered'>` has other fields in " FAIRLEAD_TEST_LIBRARY_ONE
    " than in " FAIRLEAD_TEST_LIBRARY_TWO ". Give one of the two another name or namespace.";

} // namespace

/// Two shared libraries with classes of the same names.
class LibrariesTest : public QObject {
    Q_OBJECT

private slots:
    void registeringTheOtherLayoutIsAnError() {
        DependencyContainer container;
        one().register_config(container);
        QCOMPARE(thrown_by([&] { two().register_config(container); }), conflict);
        QCOMPARE(thrown_by([&] { two().register_config_under_key(container); }), conflict);
        QCOMPARE(thrown_by([&] { two().register_config_element(container); }), conflict);
        QCOMPARE(one().config_size(container), 101); // the first is as it was
    }

    void askingForTheOtherLayoutIsAnError() {
        DependencyContainer container;
        one().register_config(container);
        one().register_config_element(container);
        QCOMPARE(thrown_by([&] { (void)two().config_size(container); }), conflict);
        QCOMPARE(thrown_by([&] { (void)two().maybe_config_size(container); }), conflict);
        QCOMPARE(thrown_by([&] { (void)two().config_elements(container); }), conflict);
        QCOMPARE(thrown_by([&] { (void)two().config_keys(container); }), conflict);
    }

    void checkFindsIt() {
        DependencyContainer container;
        one().register_config(container);
        two().register_needing_config(container);
        const auto problems = container.check();
        QCOMPARE(problems.size(), 1U);
        QVERIFY(problems[0].kind == WiringProblem::Kind::type_conflict);
        QCOMPARE("TypeConflictError: " + problems[0].text, conflict);
    }

    void oneLayoutIsOneClass() {
        DependencyContainer container;
        one().register_shared(container);
        QCOMPARE(two().shared_from(container), 1);
        QCOMPARE(thrown_by([&] { two().register_shared(container); }),
                 std::string("InvalidOperationError: No new objects can be registered after the first `resolve()` "
                             "call."));
        DependencyContainer other;
        one().register_shared(other);
        QCOMPARE(thrown_by([&] { two().register_shared(other); }),
                 std::string("InvalidOperationError: `<class 'Shared'>` has already a registered provider."));
    }

    void anonymousClassesBelongToTheirLibrary() {
        DependencyContainer container;
        one().register_hidden(container);
        two().register_hidden(container);
        QCOMPARE(one().hidden_from(container), 1);
        QCOMPARE(two().hidden_from(container), 2);
        DependencyContainer other;
        one().register_hidden(other);
        QCOMPARE(thrown_by([&] { (void)two().hidden_from(other); }),
                 std::string("DependencyNotFoundError: No registered provider found for `<class '(anonymous "
                             "namespace).Hidden'>`."));
    }

    void otherFieldsAreAnErrorToo() {
        DependencyContainer container;
        one().note_reordered_fields(container);
        one().note_reordered_fields(container);
        QCOMPARE(thrown_by([&] { two().note_reordered_fields(container); }), other_fields);
        (void)container.maybe_resolve<int>(); // freezes
        QCOMPARE(thrown_by([&] { two().note_reordered_fields(container); }), other_fields);
        QCOMPARE(thrown_by([&] { one().note_reordered_fields(container); }), std::string());
    }

    // However the libraries are opened: then one's code may stand in for the other's, but not for what it knows of
    // types.
    void globallyOpenedLibrariesAreToldApart() {
        const LayoutExtension& first = open(FAIRLEAD_TEST_LIBRARY_THREE, RTLD_GLOBAL);
        DependencyContainer container;
        one().register_config(container);
        const std::string error = thrown_by([&] { first.register_config(container); });
        QVERIFY2(error.starts_with("TypeConflictError: `<class 'Config'>` is laid out differently in "), error.c_str());
    }
};

QTEST_APPLESS_MAIN(LibrariesTest)
#include "libraries_test.moc"
