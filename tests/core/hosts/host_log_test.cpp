// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/host_log.h"

#include <QTest>

using namespace fairlead;

namespace {

QString text(const LogRecord& record) {
    return QString::fromStdString(std::string(to_string(record.origin)) + " " + record.extension + ": " + record.text);
}

QStringList lines_of(PrintedLines& lines, std::string_view bytes, std::size_t most = 100) {
    QStringList found;
    lines.take(bytes, most, [&](const std::string& line) { found += QString::fromStdString(line); });
    return found;
}

} // namespace

class HostLogTest : public QObject {
    Q_OBJECT

private slots:
    void piecesBecomeLines() {
        PrintedLines lines;
        QCOMPARE(lines_of(lines, "one\ntw"), QStringList("one"));
        QCOMPARE(lines_of(lines, "o\r\n\n"), (QStringList{"two", ""}));
        QCOMPARE(lines_of(lines, std::string_view("\x1b[1m\xff\0\n", 7)), QStringList(R"(\x1b[1m\xff\x00)"));
        QCOMPARE(lines_of(lines, "rest"), QStringList());
        QStringList rest;
        lines.flush([&](const std::string& line) { rest += QString::fromStdString(line); });
        QCOMPARE(rest, QStringList("rest"));
    }

    void longLineIsCut() {
        PrintedLines lines;
        QCOMPARE(lines_of(lines, std::string(LogRecord::longest_line, 'x')), QStringList());
        const QStringList found = lines_of(lines, std::string(1'000'000, 'y') + "\nnext\n");
        QCOMPARE(found, (QStringList{QString(qsizetype(LogRecord::longest_line), 'x') + "…", "next"}));
    }

    void linesBeyondTheLimitAreCounted() {
        PrintedLines lines;
        QStringList found;
        const auto sink = [&](const std::string& line) { found += QString::fromStdString(line); };
        QCOMPARE(lines.take("a\nb\nc\nd\ne", 2, sink), std::size_t(2));
        QCOMPARE(found, (QStringList{"a", "b"}));
        QCOMPARE(lines.take("nd\n", 1, sink), std::size_t(0)); // what follows is read as before
        QCOMPARE(found.back(), QString("end"));
    }

    void recordsAreKeptUpToTheLimitAndTheRestIsSaid() {
        HostLimits limits;
        limits.log_records = 3;
        limits.lines_of_extension = 4;
        int batches = 0;
        std::size_t given = 0;
        HostListener listener;
        listener.log = [&](std::span<const LogRecord> records) {
            ++batches;
            given += records.size();
        };
        HostLog log(limits, listener);
        log.set_printing("a");
        log.take_printed(LogOrigin::standard_output, "1\n2\n3\n");
        log.take_printed(LogOrigin::standard_error, "4\n5\n6\nhalf");
        QCOMPARE(log.printed(), std::size_t(16));
        QCOMPARE(QString::fromStdString(log.last_printed()), QString("1\n2\n3\n4\n5\n6\nhalf"));
        log.give_batch();
        log.set_printing("b");
        QCOMPARE(log.printed(), std::size_t(0));
        QCOMPARE(log.last_printed(), std::string());
        log.take_printed(LogOrigin::standard_error, "b's own\n");
        log.set_printing("b"); // it goes on
        QCOMPARE(log.printed(), std::size_t(8));
        QCOMPARE(log.last_printed(), std::string("b's own\n"));
        HostRun run;
        log.finish(run);
        QStringList kept;
        for (const LogRecord& record : run.log)
            kept += text(record);
        QCOMPARE(kept, (QStringList{"stderr a: half", "host a: 2 more lines were printed, and left out of the log.",
                                    "stderr b: b's own"}));
        QCOMPARE(run.dropped_records, std::size_t(4 + 2));
        QCOMPARE(given, std::size_t(7));
        QCOMPARE(batches, 2);
    }

    void tailIsBounded() {
        const HostLimits limits;
        const HostListener listener;
        HostLog log(limits, listener);
        for (int i = 0; i < 1000; ++i)
            log.take_printed(LogOrigin::standard_output, std::string(1000, char('a' + i % 26)));
        QCOMPARE(log.last_printed().size(), std::size_t(4096));
        QVERIFY(log.last_printed().ends_with(std::string(1000, char('a' + 999 % 26))));
    }
};

QTEST_APPLESS_MAIN(HostLogTest)
#include "host_log_test.moc"
