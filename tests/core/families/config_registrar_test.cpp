// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/config_structs.h"

#include <QTest>

#include <algorithm>
#include <fairlead/config_registrar.h>

using namespace fairlead;
using fairlead::test::thrown_by;
using my_package::Checked;
using my_package::Holder;

class ConfigRegistrarTest : public QObject {
    Q_OBJECT

private slots:
    void anArchitectureIsTheConfigUnderItsName() {
        DependencyContainer container;
        const ConfigRegistrar<Checked> arch(container);
        arch("base", [] { return Checked{}; });
        arch("wide", [] {
            Checked config;
            config.width = 8;
            return config;
        });
        QCOMPARE(container.resolve<Checked>("base")->width, 2);
        QCOMPARE(container.resolve<Checked>("wide")->width, 8);
        QCOMPARE(container.maybe_resolve<Checked>("narrow"), nullptr);
        QCOMPARE(container.iter_keys<Checked>(), std::vector<Key>({"base", "wide"}));
    }

    void aConfigIsMadeAnewAtEachLookUp() {
        DependencyContainer container;
        int made = 0;
        ConfigRegistrar<Checked>{container}("base", [&made] { return Checked{.width = ++made}; });
        const auto first = container.resolve<Checked>("base");
        first->width = 99;
        QCOMPARE(container.resolve<Checked>("base")->width, 2);
        QCOMPARE(first->width, 99);
    }

    void theAdvancedFormTakesTheResolver() {
        DependencyContainer container;
        const ConfigRegistrar<Checked> arch(container);
        arch("base", [] { return Checked{.width = 3}; });
        arch("twice", [](DependencyResolver& resolver) {
            Checked config = *resolver.resolve<Checked>("base");
            config.width *= 2;
            return config;
        });
        QCOMPARE(container.resolve<Checked>("twice")->width, 6);
    }

    void placeAndOwnerAreKept() {
        DependencyContainer container;
        unsigned line = 0;
        {
            const OwnerScope owner(container, "my_extension");
            const ConfigRegistrar<Checked> arch(container);
            line = __LINE__ + 1;
            arch("base", [] { return Checked{}; });
        }
        const auto all = container.registrations();
        QCOMPARE(all.size(), 1U);
        QCOMPARE(all[0].kls, TypeId::of<Checked>());
        QCOMPARE(all[0].key, Key("base"));
        QVERIFY(!all[0].singleton);
        QCOMPARE(all[0].registrant.owner, std::string("my_extension"));
        QVERIFY(std::string_view(all[0].registrant.place.file_name()).ends_with("config_registrar_test.cpp"));
        QCOMPARE(all[0].registrant.place.line(), line);
    }

    void anArchitectureOfAKnownNameIsRefused() {
        DependencyContainer container;
        const ConfigRegistrar<Checked> arch(container);
        arch("base", [] { return Checked{}; });
        try {
            arch("base", [] { return Checked{.width = 7}; });
            QFAIL("it is taken");
        } catch (const InvalidOperationError& error) {
            QCOMPARE(std::string(error.what()),
                     std::string("`<class 'my_package.Checked'>` has already a registered provider."));
            QVERIFY(QString::fromStdString(error.details()).contains("Under the key base it is registered by "));
        }
        QCOMPARE(container.resolve<Checked>("base")->width, 2);
    }

    void theFieldsOfAllItsConfigsAreNoted() {
        DependencyContainer container;
        const ConfigRegistrar<Holder> arch(container);
        const auto& checked = config_class<Checked>();
        container.note_fields(checked.kls, fields_fingerprint(checked));
        QVERIFY(thrown_by([&] {
                    container.note_fields(checked.kls, fields_fingerprint(checked) + 1);
                }).starts_with("TypeConflictError: `<class 'my_package.Checked'>` has other fields in "));
    }
};

QTEST_APPLESS_MAIN(ConfigRegistrarTest)
#include "config_registrar_test.moc"
