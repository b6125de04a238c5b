// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// The host's process and its children: how they begin, what they may do, and that none stays behind.
#include "host_lab.h"

#include <QTest>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace fairlead;
using namespace fairlead::test;
using namespace std::chrono_literals;
using enum ExtensionOutcome;
namespace fs = std::filesystem;

namespace {

bool is_alive(int process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/stat");
    std::string words;
    std::getline(status, words);
    return !words.empty() && words.find(") Z ") == std::string::npos;
}

int process_in(const fs::path& file) {
    int process = 0;
    std::ifstream(file) >> process;
    return process;
}

} // namespace

class HostProcessTest : public QObject {
    Q_OBJECT

private slots:
    void hostThatCannotBeStartedIsSaid_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("end");
        QTest::newRow("missing") << "/nowhere/fairlead-host"
                                 << "The host cannot be started: /nowhere/fairlead-host: No such file or directory."
                                 << int(HostEnd::not_started);
        QTest::newRow("no host") << "/bin/true"
                                 << "The host ended with exit code 0 before it was done. The host has "
                                    "said nothing."
                                 << int(HostEnd::failed);
        QTest::newRow("another program") << "/bin/cat"
                                         << "The host ended with exit code 1 before it was done. The host has said "
                                            "nothing."
                                         << int(HostEnd::failed);
    }
    void hostThatCannotBeStartedIsSaid() {
        QFETCH(QString, program);
        QFETCH(QString, error);
        QFETCH(int, end);
        HostLab lab(Extensions{});
        lab.options.program = program.toStdString();
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(text(run.error), error);
        QCOMPARE(int(run.end), end);
    }

    void childThatGoesOnAsTheHostIsEnded() {
        const HostLab lab(between_good_ones("misbehaves:misbehaves::forks"));
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::finished);
        QVERIFY(run.notes.empty());
        QCOMPARE(run.snapshot.extensions[1].outcome, ExtensionOutcome::registered);
        QCOMPARE(run.snapshot.extensions[2].outcome, ExtensionOutcome::registered);
    }

    void childrenEndAsTheyWantTo() {
        const HostLab lab(between_good_ones("misbehaves:misbehaves::children_end"));
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.starts, 1);
        const ExtensionReport& odd = run.snapshot.extensions[1];
        QVERIFY2(odd.errors.empty(), odd.errors.empty() ? "" : odd.errors[0].message.c_str());
        QCOMPARE(odd.outcome, ExtensionOutcome::registered);
        QVERIFY2(log_of(run, "odd").contains("stdout: the child has its last words"),
                 qPrintable(log_of(run, "odd").join('\n')));
    }

    void daemonIsEndedWithTheHost() {
        HostLab lab(between_good_ones("misbehaves:misbehaves::leaves_a_daemon"));
        lab.options.variables.push_back({"FAIRLEAD_TEST_DAEMON", (lab.disk / "daemon").string()});
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::finished);
        QCOMPARE(run.snapshot.extensions[1].outcome, ExtensionOutcome::registered);
        const int daemon = process_in(lab.disk / "daemon");
        QVERIFY(daemon > 0);
        QVERIFY(!is_alive(daemon));
    }

    void descriptorsMayBeClosedOrWrittenTo() {
        for (const char* function : {"closes_descriptors", "writes_to_all_descriptors"}) {
            const HostLab lab(between_good_ones(std::string("misbehaves:misbehaves::") + function));
            const HostRun run = run_native_host(lab.options);
            QVERIFY2(run.end == HostEnd::finished, (function + (": " + run.error)).c_str());
            QCOMPARE(run.snapshot.extensions[2].outcome, ExtensionOutcome::registered);
        }
    }

    void runIsCancelled() {
        HostLab lab(between_good_ones("misbehaves:misbehaves::waits_with_a_child"));
        std::stop_source stop;
        HostListener listener;
        listener.extension = [&](std::size_t index, const ExtensionReport& report) {
            if (index == 1 && report.outcome == calling)
                stop.request_stop();
        };
        const auto begin = std::chrono::steady_clock::now();
        const HostRun run = run_native_host(lab.options, listener, stop.get_token());
        QVERIFY(std::chrono::steady_clock::now() - begin < 10s);
        QCOMPARE(run.end, HostEnd::cancelled);
        QCOMPARE(run.snapshot.extensions[0].outcome, ExtensionOutcome::registered);
        QCOMPARE(run.snapshot.extensions[2].outcome, discovered);
        QCOMPARE(child_processes(), QStringList());
    }

    void hostEndsWhenItsParentIsKilled() {
        HostLab lab(between_good_ones("misbehaves:misbehaves::waits_with_a_child"));
        const fs::path file = lab.disk / "host";
        lab.options.variables.push_back({"FAIRLEAD_TEST_HOST", file.string()});
        const pid_t parent = ::fork();
        if (parent == 0) {
            static_cast<void>(run_native_host(lab.options));
            ::_exit(0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(process_in(file) > 0, 20'000);
        const int host = process_in(file);
        QVERIFY(is_alive(host));
        ::kill(parent, SIGKILL);
        ::waitpid(parent, nullptr, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!is_alive(host), 10'000);
    }
};

QTEST_GUILESS_MAIN(HostProcessTest)
#include "host_process_test.moc"
