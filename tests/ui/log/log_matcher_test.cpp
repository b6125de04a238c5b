// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/log/log_records.h"

#include "ui/log/log_matcher.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

using namespace fairlead::ui;
using Answer = LogMatcher::Answer;

namespace {

/// How long `ask` takes at best: what else the machine does takes time too.
template <typename Ask>
qint64 milliseconds(const Ask& ask) {
    qint64 best = std::numeric_limits<qint64>::max();
    for (int time = 0; time < 3; ++time) {
        QElapsedTimer clock;
        clock.start();
        ask();
        best = std::min(best, clock.elapsed());
    }
    return best;
}

} // namespace

/// Which records are asked for.
class LogMatcherTest : public QObject {
    Q_OBJECT

private slots:
    void asksForLevelOriginAndText_data() {
        QTest::addColumn<LogWish>("wish");
        QTest::addColumn<bool>("isWanted"); // the record of `traced`
        const auto row = [](const char* name, const LogWish& wish, bool isWanted) {
            QTest::newRow(name) << wish << isWanted;
        };
        const QString any;
        row("anything", {LogLevel::Debug, any, any, false}, true);
        row("its level", {LogLevel::Error, any, any, false}, true);
        row("a higher level", {LogLevel::Critical, any, any, false}, false);
        row("its origin", {LogLevel::Info, QStringLiteral("lab_models"), any, false}, true);
        row("another origin", {LogLevel::Info, QStringLiteral("lab"), any, false}, false);
        row("text of another case", {LogLevel::Info, any, QStringLiteral("EXTENSION f"), false}, true);
        row("text that is an expression", {LogLevel::Info, any, QStringLiteral("ext.*failed"), false}, false);
        row("an expression", {LogLevel::Info, any, QStringLiteral("EXT.*failed\\.$"), true}, true);
        row("an expression without a match", {LogLevel::Info, any, QStringLiteral("^failed"), true}, false);
        row("text of the origin", {LogLevel::Info, any, QStringLiteral("models"), false}, true);
        row("text of an exception", {LogLevel::Info, any, QStringLiteral("keyerror: 'x'"), false}, true);
        row("text of a file", {LogLevel::Info, any, QStringLiteral("setup.py"), false}, true);
        row("text of a function", {LogLevel::Info, any, QStringLiteral("_families"), false}, true);
        row("text of nothing", {LogLevel::Info, any, QStringLiteral("remote"), false}, false);
    }
    void asksForLevelOriginAndText() {
        QFETCH(LogWish, wish);
        QFETCH(bool, isWanted);
        const LogMatcher matcher(wish);
        QCOMPARE(matcher.fault(), QString());
        QCOMPARE(matcher.ask(traced()), isWanted ? Answer::Yes : Answer::No);
    }

    void aBadExpressionSaysWhereAndWhy_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("open group") << QStringLiteral("ab(c") << QStringLiteral("missing closing parenthesis, at 5");
        QTest::newRow("open class") << QStringLiteral("[a")
                                    << QStringLiteral("missing terminating ] for character class, at 3");
        QTest::newRow("star at the start")
            << QStringLiteral("*") << QStringLiteral("quantifier does not follow a repeatable item, at 1");
    }
    void aBadExpressionSaysWhereAndWhy() {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        QCOMPARE(LogMatcher({LogLevel::Debug, {}, text, true}).fault(), fault);
        QCOMPARE(LogMatcher({LogLevel::Debug, {}, text, false}).fault(), QString());
    }

    void anEndlessExpressionGivesUp_data() {
        QTest::addColumn<QString>("expression");
        for (const char* one : {"(a+)+$", "(a|aa)+$", "(.*)*b", "(?:a*)*z", ".*.*.*.*.*b", "(a?){40}b", "(a*a*)*b"})
            QTest::newRow(one) << QString::fromLatin1(one);
    }
    void anEndlessExpressionGivesUp() {
        QFETCH(QString, expression);
        const LogMatcher matcher({LogLevel::Debug, {}, expression, true});
        QCOMPARE(matcher.fault(), QString());
        const LogRecord hard = record(LogLevel::Info, QString(4'000, u'a') + QString(60'000, u'!'));
        (void)matcher.ask(record(LogLevel::Info, QStringLiteral("warm")));
        const qint64 took = milliseconds([&] { QVERIFY(matcher.ask(hard) != Answer::Yes); });
        QVERIFY2(took < 50, qPrintable(QString::number(took)));
    }

    // Each place takes nearly all of the steps that it may, and each line has as many places as are searched.
    void manyHardPlacesAndLinesGiveUpToo_data() {
        QTest::addColumn<QString>("expression");
        for (const char* one : {"(a?){9}[yz]", "(a?){11}[yz]", "(a?){13}[yz]", "(a|a){12}[yz]", "a{0,500}[yz]",
                                "a{0,30}a{0,30}[yz]", "a{0,70}a{0,70}[yz]", "a{0,20}a{0,20}a{0,20}[yz]"})
            QTest::newRow(one) << QString::fromLatin1(one);
    }
    void manyHardPlacesAndLinesGiveUpToo() {
        QFETCH(QString, expression);
        const LogMatcher matcher({LogLevel::Debug, {}, expression, true});
        QCOMPARE(matcher.fault(), QString());
        LogRecord hard = record(LogLevel::Info, QString(4'096, u'a'));
        const LogTraceLine line{LogTraceLine::Kind::Frame, 1, hard.text, hard.text, hard.text};
        hard.trace.fill(line, 1'001);
        (void)matcher.ask(record(LogLevel::Info, QStringLiteral("warm")));
        const qint64 took = milliseconds([&] { QCOMPARE(matcher.ask(hard), Answer::TooHard); });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }

    void aPlaceThatTakesManyStepsIsStillFound() {
        const LogMatcher matcher({LogLevel::Debug, {}, QStringLiteral("x(a?){11}(c|b)"), true});
        const QString pair = QString::fromUtf8("\xF0\x9F\x98\x80"); // two units, one character
        const QString before = pair + QString(200, u'x') + QString(11, u'a') + QString(8, u'-');
        QCOMPARE(matcher.ask(record(LogLevel::Info, before + pair)), Answer::No);
        QCOMPARE(matcher.ask(record(LogLevel::Info, before + QStringLiteral("xaaaaaaaaaaab"))), Answer::Yes);
    }
};

QTEST_MAIN(LogMatcherTest)
#include "log_matcher_test.moc"
