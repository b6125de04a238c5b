// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_loader.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

SessionOptions named(const std::string& name) {
    SessionOptions options;
    options.sources.push_back(recorded_source("package:" + name, {{"a.yaml", "name: " + name + "\n"}}));
    return options;
}

QString sourceOf(const SessionLoader::Outcome& outcome) {
    return QString::fromStdString(outcome.session->catalog().sources()[0].name);
}

} // namespace

class SessionLoaderTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatItLoaded();
    void anOlderAnswerNeverArrives();
    void aLoadThatHangsIsNotWaitedFor();
    void cancellingStopsTheLoad();
    void aFailureIsAnOutcome();
    void progressComesOnThisThread();
    void goingAwayStopsTheLoad();
    void goingAwayLeavesALoadThatHangs();
};

void SessionLoaderTest::tellsWhatItLoaded() {
    SessionLoader loader(&CheckSession::load);
    QSignalSpy finished(&loader, &SessionLoader::finished);
    loader.start(named("first"));
    QVERIFY(loader.isLoading());
    QVERIFY(finished.wait());
    QVERIFY(!loader.isLoading());
    const SessionLoader::Outcome outcome = loader.takeOutcome();
    QVERIFY(outcome.session);
    QVERIFY(!outcome.cancelled);
    QCOMPARE(sourceOf(outcome), QStringLiteral("package:first"));
}

void SessionLoaderTest::anOlderAnswerNeverArrives() {
    const auto firstMayGoOn = std::make_shared<QSemaphore>();
    SessionLoader loader([firstMayGoOn](SessionOptions options) {
        if (options.sources[0].name == "package:first")
            firstMayGoOn->acquire();
        else
            firstMayGoOn->release(); // the first one ends while or after the second loads
        return CheckSession::load(std::move(options));
    });
    QSignalSpy finished(&loader, &SessionLoader::finished);
    loader.start(named("first"));
    loader.start(named("second"));
    QVERIFY(finished.wait());
    QCOMPARE(sourceOf(loader.takeOutcome()), QStringLiteral("package:second"));
    QTest::qWait(0);
    QCOMPARE(finished.size(), 1);
}

void SessionLoaderTest::aLoadThatHangsIsNotWaitedFor() {
    struct Gate {
        QSemaphore mayGoOn;
        std::atomic<bool> hasHung = false;
    };
    const auto first = std::make_shared<Gate>();
    SessionLoader loader([first](SessionOptions options) {
        if (options.sources[0].name == "package:first")
            first->hasHung = !first->mayGoOn.tryAcquire(1, 20'000); // as in a folder that does not answer
        return CheckSession::load(std::move(options));
    });
    QSignalSpy finished(&loader, &SessionLoader::finished);
    loader.start(named("first"));
    loader.start(named("second"));
    QVERIFY(finished.wait());
    QVERIFY(!first->hasHung);
    QCOMPARE(sourceOf(loader.takeOutcome()), QStringLiteral("package:second"));
    first->mayGoOn.release();
    loader.start(named("third"));
    QVERIFY(finished.wait());
    QCOMPARE(sourceOf(loader.takeOutcome()), QStringLiteral("package:third"));
    QCOMPARE(finished.size(), 2);
}

void SessionLoaderTest::cancellingStopsTheLoad() {
    SessionLoader loader([](SessionOptions options) {
        while (!options.catalog.stop.stop_requested())
            std::this_thread::yield();
        return CheckSession::load(std::move(options));
    });
    QSignalSpy finished(&loader, &SessionLoader::finished);
    loader.cancel(); // nothing runs: nothing happens
    QCOMPARE(finished.size(), 0);
    loader.start(named("endless"));
    loader.cancel();
    QVERIFY(finished.wait());
    QVERIFY(loader.takeOutcome().cancelled);
    QVERIFY(!loader.isLoading());
}

void SessionLoaderTest::aFailureIsAnOutcome() {
    SessionLoader loader([](SessionOptions) -> CheckSession { throw std::runtime_error("no more memory"); });
    QSignalSpy finished(&loader, &SessionLoader::finished);
    loader.start(named("any"));
    QVERIFY(finished.wait());
    const SessionLoader::Outcome outcome = loader.takeOutcome();
    QVERIFY(!outcome.session);
    QCOMPARE(outcome.failure, QStringLiteral("no more memory"));
}

void SessionLoaderTest::progressComesOnThisThread() {
    QSemaphore progressHeard;
    SessionLoader loader([&](SessionOptions options) {
        options.catalog.progress({.files = 3, .cards = 41});
        progressHeard.acquire();
        return CheckSession::load(std::move(options));
    });
    QThread* heardOn = nullptr;
    connect(&loader, &SessionLoader::progressed, &loader, [&](quint64 files, quint64 cards) {
        heardOn = QThread::currentThread();
        QCOMPARE(files, 3U);
        QCOMPARE(cards, 41U);
        progressHeard.release();
    });
    QSignalSpy finished(&loader, &SessionLoader::finished);
    loader.start(named("any"));
    QVERIFY(finished.wait());
    QCOMPARE(heardOn, QThread::currentThread());
}

void SessionLoaderTest::goingAwayStopsTheLoad() {
    struct Gate {
        QSemaphore started;
        QSemaphore stopped;
    };
    const auto gate = std::make_shared<Gate>();
    {
        SessionLoader loader([gate](SessionOptions options) {
            gate->started.release();
            while (!options.catalog.stop.stop_requested())
                std::this_thread::yield();
            gate->stopped.release();
            return CheckSession::load(std::move(options));
        });
        loader.start(named("endless"));
        gate->started.acquire();
    }
    QVERIFY(gate->stopped.tryAcquire(1, 20'000));
}

void SessionLoaderTest::goingAwayLeavesALoadThatHangs() {
    struct Gate {
        QSemaphore started;
        QSemaphore mayGoOn;
        QSemaphore ended;
        std::atomic<bool> hasHung = false;
    };
    const auto gate = std::make_shared<Gate>();
    {
        SessionLoader loader([gate](SessionOptions options) {
            gate->started.release();
            gate->hasHung = !gate->mayGoOn.tryAcquire(1, 20'000); // whatever the stop token says
            options.catalog.progress({.files = 1, .cards = 1});
            gate->ended.release();
            return CheckSession::load(std::move(options));
        });
        loader.start(named("hanging"));
        gate->started.acquire();
    }
    gate->mayGoOn.release();
    QVERIFY(gate->ended.tryAcquire(1, 20'000)); // what it says is heard by nobody
    QVERIFY(!gate->hasHung);
}

QTEST_MAIN(SessionLoaderTest)
#include "session_loader_test.moc"
