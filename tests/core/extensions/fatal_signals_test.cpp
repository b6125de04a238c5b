// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/entry_symbol.h"
#include "core/extensions/fatal_signal.h"

#include <QElapsedTimer>
#include <QTest>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace fairlead;

namespace {

constexpr int patience = 30'000; // milliseconds

int line_of(const std::string& words) {
    std::ifstream file(FAIRLEAD_TEST_FIXTURES "/extensions/dies.cpp");
    std::string line;
    for (int number = 1; std::getline(file, line); ++number)
        if (line.ends_with("// HERE " + words))
            return number;
    return -1;
}

/// Whether a sanitizer tells of what a function does, in its own way.
bool sanitizer_reports([[maybe_unused]] const QString& function) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return function != "aborts" && function != "traps";
#else
    return false;
#endif
}

struct Death {
    int status = 0;
    std::string text{};
    bool ended = false; ///< the pipe has, within the limit
};

/// Runs `dying_program` with a function of libdies.so and reads what comes to its descriptor, up to its end.
Death die(const std::string& library, const std::string& function) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        qFatal("no pipe");
    const std::string names[] = {"dies", function};
    const std::string arguments[] = {FAIRLEAD_DYING_PROGRAM, std::to_string(ends[1]),
                                     std::string(FAIRLEAD_FIXTURE_LIBRARIES) + "/lib" + library + ".so",
                                     entry_symbol(names)};
    const pid_t child = ::fork();
    if (child == 0) {
        ::fcntl(ends[1], F_SETFD, 0);
        ::execl(arguments[0].c_str(), arguments[0].c_str(), arguments[1].c_str(), arguments[2].c_str(),
                arguments[3].c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    Death death;
    QElapsedTimer timer;
    timer.start();
    while (!death.ended && timer.elapsed() < patience) {
        pollfd ready = {ends[0], POLLIN, 0};
        std::array<char, 4096> bytes{};
        if (::poll(&ready, 1, 1000) != 1)
            continue;
        const ssize_t size = ::read(ends[0], bytes.data(), bytes.size());
        death.ended = size <= 0;
        death.text.append(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    }
    ::close(ends[0]);
    if (!death.ended)
        ::kill(child, SIGKILL);
    ::waitpid(child, &death.status, 0);
    return death;
}

/// A function without its parameters.
QString bare(const std::string& function) {
    const std::size_t end = function.ends_with(')') ? function.rfind('(') : std::string::npos;
    return QString::fromStdString(function.substr(0, end));
}

/// The frames in dies.cpp: `function:line`, inlined ones with a star.
QStringList own_frames(const ReportedException& signal) {
    QStringList frames;
    for (const TraceFrame& frame : signal.frames)
        if (frame.file.ends_with("/extensions/dies.cpp"))
            frames += QString("%1:%2%3").arg(bare(frame.function)).arg(frame.line).arg(frame.inlined ? "*" : "");
    return frames;
}

QString place(const QString& function, const std::string& words) {
    return QString("dies::%1:%2").arg(function).arg(line_of(words));
}

} // namespace

class FatalSignalsTest : public QObject {
    Q_OBJECT

private slots:
    void deathIsToldWithItsFrames_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QStringList>("frames"); // the first ones of the library's own
        const QString hidden = "(anonymous namespace)::";
        const QStringList nowhere = {place(hidden + "write_to", "inlined") + "*",
                                     place(hidden + "write_nowhere", "write")};
        QTest::newRow("null") << "null" << SIGSEGV << "SIGSEGV: access to 0x0"
                              << nowhere + QStringList(place("null", "null"));
        QTest::newRow("null in a thread") << "null_in_thread" << SIGSEGV << "SIGSEGV: access to 0x0" << nowhere;
        QTest::newRow("division") << "divides" << SIGFPE << "SIGFPE: division by zero"
                                  << QStringList(place("divides", "divides"));
        QTest::newRow("abort") << "aborts" << SIGABRT << "SIGABRT" << QStringList(place("aborts", "aborts"));
        QTest::newRow("full stack") << "overflows" << SIGSEGV << "SIGSEGV: the stack is full"
                                    << QStringList{{}, place(hidden + "fill_stack", "deep")};
        QTest::newRow("full stack of a thread") << "overflows_in_thread" << SIGSEGV << "SIGSEGV: the stack is full"
                                                << QStringList{{}, place(hidden + "fill_stack", "deep")};
        QTest::newRow("call of nothing") << "calls_nothing" << SIGSEGV << "SIGSEGV: access to 0x0"
                                         << QStringList(place("calls_nothing", "calls"));
        QTest::newRow("trap") << "traps" << SIGILL << "SIGILL" << QStringList(place("traps", "traps"));
        QTest::newRow("raised") << "bus" << SIGBUS << "SIGBUS" << QStringList(place("bus", "bus"));
        QTest::newRow("broken allocator")
            << "breaks_allocator" << SIGABRT << "SIGABRT" << QStringList(place("breaks_allocator", "frees"));
        QTest::newRow("broken stack") << "breaks_stack" << SIGSEGV << "SIGSEGV"
                                      << QStringList(place("overwrite_stack", "overwritten"));
        QTest::newRow("many threads at once") << "many_threads" << SIGSEGV << "SIGSEGV: access to 0x0" << nowhere;
    }
    void deathIsToldWithItsFrames() {
        QFETCH(QString, function);
        QFETCH(int, signal);
        QFETCH(QString, headline);
        QFETCH(QStringList, frames);
        const Death death = die("dies", function.toStdString());
        const QByteArray text = QByteArray::fromStdString(death.text);
        QVERIFY2(death.ended, "its descriptor is still open");
        if (sanitizer_reports(function)) {
            QVERIFY2(WIFEXITED(death.status) && WEXITSTATUS(death.status) != 0, text);
            QCOMPARE(text, QByteArray());
            return;
        }
        QVERIFY2(WIFSIGNALED(death.status), qPrintable(QString::number(death.status) + ": " + text));
        QCOMPARE(WTERMSIG(death.status), signal);
        QCOMPARE(text.left(text.indexOf('\n')), headline.toUtf8());
        const auto told = read_fatal_signal(death.text);
        QVERIFY(told);
        QStringList own = own_frames(*told);
        QVERIFY2(own.size() >= frames.size(), text);
        for (qsizetype i = 0; i < frames.size(); ++i)
            if (!frames[i].isEmpty())
                QVERIFY2(own[i] == frames[i], qPrintable(own[i] + "\n" + text));
        QVERIFY(told->frames.size() <= 130); // 128 calls, of which one is two
        for (const TraceFrame& frame : told->frames)
            if (frame.file.ends_with("/extensions/dies.cpp")) {
                QVERIFY(!frame.foreign);
                QVERIFY(frame.library.ends_with("/libdies.so"));
            }
    }

    void withoutHelpTheLibraryIsNamed() {
        if (sanitizer_reports("null"))
            return;
        const Death death = die("dies", "closes_sockets");
        QVERIFY(death.ended);
        QCOMPARE(WTERMSIG(death.status), SIGSEGV);
        const auto signal = read_fatal_signal(death.text);
        QVERIFY(signal);
        QCOMPARE(signal->message, std::string("access to 0x0"));
        QVERIFY2(signal->frames.size() > 4, death.text.c_str());
        QVERIFY2(signal->frames[0].library.ends_with("/libdies.so"), death.text.c_str());
        QVERIFY(signal->frames[0].offset > 0);
        QVERIFY(signal->frames[0].function.empty());
        QVERIFY2(signal->frames[2].library == "the program", death.text.c_str());
    }

    void withoutDebugInformationLibraryAndOffsetAreNamed() {
        if (sanitizer_reports("null"))
            return;
        const Death death = die("dies_without_debug", "null");
        QCOMPARE(WTERMSIG(death.status), SIGSEGV);
        const auto signal = read_fatal_signal(death.text);
        QVERIFY(signal);
        const auto named =
            std::ranges::find(signal->frames, "dies::null(fairlead::DependencyContainer&)", &TraceFrame::function);
        QVERIFY2(named != signal->frames.end(), death.text.c_str());
        QVERIFY(named->file.empty());
        QVERIFY(named->library.ends_with("/libdies_without_debug.so"));
        QVERIFY(named->offset > 0);
    }

    void deathOfAForkedProcessIsItsOwn() {
        const Death death = die("dies", "child_dies");
        QVERIFY(death.ended);
        QVERIFY(WIFEXITED(death.status));
        if (!sanitizer_reports("null"))
            QCOMPARE(WEXITSTATUS(death.status), SIGSEGV);
        QCOMPARE(death.text, std::string());
    }

    void processHasNoChildOfOurs() {
        const Death death = die("dies", "waits_for_children");
        QVERIFY(death.ended); // and whoever could have written has ended too
        QVERIFY(WIFEXITED(death.status));
        QCOMPARE(WEXITSTATUS(death.status), 3);
        QCOMPARE(death.text, std::string());
    }

    void textIsReadAsItIsWritten() {
        const auto signal = read_fatal_signal("SIGSEGV: access to 0x8\n"
                                              "#0 lab::f(int (*)()) at /a b/c:d.cpp:12 (/lib (1)/libx+0x1.so+0x1f)\n"
                                              "#1 lab::g at /a.cpp:3 (inlined in /libx.so)\n"
                                              "#2 a function without a name (/libc.so.6+0x10)\n"
                                              "#3 a function without a name (+0x0)\n"
                                              "#4 std::f() (/libx.so+0xffffffffffffffff)\n"
                                              "#5 lab::h at ./src/a.cpp:7 (/libx.so+0x2)\n"
                                              "#6 lab::i at /look at/a.cpp:8 (/libx.so+0x3)\n"
                                              "#7 lab::j at night (/libx.so+0x4)\n");
        QVERIFY(signal);
        QCOMPARE(signal->type, std::string("SIGSEGV"));
        QCOMPARE(signal->message, std::string("access to 0x8"));
        QCOMPARE(signal->frames.size(), std::size_t(8));
        QCOMPARE(signal->frames[0].function, std::string("lab::f(int (*)())"));
        QCOMPARE(signal->frames[0].file, std::string("/a b/c:d.cpp"));
        QCOMPARE(signal->frames[0].line, 12);
        QCOMPARE(signal->frames[0].library, std::string("/lib (1)/libx+0x1.so"));
        QCOMPARE(signal->frames[0].offset, std::uint64_t(0x1f));
        QVERIFY(!signal->frames[0].inlined && signal->frames[1].inlined);
        QCOMPARE(signal->frames[1].function, std::string("lab::g"));
        QCOMPARE(signal->frames[1].library, std::string("/libx.so"));
        QCOMPARE(signal->frames[2].function, std::string());
        QVERIFY(signal->frames[2].foreign);
        QCOMPARE(signal->frames[3].library, std::string());
        QVERIFY(signal->frames[4].foreign);
        QCOMPARE(signal->frames[4].offset, ~std::uint64_t(0));
        QCOMPARE(signal->frames[5].function, std::string("lab::h"));
        QCOMPARE(signal->frames[5].file, std::string("./src/a.cpp"));
        QCOMPARE(signal->frames[5].line, 7);
        QCOMPARE(signal->frames[6].function, std::string("lab::i"));
        QCOMPARE(signal->frames[6].file, std::string("/look at/a.cpp"));
        QCOMPARE(signal->frames[7].function, std::string("lab::j at night"));
        QCOMPARE(signal->frames[7].file, std::string());
    }

    void anyBytesCanBeRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("frames"); // -1: no signal
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("no signal") << QByteArray("hello\n#0 f (a+0x1)\n") << -1;
        QTest::newRow("long name") << QByteArray("SIG" + QByteArray(100'000, 'A')) << -1;
        QTest::newRow("no frames") << QByteArray("SIGABRT") << 0;
        QTest::newRow("no end") << QByteArray("SIGABRT\n#0 f (/a+0x1)") << 1;
        QTest::newRow("no number") << QByteArray("SIGABRT\n#x f (/a+0x1)\n# f (/a+0x1)\n#\n#1\n#1 \n#1 )\n") << 0;
        QTest::newRow("no offset") << QByteArray("SIGABRT\n#0 f (/a+0x)\n#0 f (/a)\n#0 f (/a+0x1ffffffffffffffff)\n")
                                   << 0;
        QTest::newRow("zeros") << QByteArray("SIGABRT\n" + QByteArray(1000, '\0')) << 0;
        QTest::newRow("many") << QByteArray("SIGABRT\n" + QByteArray("#0 f (/a+0x1)\n").repeated(5000)) << 1000;
    }
    void anyBytesCanBeRead() {
        QFETCH(QByteArray, text);
        const auto signal = read_fatal_signal({text.data(), static_cast<std::size_t>(text.size())});
        QTEST(signal ? static_cast<int>(signal->frames.size()) : -1, "frames");
    }
};

QTEST_APPLESS_MAIN(FatalSignalsTest)
#include "fatal_signals_test.moc"
