// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/progress.h"
#include "tests/support/pseudo_terminal.h"

#include <QTest>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <utility>

using namespace fairlead;

namespace {

/// What was written to it so far.
std::string read_all(int descriptor) {
    char buffer[4096];
    const auto count = ::read(descriptor, buffer, sizeof buffer);
    return count > 0 ? std::string(buffer, static_cast<std::size_t>(count)) : std::string();
}

/// What comes until a line's end: a terminal hands on what it gets a moment later.
std::string read_line(int descriptor) {
    constexpr int patience = 10'000; // milliseconds
    std::string line;
    pollfd ready{descriptor, POLLIN, 0};
    while (!line.ends_with('\n') && ::poll(&ready, 1, patience) > 0)
        line += read_all(descriptor);
    return line;
}

/// A number of steps, of which only the first and the last state are certain to be written.
void work(ProgressReporter& reporter, std::optional<std::int64_t> total, bool start) {
    const auto task = reporter.create_task("cards", total, 2, start);
    task->step();
    if (!start)
        task->start();
    task->step(4);
}

} // namespace

class ProgressTest : public QObject {
    Q_OBJECT

private slots:
    void terminalShowsTheTaskOnOneLine() {
        const fairlead::test::PseudoTerminal terminal;
        TerminalProgressReporter reporter(terminal.program_side());
        work(reporter, 7, true);
        const std::string known = read_line(terminal.tests_side());
        QVERIFY2(known.starts_with("\rcards: 2 of 7\r") && known.ends_with("\rcards: 7 of 7\r\n"), known.c_str());
        work(reporter, {}, false);
        const std::string unknown = read_line(terminal.tests_side());
        QVERIFY2(unknown.starts_with("\rcards: 3\r") && unknown.ends_with("\rcards: 7\r\n"), unknown.c_str());
    }

    void nothingIsWrittenElsewhere() {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_NONBLOCK), 0);
        TerminalProgressReporter piped(ends[1]);
        work(piped, 7, true);
        NoopProgressReporter none;
        work(none, 7, false);
        QCOMPARE(read_all(ends[0]), std::string());
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

QTEST_APPLESS_MAIN(ProgressTest)
#include "progress_test.moc"
