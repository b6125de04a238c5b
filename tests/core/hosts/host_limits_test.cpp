// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// How much of what extensions print, register and say is taken.
#include "host_lab.h"

#include <QTest>
#include <chrono>

using namespace fairlead;
using namespace fairlead::test;
using enum ExtensionOutcome;

class HostLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void manyLinesAreAllThereAndFloodsAreCounted() {
        HostLab lab(Extensions{{"many", "misbehaves:misbehaves::prints_many_lines"}});
        HostRun run = run_native_host(lab.options);
        QCOMPARE(run.snapshot.extensions[0].outcome, ExtensionOutcome::registered);
        QCOMPARE(run.log.size() + run.dropped_records, std::size_t(100'000));
        lab.options.limits.log_records = 1000;
        lab.options.limits.lines_of_extension = 5000;
        run = run_native_host(lab.options);
        QCOMPARE(run.log.size(), std::size_t(1000));
        QCOMPARE(text(run.log.back().text), "95000 more lines were printed, and left out of the log.");
        QCOMPARE(run.dropped_records, std::size_t(95'000 + 5001 - 1000));
    }

    void whatIsTooLongForAMessageIsLeftOutAndSaid() {
        const HostLab lab({{"cards", "brings_assets:lab::large"}, {"things", "registers:registers::long_keys"}});
        const HostRun run = run_native_host(lab.options);
        QVERIFY2(run.end == HostEnd::finished, run.error.c_str());
        QVERIFY2(run.notes.empty(), run.notes.empty() ? "" : run.notes[0].c_str());
        QCOMPARE(run.snapshot.sources.size(), std::size_t(1));
        QCOMPARE(run.snapshot.sources[0].name, std::string("lab:large"));
        QVERIFY(run.snapshot.sources[0].files.empty());
        QCOMPARE(log_of(run, "cards"), QStringList("host: The file lab:large of the card source lab:large is too long "
                                                   "for a message of the host, and is left out."));
        QCOMPARE(run.snapshot.extensions[1].outcome, ExtensionOutcome::registered);
        QVERIFY(run.snapshot.extensions[1].registered.empty());
        QCOMPARE(log_of(run, "things"), QStringList("host: What things has registered, lacks and has thrown is too "
                                                    "long for a message of the host, and is left out."));
        for (const LogRecord& record : run.log)
            QVERIFY(record.time > std::chrono::system_clock::time_point(std::chrono::years(50)));
    }

    void tooManyMessagesAreTheHostsOwn() {
        HostLab lab(between_good_ones("misbehaves:misbehaves::floods_the_messages"));
        lab.options.limits.protocol = std::size_t{1} << 20;
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::failed);
        QCOMPARE(text(run.error), "The host said more than it should and was ended.");
        QCOMPARE(run.starts, 1);
        QCOMPARE(run.snapshot.extensions[1].outcome, calling);
    }
};

QTEST_GUILESS_MAIN(HostLimitsTest)
#include "host_limits_test.moc"
