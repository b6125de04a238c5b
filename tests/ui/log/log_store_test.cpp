// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/log/log_records.h"

#include "ui/log/mailbox_sink.h"
#include "ui/text/english_plurals.h"

#include <thread>

#include <spdlog/logger.h>

using namespace fairlead::ui;

/// Records on their way from the thread that logs to the window's, and what the limits cost.
class LogStoreTest : public QObject {
    Q_OBJECT

    EnglishPlurals m_plurals;

private slots:
    void initTestCase() { qApp->installTranslator(&m_plurals); }

    void recordsOfALoggerArriveInOrder() {
        auto mailbox = std::make_shared<LogMailbox>(100);
        LogStore store(mailbox);
        spdlog::logger logger("files", std::make_shared<MailboxSink>(mailbox));
        logger.set_level(spdlog::level::trace);
        logger.trace("seen");
        logger.debug("opened");
        logger.warn("cards.yaml is no UTF-8");
        logger.error("cannot save\nno space left\n  on the disk\n");
        logger.critical("ends");
        QTRY_COMPARE(store.count(), 5);
        QCOMPARE(store.record(0).level, LogLevel::Debug);
        QCOMPARE(store.record(2).text, QStringLiteral("cards.yaml is no UTF-8"));
        QCOMPARE(store.record(2).level, LogLevel::Warning);
        QCOMPARE(store.record(3).text, QStringLiteral("cannot save"));
        QCOMPARE(store.record(3).trace.size(), 2);
        QCOMPARE(store.record(3).trace.at(1).text, QStringLiteral("  on the disk"));
        QCOMPARE(store.record(4).level, LogLevel::Critical);
        QCOMPARE(store.record(4).origin, QStringLiteral("files"));
        QVERIFY(std::abs(store.record(4).time - QDateTime::currentMSecsSinceEpoch()) < 60'000);
        QCOMPARE(store.count(LogLevel::Warning), 3);
        QCOMPARE(store.origins(), QStringList{QStringLiteral("files")});
    }

    void theOldestGoAndAreCounted() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogStore store(mailbox, {10, 1'000'000});
        post(*mailbox, store, numbered(7));
        QSignalSpy dropping(&store, &LogStore::aboutToDrop);
        post(*mailbox, store, numbered(7));
        QCOMPARE(store.count(), 10);
        QCOMPARE(store.dropped(), quint64(4));
        QCOMPARE(store.first(), quint64(4));
        QCOMPARE(dropping.size(), 1);
        QCOMPARE(dropping.at(0).at(0).toULongLong(), quint64(4));
        QCOMPARE(store.record(4).text, QStringLiteral("4"));
        QCOMPARE(store.record(13).text, QStringLiteral("6"));
        QCOMPARE(store.count(LogLevel::Info), 14);
        store.setLimits({3, 1'000'000});
        QCOMPARE(store.count(), 3);
        QCOMPARE(store.dropped(), quint64(11));
        store.clear();
        QCOMPARE(store.count(), 0);
        QCOMPARE(store.dropped(), quint64(0));
        QCOMPARE(store.first(), store.end());
        QCOMPARE(store.count(LogLevel::Debug), 0);
    }

    void aFloodTakesNoWarningsAndErrorsWithIt() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogStore store(mailbox, {100, 1'000'000});
        LogRecord printed = record(LogLevel::Warning, QStringLiteral("printed"));
        printed.isPrinted = true;
        post(*mailbox, store, {record(LogLevel::Info, QStringLiteral("loading")), traced(), printed});
        QSignalSpy dropping(&store, &LogStore::aboutToDrop);
        post(*mailbox, store, numbered(1000));
        QCOMPARE(store.count(), 100);
        QCOMPARE(store.dropped(), quint64(903));
        QCOMPARE(store.first(), quint64(1));
        QCOMPARE(store.record(1).trace.size(), 4);
        QCOMPARE(store.from(2), quint64(904));
        QCOMPARE(store.record(904).text, QStringLiteral("901"));
        QCOMPARE(dropping.back().at(1).value<std::vector<quint64>>(), std::vector<quint64>{1});
        post(*mailbox, store, numbered(1000, LogLevel::Error)); // a tenth of these, the newest
        QCOMPARE(store.count(), 100);
        QCOMPARE(store.from(0), store.end() - 100);
        post(*mailbox, store, numbered(1000));
        QCOMPARE(store.record(store.first()).text, QStringLiteral("990"));
        QCOMPARE(store.count(), 100);
        store.clear();
        QCOMPARE(store.count(), 0);
        QCOMPARE(store.from(0), store.end());
    }

    void aFullMailboxKeepsWarningsAndErrors() {
        LogMailbox mailbox(100);
        mailbox.post(traced());
        mailbox.post(numbered(500));
        LogMailbox::Contents contents = mailbox.fetch(10);
        QCOMPARE(contents.dropped, quint64(401));
        QCOMPARE(contents.records.size(), std::size_t(10));
        QCOMPARE(contents.records[0].level, LogLevel::Error);
        QCOMPARE(contents.records[1].text, QStringLiteral("401"));
        QVERIFY(contents.isMore);
        contents = mailbox.fetch();
        QCOMPARE(contents.records.size(), std::size_t(90));
        QVERIFY(!contents.isMore);
    }

    void memoryIsALimitToo() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogStore store(mailbox, {1000, 100'000});
        const LogRecord big = record(LogLevel::Info, QString(10'000, u'x'));
        post(*mailbox, store, std::vector<LogRecord>(20, big));
        QCOMPARE(store.count(), static_cast<int>(100'000 / big.bytes()));
        LogMailbox small(1000, 100'000);
        small.post(std::vector<LogRecord>(20, big));
        const LogMailbox::Contents contents = small.fetch();
        QCOMPARE(contents.records.size(), static_cast<std::size_t>(100'000 / big.bytes()));
        QCOMPARE(contents.dropped + contents.records.size(), 20U);
    }

    void aFullMailboxLosesItsOldestAndSaysSo() {
        auto mailbox = std::make_shared<LogMailbox>(2);
        mailbox->post(numbered(5));
        LogStore store(mailbox);
        QTRY_COMPARE(store.count(), 3);
        QCOMPARE(store.record(0).text,
                 QStringLiteral("3 records came faster than they could be taken, and were dropped here."));
        QCOMPARE(store.record(0).level, LogLevel::Warning);
        QCOMPARE(store.record(1).text, QStringLiteral("3"));
        QCOMPARE(mailbox->fetch().records.size(), std::size_t(0));
    }

    void aMailboxGivesAPart() {
        LogMailbox mailbox(10);
        mailbox.post(numbered(5));
        LogMailbox::Contents contents = mailbox.fetch(2);
        QVERIFY(contents.isMore);
        QCOMPARE(contents.records.back().text, QStringLiteral("1"));
        contents = mailbox.fetch(3);
        QVERIFY(!contents.isMore);
        QCOMPARE(contents.records.front().text, QStringLiteral("2"));
    }

    void whatIsBelowTheLeastLevelIsNotKept() {
        auto mailbox = std::make_shared<LogMailbox>(100);
        LogStore store(mailbox);
        store.setLeastLevel(LogLevel::Warning);
        mailbox->post({record(LogLevel::Info, QStringLiteral("a")), record(LogLevel::Warning, QStringLiteral("b"))});
        QTRY_COMPARE(store.count(), 1);
        QCOMPARE(store.record(0).text, QStringLiteral("b"));
    }

    void originsAreSortedAndOfBoundedNumber() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogStore store(mailbox);
        std::vector<LogRecord> records;
        for (int number = 500; number > 0; --number)
            records.push_back(record(LogLevel::Info, {}, QStringLiteral("o%1").arg(number)));
        post(*mailbox, store, records);
        QCOMPARE(store.origins().size(), 200);
        QVERIFY(std::ranges::is_sorted(store.origins()));
    }

    void threadsMayLogAtOnce() {
        auto mailbox = std::make_shared<LogMailbox>(100'000);
        LogStore store(mailbox);
        spdlog::logger logger("files", std::make_shared<MailboxSink>(mailbox));
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&logger] {
                for (int line = 0; line < 1000; ++line)
                    logger.info("line {}", line);
            });
        threads.clear();
        QTRY_COMPARE(store.count(), 4000);
    }

    void aStoreThatIsGoneIsNotWoken() {
        auto mailbox = std::make_shared<LogMailbox>(10);
        { const LogStore store(mailbox); }
        mailbox->post(record(LogLevel::Info, QStringLiteral("late")));
        QCoreApplication::processEvents();
        QCOMPARE(mailbox->fetch().records.size(), std::size_t(1));
    }
};

QTEST_MAIN(LogStoreTest)
#include "log_store_test.moc"
