// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/entry_symbol.h"
#include "core/extensions/exception_report.h"

#include <fairlead/throw_traces.h>

#include <QRegularExpression>
#include <QTest>
#include <atomic>
#include <chrono>
#include <dlfcn.h>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // gcc installs no header of it
#endif

using namespace fairlead;

namespace {

const std::string source = FAIRLEAD_TEST_FIXTURES "/extensions/throws.cpp";

/// What this process holds: ASan keeps freed memory for a while, so there it is asked what is allocated.
long kilobytes_held() {
#ifdef __SANITIZE_ADDRESS__
    return static_cast<long>(__sanitizer_get_current_allocated_bytes() / 1024);
#else
    std::ifstream file("/proc/self/statm");
    long total = 0;
    long pages = 0;
    file >> total >> pages;
    return pages * (::sysconf(_SC_PAGESIZE) / 1024);
#endif
}

int line_of(const std::string& words) {
    std::ifstream file(source);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number)
        if (line.ends_with("// HERE " + words))
            return number;
    return -1;
}

/// What a function of a library throws.
std::exception_ptr thrown_by(const std::string& library, const std::string& function) {
    const std::string path = std::string(FAIRLEAD_FIXTURE_LIBRARIES) + "/lib" + library + ".so";
    void* handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        qFatal("%s", ::dlerror());
    const std::string name[] = {"sample", function};
    const auto call = reinterpret_cast<void (*)(void*)>(::dlsym(handle, entry_symbol(name).c_str()));
    if (call == nullptr)
        qFatal("%s has no %s", path.c_str(), function.c_str());
    try {
        call(nullptr);
    } catch (...) {
        return std::current_exception();
    }
    return {};
}

/// A function without its parameters.
QString bare(const std::string& function) {
    std::size_t end = function.size();
    if (function.ends_with(')'))
        for (int depth = 0; end > 0;) {
            --end;
            depth += function[end] == ')' ? 1 : function[end] == '(' ? -1 : 0;
            if (depth == 0)
                break;
        }
    return QString::fromStdString(function.substr(0, end));
}

/// The frames in throws.cpp: `function:line`, inlined ones with a star.
QStringList own_frames(const ReportedException& exception) {
    QStringList frames;
    for (const TraceFrame& frame : exception.frames)
        if (QString::fromStdString(frame.file).endsWith("/extensions/throws.cpp"))
            frames += QString("%1:%2%3").arg(bare(frame.function)).arg(frame.line).arg(frame.inlined ? "*" : "");
    return frames;
}

[[gnu::noinline]] void throw_deep(int depth) {
    if (depth == 0)
        throw std::runtime_error("deep");
    throw_deep(depth - 1);
    asm volatile("");
}

} // namespace

class ThrowTracesTest : public QObject {
    Q_OBJECT

private slots:
    void traceBeginsWhereItIsThrown_data() {
        QTest::addColumn<QString>("library");
        QTest::newRow("debug information") << "throws";
        QTest::newRow("split debug information") << "throws_split";
        QTest::newRow("no table of units") << "throws_without_table";
        QTest::newRow("split, no table of units") << "throws_split_without_table";
        QTest::newRow("table of other units") << "throws_beside_table";
        if (FAIRLEAD_THROWS_CLANG)
            QTest::newRow("clang++") << "throws_clang";
    }
    void traceBeginsWhereItIsThrown() {
        QFETCH(QString, library);
        const auto report = report_exception(thrown_by(library.toStdString(), "plain"), &recorded_throws());
        QCOMPARE(report.size(), std::size_t(1));
        QCOMPARE(report[0].type, std::string("std::runtime_error"));
        QCOMPARE(report[0].message, std::string("the number is too large"));
        QCOMPARE(own_frames(report[0]),
                 (QStringList{QString("sample::(anonymous namespace)::refuse_large:%1*").arg(line_of("plain")),
                              QString("sample::(anonymous namespace)::check:%1").arg(line_of("check")),
                              QString("sample::plain:%1").arg(line_of("setup"))}));
        QCOMPARE(report[0].frames[0].foreign, false);
        QCOMPARE(report[0].frames.back().foreign, true); // the C library's start of the program
    }

    void whatIsWrappedIsShownByItsOwnName() {
        const auto report = report_exception(thrown_by("throws", "nested"), &recorded_throws());
        QCOMPARE(report.size(), std::size_t(2));
        QCOMPARE(report[0].type, std::string("sample::SetupError"));
        QCOMPARE(report[0].message, std::string("The lab's families cannot be registered."));
        QVERIFY2(own_frames(report[0]).contains(QString("sample::nested:%1").arg(line_of("nested"))),
                 qPrintable(own_frames(report[0]).join(' ')));
        QCOMPARE(report[1].type, std::string("std::runtime_error"));
        QVERIFY(own_frames(report[1])[0].endsWith(QString(":%1*").arg(line_of("plain"))));
    }

    void whatIsNoExceptionIsNamedByItsType_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("message");
        QTest::newRow("number") << "number"
                                << "int"
                                << "42";
        QTest::newRow("text") << "text"
                              << "const char*"
                              << "a text";
        QTest::newRow("class") << "unprintable"
                               << "sample::Unprintable"
                               << "";
    }
    void whatIsNoExceptionIsNamedByItsType() {
        QFETCH(QString, function);
        const auto report = report_exception(thrown_by("throws", function.toStdString()), &recorded_throws());
        QCOMPARE(report.size(), std::size_t(1));
        QTEST(QString::fromStdString(report[0].type), "type");
        QTEST(QString::fromStdString(report[0].message), "message");
        QCOMPARE(own_frames(report[0])[0], QString("sample::%1:%2").arg(function).arg(line_of(function.toStdString())));
    }

    void framesOfTheStandardLibraryAreForeign() {
        const auto report = report_exception(thrown_by("throws", "standard"), &recorded_throws());
        QCOMPARE(report[0].type, std::string("std::out_of_range"));
        std::size_t own = 0;
        while (own < report[0].frames.size() && report[0].frames[own].foreign)
            ++own;
        QVERIFY(own > 0);
        QCOMPARE(report[0].frames[own].line, line_of("standard"));
        const QString text = QString::fromStdString(to_string(report));
        QVERIFY2(QRegularExpression("^std::out_of_range: .+\n    … \\d+ calls? of the standard library, the system or "
                                    "Fairlead\n    /.+/throws.cpp:\\d+ in sample::standard\\(")
                     .match(text)
                     .hasMatch(),
                 qPrintable(text));
    }

    void foreignIsWhatTheFunctionBelongsTo_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<bool>("foreign");
        QTest::newRow("standard") << "std::vector<lab::Model>::at(unsigned long)" << true;
        QTest::newRow("gives a standard class") << "std::vector<int> lab::make<int>(std::string)" << false;
        QTest::newRow("takes one") << "lab::setup(fairlead::DependencyContainer&)" << false;
        QTest::newRow("of Fairlead") << "void fairlead::ConfigRegistrar<lab::Config>::operator()(char const*)" << true;
        QTest::newRow("anonymous") << "lab::(anonymous namespace)::setup(std::string const&)" << false;
        QTest::newRow("none") << "" << false;
    }
    void foreignIsWhatTheFunctionBelongsTo() {
        QFETCH(QString, function);
        QTEST(is_foreign({.function = function.toStdString()}), "foreign");
    }

    void traceComesAlongFromAnotherThread() {
        const auto report = report_exception(thrown_by("throws", "other_thread"), &recorded_throws());
        QVERIFY(own_frames(report[0])[0].endsWith(QString(":%1*").arg(line_of("plain"))));
    }

    void exceptionThatWasNeverThrownHasNoTrace() {
        const auto report = report_exception(thrown_by("throws", "without_throw"), &recorded_throws());
        QCOMPARE(report[0].message, std::string("made, not thrown"));
        QVERIFY(report[0].frames.empty());
        QVERIFY(report_exception(thrown_by("throws", "plain"), nullptr)[0].frames.empty());
        QVERIFY(report_exception({}, &recorded_throws()).empty());
        QVERIFY(recorded_throws().frames({}).empty());
    }

    void withoutDebugInformationLibraryAndOffsetAreNamed() {
        const auto report = report_exception(thrown_by("throws_without_debug", "plain"), &recorded_throws());
        const QString text = QString::fromStdString(to_string(report));
        QVERIFY2(QRegularExpression("libthrows_without_debug\\.so\\+0x[0-9a-f]+ in sample::plain\\(fairlead::"
                                    "DependencyContainer&\\)\n(.|\n)*    \\(build libthrows_without_debug\\.so(, .+)? "
                                    "with -g to see files and lines\\)\n$")
                     .match(text)
                     .hasMatch(),
                 qPrintable(text));
    }

    void recordsAreFreedWithTheirExceptions() {
        // Exceptions get the addresses of those before them: a record that stayed would be taken for the new one's.
        for (int depth = 0; depth < 5; ++depth) {
            std::exception_ptr exception;
            try {
                throw_deep(depth);
            } catch (...) {
                exception = std::current_exception();
            }
            int calls = 0;
            for (const TraceFrame& frame : recorded_throws().frames(exception))
                calls += QString::fromStdString(frame.function).contains("throw_deep") ? 1 : 0;
            QCOMPARE(calls, depth + 1);
        }
        const auto throw_often = [] {
            for (int i = 0; i < 20000; ++i)
                try {
                    throw_deep(3);
                } catch (const std::exception&) {
                    continue;
                }
        };
        throw_often();
        const long before = kilobytes_held();
        throw_often();
        // 20,000 records that stay are 20 MB.
        QVERIFY2(kilobytes_held() - before < 8000, qPrintable(QString::number(kilobytes_held() - before)));
    }

    void manyThreadsThrowAtOnce() {
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (std::size_t thread = 0; thread < 4; ++thread)
            threads.emplace_back([&wrong, thread] {
                for (int i = 0; i < 2000; ++i)
                    try {
                        throw std::string(thread * 50, 'x');
                    } catch (const std::string& text) {
                        wrong += text.size() == thread * 50 ? 0 : 1;
                    }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void throwingStaysCheap() {
        // The figure is printed; the bound only catches what is out of all proportion (about 8 µs are aimed at).
        constexpr int rounds = 5000;
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < rounds; ++i)
            try {
                throw_deep(10);
            } catch (const std::exception&) {
                continue;
            }
        const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - begin;
        qInfo("%.1f µs for a throw and catch through 10 calls", time.count() / rounds);
        QVERIFY(time.count() / rounds < 500);
    }
};

QTEST_APPLESS_MAIN(ThrowTracesTest)
#include "throw_traces_test.moc"
