// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/child_process.h"
#include "tests/core/files/disk.h"

#include <QTest>
#include <chrono>
#include <csignal>
#include <poll.h>
#include <system_error>

using namespace fairlead;
using namespace std::chrono_literals;

namespace {

/// Ignores SIGCHLD, as it may be inherited from whoever started this process.
class IgnoredChildren {
public:
    IgnoredChildren() : before_(std::signal(SIGCHLD, SIG_IGN)) {}
    ~IgnoredChildren() { std::signal(SIGCHLD, before_); }
    IgnoredChildren(const IgnoredChildren&) = delete;
    IgnoredChildren& operator=(const IgnoredChildren&) = delete;

private:
    void (*before_)(int);
};

/// A process that runs lines of sh.
class Lab {
public:
    explicit Lab(const std::string& lines) : script_(disk_.write("host", "#!/bin/sh\n" + lines + "\n", 0755)) {}
    [[nodiscard]] ChildProcess start() const { return ChildProcess::start(script_, {}, {}); }

private:
    test::Disk disk_;
    std::filesystem::path script_;
};

void wait_for_output(const ChildProcess& child) {
    pollfd waited{child.streams().output.get(), POLLIN, 0};
    ::poll(&waited, 1, 10'000);
}

/// `3`, `SIGTERM`, `not known`.
QString described(const std::optional<ProcessEnd>& end) {
    if (!end)
        return "has not ended";
    if (end->exit_code)
        return QString::number(*end->exit_code);
    return QString::fromStdString(end->signal.value_or("not known"));
}

} // namespace

class ChildProcessTest : public QObject {
    Q_OBJECT

private slots:
    void endIsTold_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<bool>("ignored");
        QTest::addColumn<QString>("end");
        QTest::newRow("code") << "exit 3" << false << "3";
        QTest::newRow("signal") << "kill -KILL $$" << false << "SIGKILL";
        QTest::newRow("code that the system does not keep") << "exit 3" << true << "not known";
        QTest::newRow("signal that the system does not keep") << "kill -KILL $$" << true << "not known";
    }
    void endIsTold() {
        QFETCH(QString, lines);
        QFETCH(bool, ignored);
        std::optional<IgnoredChildren> ignoring;
        if (ignored)
            ignoring.emplace();
        const Lab lab(lines.toStdString());
        ChildProcess child = lab.start();
        QTRY_VERIFY_WITH_TIMEOUT(child.end().has_value(), 10'000);
        QTEST(described(child.end()), "end");
    }

    void stopEndsAProcessThatDoesNotWantTo_data() {
        QTest::addColumn<bool>("ignored");
        QTest::addColumn<QString>("end");
        QTest::newRow("its end is kept") << false << "SIGKILL";
        QTest::newRow("its end is not kept") << true << "not known";
    }
    void stopEndsAProcessThatDoesNotWantTo() {
        QFETCH(bool, ignored);
        std::optional<IgnoredChildren> ignoring;
        if (ignored)
            ignoring.emplace();
        const Lab lab("trap '' TERM\necho ready\nwhile :; do sleep 1; done");
        ChildProcess child = lab.start();
        wait_for_output(child);
        const auto begin = std::chrono::steady_clock::now();
        child.stop(50ms);
        QVERIFY(std::chrono::steady_clock::now() - begin < 5s);
        QTEST(described(child.end()), "end");
        QCOMPARE(::kill(child.process(), 0), -1);
    }

    void missingProgramIsSaid() {
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(ChildProcess::start("/nowhere/fairlead-host", {}, {})),
                                 std::system_error);
    }
};

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "child_process_test.moc"
