// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an environment keeps of the last load, and shows before the next one.
#include "core/registry/bundled.h"
#include "tests/ui/workspace/two_extensions.h"
#include "ui/text/english_plurals.h"
#include "ui/workspace/environment.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <vector>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

/// One file, whatever the variables are.
auto keptIn(const std::filesystem::path& file) {
    return [file](const std::vector<HostVariable>&) { return file; };
}

} // namespace

class KeptEnvironmentTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

    void theLastSnapshotIsShownUntilTheLiveOneIsThere() {
        const QTemporaryDir folder;
        const std::filesystem::path cache = folder.filePath(QStringLiteral("a/b/native.json")).toStdString();
        TwoExtensions host;
        load(host, cache);
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

    void aReloadThatIsCancelledKeepsTheKeptSnapshot() {
        const QTemporaryDir folder;
        const std::filesystem::path cache = folder.filePath(QStringLiteral("native.json")).toStdString();
        TwoExtensions host;
        load(host, cache);
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

    void whatIsKeptAndCannotBeReadIsLogged() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("native.json")));
        TwoExtensions host;
        load(host, file.fileName().toStdString());
        QVERIFY(file.resize(file.size() / 2));
        std::vector<fairlead::LogRecord> log;
        Environment::Options options{
            .run = std::ref(host),
            .log = [&](const fairlead::LogRecord& record, const auto*) { log.push_back(record); },
            .snapshotCache = keptIn(file.fileName().toStdString()),
            .first = Environment::Kind::Native};
        QCOMPARE(Environment(m_recorded, options).kind(), Environment::Kind::Recorded);
        QCOMPARE(log.size(), std::size_t(1));
        QCOMPARE(log[0].severity, LogSeverity::warning);
        QCOMPARE(QString::fromStdString(log[0].text),
                 QStringLiteral("What the extensions registered the last time cannot be read from %1: it is no "
                                "snapshot of this version. It is kept anew when they are loaded.")
                     .arg(file.fileName()));
        QVERIFY(file.remove());
        QCOMPARE(Environment(m_recorded, options).kind(), Environment::Kind::Recorded);
        QCOMPARE(log.size(), std::size_t(1)); // nothing was kept
    }

    void theFirstOneIsShownAsItWasKeptAndRunsNothing() {
        const QTemporaryDir folder;
        const std::filesystem::path cache = folder.filePath(QStringLiteral("native.json")).toStdString();
        TwoExtensions host;
        const Environment::Options options{
            .run = std::ref(host), .snapshotCache = keptIn(cache), .first = Environment::Kind::Native};
        QCOMPARE(Environment(m_recorded, options).kind(), Environment::Kind::Recorded); // nothing was kept
        load(host, cache);
        const int runs = host.runs;
        Environment environment(m_recorded, options);
        QCOMPARE(environment.kind(), Environment::Kind::Native);
        QVERIFY(environment.registry()->find_family(FamilyKind::model, "brought") != nullptr);
        QCOMPARE(environment.sentence(), QStringLiteral("as of a moment ago; Reload loads it"));
        QCOMPARE(host.runs.load(), runs);
        QVERIFY(!environment.extensions().traced);
        Environment::Options traced = options;
        traced.loading.traced = true; // as it is wished for now
        QVERIFY(Environment(m_recorded, traced).extensions().traced);
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
    /// A first load, which is kept.
    void load(TwoExtensions& host, const std::filesystem::path& cache) const {
        Environment environment(m_recorded, {.run = std::ref(host), .snapshotCache = keptIn(cache)});
        QSignalSpy registry(&environment, &Environment::registryChanged);
        environment.choose(Environment::Kind::Native);
        QVERIFY(registry.wait());
        QVERIFY(!environment.keptSince());
    }

    EnglishPlurals m_plurals;
    std::shared_ptr<const RegistrySnapshot> m_recorded = bundled_snapshot();
};

QTEST_MAIN(KeptEnvironmentTest)
#include "kept_environment_test.moc"
