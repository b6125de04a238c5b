// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_filter.h"
#include "ui/log/log_mailbox.h"
#include "ui/log/log_model.h"
#include "ui/log/log_panel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <spdlog/logger.h>

#include <thread>
#include <vector>

using namespace fairlead::ui;

namespace {

LogRecord record(LogLevel level, const QString& text) { return {1'000, level, QStringLiteral("check"), text}; }

void post(LogMailbox& mailbox, LogModel& model, std::vector<LogRecord> records) {
    QSignalSpy changed(&model, &LogModel::changed);
    for (LogRecord& one : records) {
        mailbox.post(std::move(one));
    }
    QVERIFY(changed.wait());
}

} // namespace

class LogTest : public QObject {
    Q_OBJECT

private slots:
    void recordsOfALoggerArriveInOrder() {
        auto mailbox = std::make_shared<LogMailbox>(100);
        LogModel model(mailbox);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        spdlog::logger logger("files", std::make_shared<MailboxSink>(mailbox));
        logger.set_level(spdlog::level::debug);
        QSignalSpy changed(&model, &LogModel::changed);
        logger.debug("opened");
        logger.warn("cards.yaml is no UTF-8");
        logger.error("cannot save");
        QVERIFY(changed.wait());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1, LogModel::Text).data().toString(), QStringLiteral("cards.yaml is no UTF-8"));
        QCOMPARE(model.index(1, LogModel::Level).data().toString(), QStringLiteral("Warning"));
        QCOMPARE(model.index(2, LogModel::Origin).data().toString(), QStringLiteral("files"));
        QCOMPARE(model.count(LogLevel::Warning), 2);
    }

    void theOldestGoAndAreCounted() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogModel model(mailbox, 10);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<LogRecord> records;
        for (int index = 0; index < 7; ++index) {
            records.push_back(record(LogLevel::Info, QString::number(index)));
        }
        post(*mailbox, model, records);
        post(*mailbox, model, records);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.dropped(), quint64(4));
        QCOMPARE(model.record(0).text, QStringLiteral("4"));
        QCOMPARE(model.record(9).text, QStringLiteral("6"));
    }

    void aFullMailboxLosesItsOldest() {
        LogMailbox mailbox(2);
        for (int index = 0; index < 5; ++index) {
            mailbox.post(record(LogLevel::Info, QString::number(index)));
        }
        const LogMailbox::Contents contents = mailbox.fetch();
        QCOMPARE(contents.dropped, quint64(3));
        QCOMPARE(contents.records.front().text, QStringLiteral("3"));
        QCOMPARE(mailbox.fetch().records.size(), std::size_t(0));
    }

    void threadsMayLogAtOnce() {
        auto mailbox = std::make_shared<LogMailbox>(100'000);
        LogModel model(mailbox);
        auto sink = std::make_shared<MailboxSink>(mailbox);
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([sink] {
                spdlog::logger logger("worker", sink);
                for (int index = 0; index < 500; ++index) {
                    logger.info("{}", index);
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QTRY_COMPARE(model.rowCount(), 2000);
    }

    void aModelThatIsGoneIsNotWoken() {
        auto mailbox = std::make_shared<LogMailbox>(10);
        { LogModel model(mailbox); }
        mailbox->post(record(LogLevel::Info, QStringLiteral("late")));
        QCoreApplication::processEvents();
        QCOMPARE(mailbox->fetch().records.size(), std::size_t(1));
    }

    void filterTakesLevelAndText_data() {
        QTest::addColumn<LogLevel>("least");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("all") << LogLevel::Debug << QString() << QStringList{"Alpha", "beta", "gamma"};
        QTest::newRow("warnings") << LogLevel::Warning << QString() << QStringList{"beta", "gamma"};
        QTest::newRow("text of any case") << LogLevel::Debug << QStringLiteral("ALP") << QStringList{"Alpha"};
        QTest::newRow("both") << LogLevel::Error << QStringLiteral("beta") << QStringList{};
        QTest::newRow("origin") << LogLevel::Debug << QStringLiteral("chec") << QStringList{"Alpha", "beta", "gamma"};
    }
    void filterTakesLevelAndText() {
        QFETCH(LogLevel, least);
        QFETCH(QString, text);
        QFETCH(QStringList, shown);
        auto mailbox = std::make_shared<LogMailbox>(10);
        LogModel model(mailbox);
        post(*mailbox, model,
             {record(LogLevel::Info, QStringLiteral("Alpha")), record(LogLevel::Warning, QStringLiteral("beta")),
              record(LogLevel::Error, QStringLiteral("gamma"))});
        LogFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setLeastLevel(least);
        filter.setText(text);
        QStringList texts;
        for (int row = 0; row < filter.rowCount(); ++row) {
            texts << filter.index(row, LogModel::Text).data().toString();
        }
        QCOMPARE(texts, shown);
    }

    void panelFollowsUntilScrolledUp() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogModel model(mailbox);
        const Theme theme;
        LogPanel panel(model, theme);
        panel.resize(600, 200);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        std::vector<LogRecord> records(100, record(LogLevel::Info, QStringLiteral("read")));
        post(*mailbox, model, records);
        QScrollBar* bar = panel.findChild<QTreeView*>()->verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        QVERIFY(bar->maximum() > 0);
        bar->setValue(0);
        QVERIFY(!panel.isFollowing());
        post(*mailbox, model, records);
        QCOMPARE(bar->value(), 0);
        panel.findChild<QCheckBox*>()->click();
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void panelFiltersCopiesAndClears() {
        auto mailbox = std::make_shared<LogMailbox>(1000);
        LogModel model(mailbox);
        const Theme theme;
        LogPanel panel(model, theme);
        panel.show();
        post(*mailbox, model,
             {record(LogLevel::Info, QStringLiteral("read 3 files")),
              record(LogLevel::Error, QStringLiteral("cannot save"))});
        QTest::keyClicks(panel.findChild<QLineEdit*>(), QStringLiteral("save"));
        auto* view = panel.findChild<QTreeView*>();
        QCOMPARE(view->model()->rowCount(), 1);
        view->setFocus();
        view->selectAll();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("Error  check  cannot save\n")),
                 qPrintable(QGuiApplication::clipboard()->text()));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!view->isVisible());
    }
};

QTEST_MAIN(LogTest)
#include "log_test.moc"
