// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/first_place.h"

#include "tests/ui/registry/registry_fixture.h"

using namespace fairlead;
using namespace fairlead::ui;

/// Where sources that were just opened are looked at first.
class FirstPlaceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RegistryFixture> m;

    /// The file, and the offset.
    [[nodiscard]] QString first() const {
        const auto place = firstPlace(*m->workspace.session());
        return place ? QStringLiteral("%1:%2").arg(QFileInfo(place->file).fileName()).arg(place->begin)
                     : QStringLiteral("nowhere");
    }

private slots:
    void init() { m = std::make_unique<RegistryFixture>(); }
    void cleanup() { m.reset(); }

    void whatStopsTheLoadComesFirst() {
        m->write(QStringLiteral("a.yaml"), "name: a\nbase: none_such\n");
        m->write(QStringLiteral("b.yaml"), "name: b\nurl: https://a.org\n---\n");
        QVERIFY(m->openFolder());
        QCOMPARE(first(), QStringLiteral("b.yaml:27"));
    }

    void thenAnErrorThenTheFirstFile() {
        m->write(QStringLiteral("a.yaml"), "name: a\nurl: https://a.org\n");
        m->write(QStringLiteral("b.yaml"), "name: b\nbase: none_such\n");
        QVERIFY(m->openFolder());
        QCOMPARE(first(), QStringLiteral("b.yaml:14"));
        m->write(QStringLiteral("b.yaml"), "name: b\nurl: https://a.org\n");
        QVERIFY(m->openFolder());
        QVERIFY2(first().startsWith(QStringLiteral("a.yaml:")), qPrintable(first()));
    }

    // Extensions may have brought one name twice: a file that somebody opens is shown all the same.
    void troubleOfPackagesAloneIsNotWhatWasAskedFor() {
        auto registry = std::make_shared<RegistrySnapshot>();
        for (const char* const name : {"lab:one", "lab:two"}) {
            RecordedSource source;
            source.name = name;
            source.files.push_back({.path = name, .text = R"({"name": "twice"})", .cards = {}});
            registry->sources.push_back(std::move(source));
        }
        m->workspace.setRegistry(registry);
        m->write(QStringLiteral("a.yaml"), "name: a\nbase: none_such\n");
        QVERIFY(m->openFolder());
        QVERIFY(!m->workspace.session()->verdict().loads());
        QCOMPARE(first(), QStringLiteral("a.yaml:14"));

        m->write(QStringLiteral("a.yaml"), "name: twice\n"); // a third one is
        QVERIFY(m->openFolder());
        QCOMPARE(first(), QStringLiteral("a.yaml:6"));
    }
};

QTEST_MAIN(FirstPlaceTest)
#include "first_place_test.moc"
