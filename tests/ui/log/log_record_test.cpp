// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/log/log_records.h"

#include "ui/log/host_records.h"
#include "ui/log/log_text.h"
#include "ui/text/english_plurals.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <ctime>

using namespace fairlead::ui;

/// What a record says of itself, how much it may hold, and how it is written.
class LogRecordTest : public QObject {
    Q_OBJECT

    EnglishPlurals m_plurals;

private slots:
    void initTestCase() {
        qputenv("TZ", "Asia/Kolkata"); // UTC+05:30
        ::tzset();
        qApp->installTranslator(&m_plurals);
    }

    void timesAreInThePersonsZone() {
        QCOMPARE(timeText(0), QStringLiteral("05:30:00.000"));
        QCOMPARE(timeText(86'399'482), QStringLiteral("05:29:59.482"));
    }

    void whatWasThrownIsSeenLineByLine() {
        fairlead::ExtensionReport report;
        report.errors = {{"E", "one \x1b[31m\ntwo", "", {{"f", "/lab/setup.cpp", 3, "g();", "", true}}}};
        const fairlead::LogRecord failure{.origin = fairlead::LogOrigin::fairseq2,
                                          .text = "lab:setup extension failed.\nE: one"};
        const LogRecord made = recordOf(failure, &report);
        using Kind = LogTraceLine::Kind;
        QCOMPARE(made.trace.size(), 3);
        QCOMPARE(made.trace[0].kind, Kind::Exception);
        QCOMPARE(made.trace[0].text, QStringLiteral("E: one \\x1b[31m"));
        QCOMPARE(made.trace[1].kind, Kind::Text);
        QCOMPARE(made.trace[1].text, QStringLiteral("two"));
        QCOMPARE(made.trace[2].kind, Kind::Frame);
    }

    void aPlaceIsAFileWithItsFolder_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("place");
        QTest::newRow("absolute") << QStringLiteral("/home/a/lab/setup.py") << 33 << QStringLiteral("lab/setup.py:33");
        QTest::newRow("one folder") << QStringLiteral("/setup.py") << 1 << QStringLiteral("/setup.py:1");
        QTest::newRow("no folder") << QStringLiteral("setup.py") << 7 << QStringLiteral("setup.py:7");
        QTest::newRow("no line") << QStringLiteral("lab/setup.so") << 0 << QStringLiteral("lab/setup.so");
        QTest::newRow("no file") << QString() << 3 << QString();
    }
    void aPlaceIsAFileWithItsFolder() {
        QFETCH(QString, file);
        QFETCH(int, line);
        QFETCH(QString, place);
        QCOMPARE((LogTraceLine{LogTraceLine::Kind::Frame, line, {}, file, {}}).placeText(), place);
    }

    void textHoldsTheTrace() {
        QCOMPARE(traced().toText(),
                 QStringLiteral("05:30:01.000  Error  lab_models  lab_models.setup:register extension failed.\n"
                                "    KeyError: 'x'\n"
                                "        /lab/lab_models/setup.py:33 in _families   register_model_family(\n"
                                "    LabSetupError: no families\n"
                                "        /lab/lab_models/setup.py:43 in register   raise LabSetupError(…) from ex"));
        LogRecord printed = record(LogLevel::Info, QStringLiteral("hello"));
        printed.isPrinted = true;
        QCOMPARE(printed.toText(), QStringLiteral("05:30:01.000  Info  checks  printed: hello"));
    }

    void aFoldedTraceIsSummedUp() {
        QCOMPARE(traced().summary(), QStringLiteral("KeyError: 'x' · 2 frames"));
        LogRecord lines = record(LogLevel::Info, QStringLiteral("a"));
        QCOMPARE(lines.summary(), QString());
        lines.trace = {{LogTraceLine::Kind::Text, 0, QStringLiteral("b")}};
        QCOMPARE(lines.summary(), QStringLiteral("1 more line"));
    }

    void whateverComesIsBounded() {
        LogRecord huge = record(LogLevel::Info, QString(1'000'000, u'x'), QString(5'000, u'o'));
        for (int line = 0; line < 5'000; ++line)
            huge.trace.append({LogTraceLine::Kind::Frame, 1, QString(20'000, u'y'), QString(20'000, u'z'), {}});
        huge.bound();
        QCOMPARE(huge.text.size(), 64 * 1024 + 1);
        QVERIFY(huge.text.endsWith(u'…'));
        QCOMPARE(huge.origin.size(), 201);
        QCOMPARE(huge.trace.size(), 1'001);
        QCOMPARE(huge.trace.last().text, QStringLiteral("… 4000 more lines"));
        QCOMPARE(huge.trace.first().text.size(), 8 * 1024 + 1);
        QVERIFY(huge.bytes() < 40'000'000);
    }

    void aLogIsWrittenWithDates() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.log"));
        QCOMPARE(saveLog({{record(LogLevel::Info, QStringLiteral("grüß"))}, {traced(), 1}}, path), QString());
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()),
                 QStringLiteral("1970-01-01 UTC+05:30  05:30:01.000  Info  checks  grüß\n"
                                "1970-01-01 UTC+05:30  /lab/lab_models/setup.py:33 in _families   "
                                "register_model_family(\n"));
        QVERIFY(!saveLog({}, folder.filePath(QStringLiteral("no/such/a.log"))).isEmpty());
    }
};

QTEST_MAIN(LogRecordTest)
#include "log_record_test.moc"
