// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/bundled.h"
#include "ui/text/english_plurals.h"
#include "ui/workspace/environment.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <semaphore>
#include <thread>
#include <tuple>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

ExtensionReport extension(std::string name, ExtensionOutcome outcome) {
    ExtensionReport report;
    report.name = std::move(name);
    report.value = report.name + ":setup";
    report.outcome = outcome;
    return report;
}

/// One file, whatever the variables are.
auto keptIn(const std::filesystem::path& file) {
    return [file](const std::vector<HostVariable>&) { return file; };
}

/// A host of two extensions, of which the second one fails; it says what it was asked for. Families come after both:
/// one that is stopped has brought the first extension, and no family.
class TwoExtensions {
public:
    HostRun operator()(const NativeHostOptions& options, const HostListener& listener, const std::stop_token& stop) {
        ++runs;
        asked = options;
        HostRun run;
        run.traced = options.traced;
        run.starts = 1;
        run.snapshot.extensions = {extension("good", ExtensionOutcome::registered),
                                   extension("bad", ExtensionOutcome::failed)};
        for (ExtensionReport& report : run.snapshot.extensions)
            if (std::ranges::find(options.switched_off, report.name) != options.switched_off.end())
                report.outcome = ExtensionOutcome::off;
        if (swapped)
            std::ranges::reverse(run.snapshot.extensions);
        listener.progress({.step = "extensions", .done = 1, .total = 2, .extension = "bad"});
        listener.extension(0, run.snapshot.extensions[0]);
        const fairlead::LogRecord record{.text = "hello"};
        if (listener.log)
            listener.log({&record, 1});
        while (waits && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (stop.stop_requested()) {
            run.end = HostEnd::cancelled;
            run.snapshot.extensions.resize(1);
        } else {
            FamilyRecord family;
            family.name = "brought";
            family.class_name = "x.Brought";
            run.snapshot.families = {family};
        }
        run.fairseq2 = foretell_fairseq2(run.snapshot.extensions);
        return run;
    }

    std::atomic<int> runs = 0;
    std::atomic<bool> waits = false;
    std::atomic<bool> swapped = false; ///< the second one is loaded first
    NativeHostOptions asked;
};

} // namespace

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
        environment.setLoading({.variables = {{"A", "1"}}, .switchedOff = {QStringLiteral("bad")}, .traced = false});
        QVERIFY(registry.wait());
        QCOMPARE(host.runs.load(), 3); // for all three
        QCOMPARE(host.asked.variables, (std::vector<HostVariable>{{"A", "1"}}));
        QCOMPARE(host.asked.switched_off, std::vector<std::string>{"bad"});
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
        QCOMPARE(registry.size(), 0);
        QCOMPARE(environment.registry(), m_recorded);
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

    void aReloadThatIsCancelledKeepsTheKeptSnapshot() {
        const QTemporaryDir folder;
        const std::filesystem::path cache = folder.filePath(QStringLiteral("native.json")).toStdString();
        TwoExtensions host;
        {
            Environment environment(m_recorded, {.run = std::ref(host), .snapshotCache = keptIn(cache)});
            QSignalSpy registry(&environment, &Environment::registryChanged);
            environment.choose(Environment::Kind::Native);
            QVERIFY(registry.wait());
        }
        host.waits = true;
        Environment environment(
            m_recorded, {.run = std::ref(host), .snapshotCache = keptIn(cache), .first = Environment::Kind::Native});
        environment.reload();
        QTRY_COMPARE(host.runs.load(), 2);
        environment.cancel();
        QTRY_VERIFY(!environment.isRunning());
        QVERIFY(environment.keptSince());
        QCOMPARE(environment.sentence(), QStringLiteral("Loading was cancelled · shown as of a moment ago"));
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
        QTest::qWait(50);
        QCOMPARE(registry.size(), 1); // that of the recording
        QCOMPARE(environment.registry(), m_recorded);
    }

    void aHostThatIsSlowToEndIsNotWaitedFor() {
        std::array<std::binary_semaphore, 2> released{std::binary_semaphore(0), std::binary_semaphore(0)};
        std::atomic<int> begun = 0;
        std::atomic<int> ended = 0;
        const auto run = [&](const NativeHostOptions&, const HostListener&, const std::stop_token&) {
            auto& mine = released.at(static_cast<std::size_t>(begun++));
            std::ignore = mine.try_acquire_for(std::chrono::seconds(2)); // whatever the stop token says
            ++ended;
            return HostRun();
        };
        Environment environment(m_recorded, {.run = run});
        environment.choose(Environment::Kind::Native);
        QTRY_COMPARE(begun.load(), 1);
        QElapsedTimer timer;
        timer.start();
        environment.choose(Environment::Kind::Recorded);
        QVERIFY2(timer.elapsed() <= 50, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
        QVERIFY(!environment.isRunning());
        QCOMPARE(ended.load(), 0);

        environment.choose(Environment::Kind::Native); // while the first one still runs
        QVERIFY2(timer.elapsed() <= 100, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
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

    void theLastSnapshotIsShownUntilTheLiveOneIsThere() {
        const QTemporaryDir folder;
        const std::filesystem::path cache = folder.filePath(QStringLiteral("a/b/native.json")).toStdString();
        TwoExtensions host;
        {
            Environment environment(m_recorded, {.run = std::ref(host), .snapshotCache = keptIn(cache)});
            QSignalSpy registry(&environment, &Environment::registryChanged);
            environment.choose(Environment::Kind::Native);
            QVERIFY(registry.wait());
            QVERIFY(!environment.keptSince());
        }
        host.waits = true;
        Environment environment(m_recorded, {.run = std::ref(host), .snapshotCache = keptIn(cache)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        std::vector<std::size_t> shown; // extensions, with each registry: the host's first report comes soon after
        connect(&environment, &Environment::registryChanged, this,
                [&] { shown.push_back(environment.extensions().extensions.size()); });
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        QVERIFY(environment.isRunning());
        QVERIFY(environment.keptSince());
        QVERIFY(environment.registry()->find_family(FamilyKind::model, "brought") != nullptr);
        QCOMPARE(shown, std::vector<std::size_t>{2});
        QVERIFY2(environment.sentence().startsWith(QStringLiteral("Loading…")), qPrintable(environment.sentence()));
        host.waits = false;
        QVERIFY(registry.wait());
        QVERIFY(!environment.keptSince());
    }

    void whyASnapshotCouldNotBeKeptIsLogged() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("no-folder")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        TwoExtensions host;
        std::vector<fairlead::LogRecord> log; // complete when the registry is there
        const auto sink = [&](const fairlead::LogRecord& record, const auto*) { log.push_back(record); };
        Environment environment(m_recorded,
                                {.run = std::ref(host),
                                 .log = sink,
                                 .snapshotCache = keptIn(file.fileName().toStdString() + "/snapshots/native.json")});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        QCOMPARE(log.size(), std::size_t(2)); // after "hello"
        QCOMPARE(log[1].severity, LogSeverity::warning);
        QCOMPARE(QString::fromStdString(log[1].text),
                 QStringLiteral("What the extensions register could not be kept. %1/snapshots cannot be made: Not a "
                                "directory.")
                     .arg(file.fileName()));

        log.clear();
        Environment keepsNone(m_recorded, {.run = std::ref(host), .log = sink});
        QSignalSpy other(&keepsNone, &Environment::registryChanged);
        keepsNone.choose(Environment::Kind::Native);
        QVERIFY(other.wait());
        QCOMPARE(log.size(), std::size_t(1));
    }

    void theFirstOneIsShownAsItWasKeptAndRunsNothing() {
        const QTemporaryDir folder;
        const std::filesystem::path cache = folder.filePath(QStringLiteral("native.json")).toStdString();
        TwoExtensions host;
        const Environment::Options options{
            .run = std::ref(host), .snapshotCache = keptIn(cache), .first = Environment::Kind::Native};
        QCOMPARE(Environment(m_recorded, options).kind(), Environment::Kind::Recorded); // nothing was kept
        {
            Environment environment(m_recorded, {.run = std::ref(host), .snapshotCache = keptIn(cache)});
            QSignalSpy registry(&environment, &Environment::registryChanged);
            environment.choose(Environment::Kind::Native);
            QVERIFY(registry.wait());
        }
        const int runs = host.runs;
        Environment environment(m_recorded, options);
        QCOMPARE(environment.kind(), Environment::Kind::Native);
        QVERIFY(environment.registry()->find_family(FamilyKind::model, "brought") != nullptr);
        QCOMPARE(environment.sentence(), QStringLiteral("as of a moment ago; Reload loads it"));
        QCOMPARE(host.runs.load(), runs);
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native); // asks for it again
        QVERIFY(registry.wait());
        QCOMPARE(host.runs.load(), runs + 1);
    }

    void eachSearchPathHasItsOwnKeptSnapshot() {
        const QTemporaryDir folder;
        TwoExtensions host;
        const auto options = [&](const char* path) {
            return Environment::Options{.run = std::ref(host),
                                        .snapshotCache =
                                            [&](const std::vector<HostVariable>& variables) {
                                                const QString name = QString::fromStdString(*variables.at(0).value);
                                                return std::filesystem::path(folder.filePath(name).toStdString());
                                            },
                                        .loading = {.variables = {{"FAIRLEAD_EXTENSION_PATH", path}}},
                                        .first = Environment::Kind::Native};
        };
        {
            Environment environment(m_recorded, options("shell"));
            environment.setLoading({.variables = {{"FAIRLEAD_EXTENSION_PATH", "set"}}});
            QSignalSpy registry(&environment, &Environment::registryChanged);
            environment.choose(Environment::Kind::Native);
            QVERIFY(registry.wait());
        }
        QCOMPARE(Environment(m_recorded, options("shell")).kind(), Environment::Kind::Recorded);
        Environment environment(m_recorded, options("set"));
        QCOMPARE(environment.kind(), Environment::Kind::Native);
        environment.setLoading(options("set").loading); // as it is
        QVERIFY(!environment.isRunning());
        QCOMPARE(host.runs.load(), 1);
    }

private:
    EnglishPlurals m_plurals;
    std::shared_ptr<const RegistrySnapshot> m_recorded = bundled_snapshot();
};

QTEST_MAIN(EnvironmentTest)
#include "environment_test.moc"
