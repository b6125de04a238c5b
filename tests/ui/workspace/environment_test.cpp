// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/bundled.h"
#include "tests/ui/workspace/two_extensions.h"
#include "ui/text/english_plurals.h"
#include "ui/workspace/environment.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <atomic>
#include <semaphore>
#include <tuple>

using namespace fairlead;
using namespace fairlead::ui;

class EnvironmentTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

    void theRecordingRunsNothing() {
        TwoExtensions host;
        Environment environment(m_recorded, {.run = std::ref(host)});
        environment.reload();
        environment.choose(Environment::Kind::Recorded);
        QCOMPARE(host.runs.load(), 0);
        QCOMPARE(environment.registry(), m_recorded);
        QCOMPARE(environment.sentence(), QStringLiteral("fairseq2 0.8.1, recorded"));
        QCOMPARE(environment.icon(), QStringLiteral("recorded"));
    }

    void theNativeOneIsLoadedWhenItIsChosen() {
        TwoExtensions host;
        std::atomic<int> logged = 0;
        Environment environment(m_recorded,
                                {.run = std::ref(host), .log = [&](const auto&, const auto*) { ++logged; }});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(environment.isRunning());
        QVERIFY(registry.wait());
        QVERIFY(!environment.isRunning());
        QCOMPARE(environment.extensions().extensions.size(), std::size_t(2));
        QCOMPARE(environment.sentence(), QStringLiteral("1 of 2 extensions failed"));
        QCOMPARE(environment.icon(), QStringLiteral("warning"));
        QVERIFY(environment.registry()->find_family(FamilyKind::model, "brought") != nullptr);
        QCOMPARE(logged.load(), 1);

        environment.choose(Environment::Kind::Recorded);
        QCOMPARE(environment.registry(), m_recorded);
        QVERIFY(environment.extensions().extensions.empty());
    }

    void tracingLoadsAgainAndMarksTheEnvironment() {
        TwoExtensions host;
        Environment environment(m_recorded, {.run = std::ref(host)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        QVERIFY(!host.asked.traced);
        environment.setLoading({.traced = true});
        QVERIFY(registry.wait());
        QVERIFY(host.asked.traced);
        QCOMPARE(environment.sentence(), QStringLiteral("fairseq2 would stop here: ExtensionError"));
        QCOMPARE(environment.icon(), QStringLiteral("stops-load"));
        QCOMPARE(host.runs.load(), 2);
        environment.setLoading({.traced = true}); // as it is
        QCOMPARE(host.runs.load(), 2);
        environment.setLoading({.variables = {{"A", "1"}},
                                .switchedOff = {QStringLiteral("bad")},
                                .traced = false,
                                .step = std::chrono::seconds(7)});
        QVERIFY(registry.wait());
        QCOMPARE(host.runs.load(), 3); // for all of it
        QCOMPARE(host.asked.variables, (std::vector<HostVariable>{{"A", "1"}}));
        QCOMPARE(host.asked.switched_off, std::vector<std::string>{"bad"});
        QCOMPARE(host.asked.limits.step.count(), 7000);
        QVERIFY(!host.asked.traced);
    }

    void anExtensionIsSwitchedOff() {
        TwoExtensions host;
        Environment environment(m_recorded, {.run = std::ref(host)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        QSignalSpy wish(&environment, &Environment::switchedOffChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        environment.setEnabled(QStringLiteral("bad"), false);
        QVERIFY(registry.wait());
        QCOMPARE(wish.size(), 1);
        QCOMPARE(host.asked.switched_off, std::vector<std::string>{"bad"});
        QCOMPARE(environment.sentence(), QStringLiteral("2 extensions"));
        environment.setEnabled(QStringLiteral("bad"), true);
        QVERIFY(registry.wait());
        QVERIFY(host.asked.switched_off.empty());
        environment.setEnabled(QStringLiteral("bad"), true); // as it is
        QCOMPARE(wish.size(), 2);
        QVERIFY(!environment.isRunning());
    }

    void whatCameIsThereWhileItRuns() {
        TwoExtensions host;
        host.waits = true;
        Environment environment(m_recorded, {.run = std::ref(host)});
        environment.choose(Environment::Kind::Native);
        QTRY_COMPARE(environment.extensions().extensions.size(), std::size_t(1));
        QCOMPARE(environment.sentence(), QStringLiteral("Loading… 1 of 2 extensions"));
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.cancel();
        QTRY_VERIFY(!environment.isRunning());
        QCOMPARE(environment.sentence(), QStringLiteral("Loading was cancelled"));
        QCOMPARE(environment.extensions().extensions.size(), std::size_t(1));
        QCOMPARE(environment.extensions().failure, QStringLiteral("Loading was cancelled"));
        QVERIFY(!environment.extensions().recorded);
        QCOMPARE(registry.size(), 0);
        QCOMPARE(environment.registry(), m_recorded);
    }

    // Whoever hears of a change makes a table of all extensions.
    void reportsByTheThousandAreToldTogether() {
        constexpr std::size_t many = 3000;
        Environment environment(
            m_recorded, {.run = [](const NativeHostOptions&, const HostListener& listener, const std::stop_token&) {
                HostRun run;
                for (std::size_t at = 0; at < many; ++at) {
                    run.snapshot.extensions.push_back(extension(std::to_string(at), ExtensionOutcome::registered));
                    listener.extension(at, run.snapshot.extensions.back());
                    listener.progress({.step = "extensions", .done = at + 1, .total = many, .extension = {}});
                }
                return run;
            }});
        QSignalSpy changed(&environment, &Environment::changed);
        environment.choose(Environment::Kind::Native);
        QTRY_VERIFY(!environment.isRunning());
        QCOMPARE(environment.extensions().extensions.size(), many);
        QVERIFY2(changed.size() < 100, qPrintable(QString::number(changed.size())));
    }

    void aReloadThatIsCancelledKeepsTheRegistryBefore() {
        TwoExtensions host;
        Environment environment(m_recorded, {.run = std::ref(host)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        const auto before = environment.registry();
        host.waits = true;
        environment.reload();
        QTRY_COMPARE(host.runs.load(), 2);
        environment.cancel();
        QTRY_VERIFY(!environment.isRunning());
        QCOMPARE(environment.sentence(), QStringLiteral("Loading was cancelled"));
        QCOMPARE(registry.size(), 1); // that of the first load
        QCOMPARE(environment.registry(), before);
        QVERIFY(environment.registry()->find_family(FamilyKind::model, "brought") != nullptr);
    }

    void anExtensionThatMovedStandsThereOnce() {
        TwoExtensions host;
        Environment environment(m_recorded, {.run = std::ref(host)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        const auto names = [&] {
            QStringList list;
            for (const ExtensionReport& report : environment.extensions().extensions)
                list << QString::fromStdString(report.name);
            return list;
        };
        QCOMPARE(names(), (QStringList{QStringLiteral("good"), QStringLiteral("bad")}));
        host.waits = true;
        host.swapped = true;
        environment.reload();
        QCOMPARE(names(), (QStringList{QStringLiteral("good"), QStringLiteral("bad")})); // until it is known better
        QTRY_COMPARE(names(), QStringList{QStringLiteral("bad")});
        host.waits = false;
        QVERIFY(registry.wait());
        QCOMPARE(names(), (QStringList{QStringLiteral("bad"), QStringLiteral("good")}));
    }

    void theAnswerToAnOldQuestionIsDropped() {
        TwoExtensions host;
        host.waits = true;
        Environment environment(m_recorded, {.run = std::ref(host)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QTRY_COMPARE(host.runs.load(), 1);
        environment.choose(Environment::Kind::Recorded);
        QTRY_COMPARE(host.ended.load(), 1);
        QTest::qWait(50);             // long enough for an answer that is not dropped
        QCOMPARE(registry.size(), 1); // that of the recording
        QCOMPARE(environment.registry(), m_recorded);
    }

    void aHostThatIsSlowToEndIsNotWaitedFor() {
        std::array<std::binary_semaphore, 2> released{std::binary_semaphore(0), std::binary_semaphore(0)};
        std::atomic<int> begun = 0;
        std::atomic<int> ended = 0;
        const auto run = [&](const NativeHostOptions&, const HostListener&, const std::stop_token&) {
            auto& mine = released.at(static_cast<std::size_t>(begun++));
            std::ignore = mine.try_acquire_for(std::chrono::seconds(20)); // whatever the stop token says
            ++ended;
            return HostRun();
        };
        Environment environment(m_recorded, {.run = run});
        environment.choose(Environment::Kind::Native);
        QTRY_COMPARE(begun.load(), 1);
        environment.choose(Environment::Kind::Recorded);
        QVERIFY(!environment.isRunning());
        QCOMPARE(ended.load(), 0);

        environment.choose(Environment::Kind::Native); // while the first one still runs
        QCOMPARE(ended.load(), 0);
        QTRY_COMPARE(begun.load(), 2);
        QSignalSpy registry(&environment, &Environment::registryChanged);
        released[0].release();
        QTRY_COMPARE(ended.load(), 1);
        QTest::qWait(50);
        QVERIFY(environment.isRunning()); // the first one's answer is to an old question
        QCOMPARE(registry.size(), 0);
        environment.choose(Environment::Kind::Recorded);
        released[1].release();
        QTRY_COMPARE(ended.load(), 2);
        QTest::qWait(50);
        QCOMPARE(registry.size(), 1); // that of the recording
        QCOMPARE(environment.registry(), m_recorded);
    }

private:
    EnglishPlurals m_plurals;
    std::shared_ptr<const RegistrySnapshot> m_recorded = bundled_snapshot();
};

QTEST_MAIN(EnvironmentTest)
#include "environment_test.moc"
