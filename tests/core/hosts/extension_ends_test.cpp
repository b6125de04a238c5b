// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Extensions that end the host's process: each gets a state, and the others are loaded all the same.
#include "host_lab.h"

#include <QTest>
#include <algorithm>
#include <chrono>
#include <csignal>

using namespace fairlead;
using namespace fairlead::test;
using namespace std::chrono_literals;
using enum ExtensionOutcome;

class ExtensionEndsTest : public QObject {
    Q_OBJECT

private slots:
    void crashOfAConfigIsItsExtensions() {
        const HostLab lab(
            Extensions{{"first", "registers:registers::two"}, {"odd", "brings_families:lab::crashing_arch"}});
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::finished);
        QCOMPARE(run.snapshot.extensions[0].outcome, ExtensionOutcome::registered);
        QCOMPARE(run.snapshot.extensions[1].outcome, crashed);
        QCOMPARE(things_of(run.snapshot.extensions[1]).size(), 6);
        QVERIFY(run.snapshot.families.empty());
    }

    void crashTellsWhereItWas() {
        const HostLab lab(Extensions{{"odd", "misbehaves:misbehaves::crashes"}});
        const HostRun run = run_native_host(lab.options);
        const ExtensionReport& report = run.snapshot.extensions[0];
        QCOMPARE(report.errors.size(), std::size_t(1));
        QCOMPARE(report.errors[0].type, std::string("SIGSEGV"));
        QCOMPARE(top_place(report), place("misbehaves.cpp", "crashes"));
    }

    void extensionThatEndsItsProcessGetsAStateAndTheOthersToo_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("end"); // exit code or signal
        QTest::addColumn<QStringList>("stays");
        QTest::addColumn<QString>("top");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QString& value, ExtensionOutcome outcome, const QString& end,
                            const QString& said, const QStringList& stays = {}, const QString& top = {}) {
            QTest::newRow(name) << value << int(outcome) << end << stays << top << said;
        };
        const QStringList thing{"object Thing"};
        row("crashes", "misbehaves:misbehaves::crashes", crashed, "SIGSEGV", "crashed (SIGSEGV) while its code ran");
        row("aborts", "misbehaves:misbehaves::aborts", crashed, "SIGABRT", "crashed (SIGABRT) while its code ran");
        row("crashes while it is opened", "crashes_when_opened:opened::setup", crashed, "SIGSEGV",
            "crashed (SIGSEGV) while it was imported");
        row("exits", "misbehaves:misbehaves::exits", exited, "3",
            "ended the process with exit code 3 while its code ran", thing);
        row("exits at once", "misbehaves:misbehaves::exits_at_once", exited, "0",
            "ended the process with exit code 0 while its code ran");
        row("exits while it is opened", "exits_when_opened:opened::setup", exited, "4",
            "ended the process with exit code 4 while it was imported");
        row("spins", "misbehaves:misbehaves::spins", timed_out, "", "did not come back within 2 s and was ended");
        row("floods", "misbehaves:misbehaves::floods", flooded, "", "printed more than 4 MiB and was ended");
        row("floods with line ends", "misbehaves:misbehaves::floods_with_line_ends", flooded, "",
            "printed more than 4 MiB and was ended");
        row("throws in a thread", "misbehaves:misbehaves::thread_throws", crashed, "SIGABRT",
            "crashed (SIGABRT) while its code ran", thing, place("misbehaves.cpp", "thread_throws"));
        row("throws in a thread after its setup", "misbehaves:misbehaves::thread_throws_after", crashed, "SIGABRT",
            "crashed (SIGABRT) while its code ran", thing, place("misbehaves.cpp", "thread_throws_after"));
        row("registers twice in a thread", "misbehaves:misbehaves::thread_registers_twice", crashed, "SIGABRT",
            "crashed (SIGABRT) while its code ran", thing, place("misbehaves.cpp", "thread_registers_twice"));
        row("throws through noexcept", "misbehaves:misbehaves::noexcept_throws", crashed, "SIGABRT",
            "crashed (SIGABRT) while its code ran", thing, place("misbehaves.cpp", "noexcept_throws"));
        row("crashes in a thread after its setup", "misbehaves:misbehaves::thread_crashes_after", crashed, "SIGBUS",
            "crashed (SIGBUS) while its code ran");
        row("kills the guard", "misbehaves:misbehaves::kills_its_guard", crashed, "SIGKILL",
            "crashed (SIGKILL) while its code ran");
        row("ends its thread", "misbehaves:misbehaves::ends_its_thread", exited, "0",
            "ended the process with exit code 0 while its code ran");
    }
    void extensionThatEndsItsProcessGetsAStateAndTheOthersToo() {
        QFETCH(QString, value);
        QFETCH(int, outcome);
        QFETCH(QString, end);
        QFETCH(QStringList, stays);
        QFETCH(QString, top);
        QFETCH(QString, said);
        HostLab lab(between_good_ones(value.toStdString()));
        if (ExtensionOutcome(outcome) == timed_out)
            lab.options.limits.step = 2s;
        lab.options.limits.output = std::size_t{4} << 20;
        const HostRun run = run_native_host(lab.options);
        QVERIFY2(run.end == HostEnd::finished, run.error.c_str());
        QVERIFY2(run.notes.empty(), run.notes.empty() ? "" : run.notes[0].c_str());
        QCOMPARE(run.starts, 2);
        const auto& reports = run.snapshot.extensions;
        QCOMPARE(reports.size(), std::size_t(3));
        QCOMPARE(reports[0].outcome, ExtensionOutcome::registered);
        QCOMPARE(reports[2].outcome, ExtensionOutcome::registered);
        const ExtensionReport& odd = reports[1];
        QCOMPARE(text(std::string(to_string(odd.outcome))), text(std::string(to_string(ExtensionOutcome(outcome)))));
        QCOMPARE(text(odd.signal.value_or(odd.exit_code ? std::to_string(*odd.exit_code) : "")), end);
        QCOMPARE(odd.limit_ms.value_or(0), ExtensionOutcome(outcome) == timed_out ? 2000.0 : 0.0);
        QCOMPARE(odd.limit_mib.value_or(0), ExtensionOutcome(outcome) == flooded ? 4 : 0);
        QCOMPARE(things_of(odd), stays);
        if (!top.isEmpty())
            QCOMPARE(top_place(odd), top);
        const QStringList log = log_of(run, "odd");
        QVERIFY2(log.contains("host: odd " + said + ". The host is started again without it."),
                 qPrintable(log.mid(std::max<qsizetype>(0, log.size() - 5)).join('\n')));
        QVERIFY(!run.fairseq2.untraced.starts);
        QCOMPARE(run.fairseq2.traced.stops_at.value(), std::string("odd"));
        QCOMPARE(text(reports[2].fairseq2.traced), "It does not come this far: it stops at odd.");
        QCOMPARE(child_processes(), QStringList());
    }

    void endIsToldAsFarAsItIsKnownWhereEndsOfChildrenAreIgnored() {
        const HostLab lab({{"a", "misbehaves:misbehaves::crashes"},
                           {"b", "misbehaves:misbehaves::exits"},
                           {"c", "misbehaves:misbehaves::exits_at_once"},
                           {"d", "registers:registers::two"}});
        const auto before = std::signal(SIGCHLD, SIG_IGN);
        const HostRun run = run_native_host(lab.options);
        std::signal(SIGCHLD, before);
        QVERIFY2(run.end == HostEnd::finished, run.error.c_str());
        QCOMPARE(run.starts, 4);
        const auto& reports = run.snapshot.extensions;
        QCOMPARE(reports[0].outcome, crashed);
        QCOMPARE(reports[0].signal, std::optional<std::string>("SIGSEGV"));
        QCOMPARE(reports[1].outcome, exited);
        QCOMPARE(reports[1].exit_code, std::optional(3));
        QCOMPARE(reports[2].outcome, exited);
        QCOMPARE(reports[2].exit_code, std::nullopt);
        QVERIFY(log_of(run, "c").contains("host: c ended the process while its code ran. The host is started again "
                                          "without it."));
        QCOMPARE(reports[3].outcome, ExtensionOutcome::registered);
    }

    void lastWordsOfACrashAreKept() {
        const HostLab lab(between_good_ones("misbehaves:misbehaves::crashes"));
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(text(run.snapshot.extensions[1].output), "the last words\n");
        QVERIFY(log_of(run, "odd").contains("stdout: the last words"));
    }

    void allOfThemAreRunThroughInOneGo() {
        const HostLab lab({{"a", "misbehaves:misbehaves::crashes"},
                           {"b", "throws:sample::nested"},
                           {"c", "misbehaves:misbehaves::exits"},
                           {"d", "registers:registers::two"},
                           {"e", "crashes_when_opened:opened::setup"},
                           {"f", "unresolved:sample::setup"}});
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::finished);
        QCOMPARE(run.starts, 4);
        QStringList outcomes;
        for (const ExtensionReport& report : run.snapshot.extensions)
            outcomes += text(std::string(to_string(report.outcome)));
        QCOMPARE(outcomes, (QStringList{"crashed", "failed", "exited", "registered", "crashed", "refused"}));
        QCOMPARE(top_place(run.snapshot.extensions[1]), place("throws.cpp", "plain"));
    }
};

QTEST_GUILESS_MAIN(ExtensionEndsTest)
#include "extension_ends_test.moc"
