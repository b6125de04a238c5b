// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/log/log_records.h"

#include "ui/log/log_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace fairlead::ui;
using Kind = LogModel::RowKind;

/// The rows that a person sees of a store.
class LogModelTest : public QObject {
    Q_OBJECT

    std::shared_ptr<LogMailbox> m_mailbox;
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void make(const LogLimits& limits = {}) {
        m_tester.reset();
        m_model.reset();
        m_mailbox = std::make_shared<LogMailbox>(100'000);
        m_store = std::make_unique<LogStore>(m_mailbox, limits);
        m_model = std::make_unique<LogModel>(*m_store);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    [[nodiscard]] QStringList texts() const {
        QStringList texts;
        for (int row = 0; row < m_model->rowCount(); ++row)
            texts << m_model->index(row, LogModel::Text).data().toString();
        return texts;
    }
    void add(std::vector<LogRecord> records) { post(*m_mailbox, *m_store, std::move(records)); }

private slots:
    void init() { make(); }
    void cleanup() {
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void columnsAreTimeLevelOriginAndText() {
        add({record(LogLevel::Warning, QStringLiteral("a"))});
        QCOMPARE(m_model->index(0, LogModel::Time).data().toString(), timeText(1'000));
        QCOMPARE(m_model->index(0, LogModel::Level).data().toString(), QStringLiteral("Warning"));
        QCOMPARE(m_model->index(0, LogModel::Origin).data().toString(), QStringLiteral("checks"));
        QCOMPARE(m_model->index(0, LogModel::Text).data().toString(), QStringLiteral("a"));
    }

    void recordsUnfold() {
        add({record(LogLevel::Info, QStringLiteral("a")), traced(), record(LogLevel::Info, QStringLiteral("z"))});
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(!m_model->isFoldable(0));
        QVERIFY(m_model->isFoldable(1));
        m_model->setUnfolded(0, true);
        QCOMPARE(m_model->rowCount(), 3);
        m_model->setUnfolded(1, true);
        QCOMPARE(texts(), (QStringList{QStringLiteral("a"), traced().text, QStringLiteral("KeyError: 'x'"),
                                       traced().trace[1].toText(), QStringLiteral("LabSetupError: no families"),
                                       traced().trace[3].toText(), QStringLiteral("z")}));
        QCOMPARE(m_model->kind(3), Kind::TraceLine);
        QCOMPARE(m_model->traceLine(3).line, 33);
        QCOMPARE(m_model->shownCount(), 3);
        m_model->setUnfolded(1, false);
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(!m_model->isUnfolded(1));
    }

    void allUnfoldThoseToComeToo() {
        add({traced(), traced()});
        m_model->setAllUnfolded(true);
        QCOMPARE(m_model->rowCount(), 10);
        m_model->setUnfolded(0, false);
        QCOMPARE(m_model->rowCount(), 6);
        add({traced()});
        QCOMPARE(m_model->rowCount(), 11);
        m_model->setAllUnfolded(false);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void aWishIsMetAndABadOneIsNot() {
        add({record(LogLevel::Info, QStringLiteral("Alpha")), record(LogLevel::Warning, QStringLiteral("beta")),
             record(LogLevel::Debug, QStringLiteral("gamma"))});
        QCOMPARE(texts(), (QStringList{QStringLiteral("Alpha"), QStringLiteral("beta")})); // info and above
        QVERIFY(m_model->setWish({LogLevel::Debug, {}, QStringLiteral("^.a"), true}));
        QCOMPARE(texts(), QStringList{QStringLiteral("gamma")});
        QString fault;
        QVERIFY(!m_model->setWish({LogLevel::Debug, {}, QStringLiteral("("), true}, &fault));
        QCOMPARE(fault, QStringLiteral("missing closing parenthesis, at 2"));
        QCOMPARE(texts(), QStringList{QStringLiteral("gamma")});
        QCOMPARE(m_model->wish().text, QStringLiteral("^.a"));
        add({record(LogLevel::Info, QStringLiteral("baba"))});
        QCOMPARE(texts(), (QStringList{QStringLiteral("gamma"), QStringLiteral("baba")}));
    }

    void aWishThatIsTooHardIsGivenUp() {
        add({record(LogLevel::Info, QString(3'000, u'a') + u'!')});
        QSignalSpy givenUp(m_model.get(), &LogModel::wishGivenUp);
        m_model->setWish({LogLevel::Debug, {}, QStringLiteral("(a|aa)+$"), true});
        QTRY_COMPARE(givenUp.size(), 1);
        QCOMPARE(m_model->wish().text, QString());
        QCOMPARE(m_model->rowCount(), 1);
    }

    void whatWasDroppedIsSaidInARow() {
        make({5, 1'000'000});
        add({traced(), record(LogLevel::Info, QStringLiteral("a"))});
        m_model->setUnfolded(0, true);
        QCOMPARE(m_model->rowCount(), 6);
        add(numbered(4));
        QCOMPARE(texts().mid(1), (QStringList{QStringLiteral("a"), QStringLiteral("0"), QStringLiteral("1"),
                                              QStringLiteral("2"), QStringLiteral("3")}));
        QCOMPARE(m_model->kind(0), Kind::Dropped);
        QVERIFY2(
            texts().front().startsWith(QStringLiteral("1 older records were dropped: the log keeps 5, of at most ")),
            qPrintable(texts().front()));
        QCOMPARE(m_model->rowOf(m_model->number(1)), 1);
        m_store->clear();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void aTraceThatOneReadsStaysInAFlood() {
        make({50, 1'000'000});
        std::vector<LogRecord> before = numbered(3);
        before.push_back(traced());
        add(before);
        m_model->setUnfolded(3, true);
        const QPersistentModelIndex read = m_model->index(5, LogModel::Text);
        const QString line = read.data().toString();
        add(numbered(200));
        QVERIFY(read.isValid()); // so the cursor stays on it
        QCOMPARE(read.data().toString(), line);
        QCOMPARE(read.row(), 3); // behind what was dropped, and the record
        QCOMPARE(m_model->kind(0), Kind::Dropped);
        QCOMPARE(m_model->record(1).level, LogLevel::Error);
        QVERIFY(m_model->isUnfolded(1));
        QCOMPARE(m_model->shownCount(), 50);
    }

    void manyThatStayBetweenThoseThatGoKeepTheirOrder() {
        make({100, 1'000'000});
        std::vector<LogRecord> mixed;
        for (int number = 0; number < 300; ++number)
            mixed.push_back(record(number % 5 == 0 ? LogLevel::Warning : LogLevel::Info, QString::number(number)));
        for (std::size_t first = 0; first < mixed.size(); first += 60)
            add({mixed.begin() + static_cast<std::ptrdiff_t>(first),
                 mixed.begin() + static_cast<std::ptrdiff_t>(first) + 60});
        QStringList expected; // the last ten warnings that had to go, and what fits behind them
        for (int number = 160; number < 210; number += 5)
            expected << QString::number(number);
        for (int number = 210; number < 300; ++number)
            expected << QString::number(number);
        QCOMPARE(texts().mid(1), expected);
    }

    void piecesHoldEachLineOnce() {
        add({traced(), record(LogLevel::Info, QStringLiteral("a")), traced()});
        m_model->setAllUnfolded(true);
        QCOMPARE(m_model->pieces().size(), 3U);
        QCOMPARE(m_model->pieces(0, 4).size(), 1U); // the first, with its lines
        const LogPieces lines = m_model->pieces(2, 5);
        QCOMPARE(lines.size(), 4U); // three lines, and "a"
        QCOMPARE(lines[0].line, 1);
        QCOMPARE(lines[3].record.text, QStringLiteral("a"));
    }

    // Whatever comes, goes, is folded or asked for: the rows are what a look at all records would give.
    void anyHistoryGivesTheSameRows() {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        make({60, 10'000'000});
        LogWish wish;
        for (int step = 0; step < 300; ++step) {
            switch (random.bounded(6)) {
            case 0: {
                wish = {static_cast<LogLevel>(random.bounded(4)),
                        {},
                        random.bounded(2) ? QStringLiteral("1") : QString(),
                        random.bounded(2) == 1};
                QVERIFY(m_model->setWish(wish));
                break;
            }
            case 1:
                if (m_model->rowCount() > 0)
                    m_model->setUnfolded(random.bounded(m_model->rowCount()), random.bounded(2) == 1);
                break;
            case 2:
                if (random.bounded(8) == 0)
                    m_model->setAllUnfolded(random.bounded(2) == 1);
                break;
            case 3:
                if (random.bounded(20) == 0)
                    m_store->clear();
                break;
            default: {
                std::vector<LogRecord> some = numbered(random.bounded(15), static_cast<LogLevel>(random.bounded(4)));
                some.push_back(traced());
                add(std::move(some));
            }
            }
            std::vector<quint64> expected;
            for (quint64 number = m_store->first(); number < m_store->end(); number = m_store->from(number + 1))
                if (LogMatcher(m_model->wish()).ask(m_store->record(number)) == LogMatcher::Answer::Yes)
                    expected.push_back(number);
            std::vector<quint64> found;
            for (int row = 0; row < m_model->rowCount(); ++row) {
                if (m_model->kind(row) != Kind::Record)
                    continue;
                found.push_back(m_model->number(row));
                const bool hasLine = row + 1 < m_model->rowCount() && m_model->kind(row + 1) == Kind::TraceLine;
                QVERIFY2(m_model->isUnfolded(row) == hasLine, qPrintable(QString::number(seed)));
            }
            QVERIFY2(found == expected, qPrintable(QString::number(seed)));
            QCOMPARE(m_model->shownCount(), static_cast<int>(expected.size()));
        }
    }
};

QTEST_MAIN(LogModelTest)
#include "log_model_test.moc"
