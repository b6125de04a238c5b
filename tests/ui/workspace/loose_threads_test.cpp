// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/loose_threads.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

using namespace fairlead::ui;
using namespace std::chrono_literals;

/// Threads that tell their owner what they find, and are left to themselves when it goes.
class LooseThreadsTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsSaidComesOnTheOwnersThread() {
        QObject owner;
        LooseThreads threads(owner);
        const QThread* heardOn = nullptr;
        int runningAtEnd = -1;
        threads.start(
            [line = threads.line(), &heardOn] { line.post([&heardOn] { heardOn = QThread::currentThread(); }); },
            [&] { runningAtEnd = threads.running(); });
        QTRY_COMPARE(runningAtEnd, 0);
        QCOMPARE(heardOn, QThread::currentThread());
    }

    void whatIsAboutToEndIsWaitedFor() {
        std::atomic<bool> hasEnded = false;
        QSemaphore mayEnd;
        QObject owner;
        {
            LooseThreads threads(owner, 20s);
            threads.start([&] {
                mayEnd.acquire();
                hasEnded = true;
            });
            QCOMPARE(threads.running(), 1);
            mayEnd.release();
        }
        QVERIFY(hasEnded);
    }

    void whatHangsIsLeftAndHeardByNobody() {
        struct Gate {
            QSemaphore mayGoOn;
            QSemaphore ended;
            std::atomic<bool> hasHung = false;
            std::atomic<bool> isHeard = false;
        };
        const auto gate = std::make_shared<Gate>();
        QObject owner; // outlives the threads' holder: what is said then is dropped all the same
        {
            LooseThreads threads(owner, 1ms);
            threads.start([gate, line = threads.line()] {
                gate->hasHung = !gate->mayGoOn.tryAcquire(1, 20'000);
                line.post([gate] { gate->isHeard = true; });
                gate->ended.release();
            });
        }
        gate->mayGoOn.release();
        QVERIFY(gate->ended.tryAcquire(1, 20'000));
        QCoreApplication::processEvents();
        QVERIFY(!gate->hasHung);
        QVERIFY(!gate->isHeard);
    }
};

QTEST_MAIN(LooseThreadsTest)
#include "loose_threads_test.moc"
