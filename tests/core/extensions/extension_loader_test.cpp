// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/build_note.h"
#include "core/extensions/extension_loader.h"
#include "core/extensions/manifest.h"
#include "tests/core/files/disk.h"

#include <fairlead/dependency_errors.h>
#include <fairlead/extension_error.h>

#include <QTest>
#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#include <string>

using namespace fairlead;
namespace fs = std::filesystem;

namespace {

const fs::path libraries = FAIRLEAD_FIXTURE_LIBRARIES;

/// The extensions of a manifest beside the fixture libraries; they are named one, two, …
std::vector<ExtensionRecord> extensions(const QStringList& values) {
    static const char* const names[] = {"one", "two", "three", "four"};
    std::string text = "[project]\nname = \"lab\"\nversion = \"2\"\n[project.entry-points.\"fairseq2.extension\"]\n";
    for (qsizetype i = 0; i < values.size(); ++i)
        text += std::string(names[i]) + " = \"" + values[i].toStdString() + "\"\n";
    FoundManifests found;
    found.manifests.push_back(parse_manifest(text, libraries / "m.toml"));
    return discovered_extensions(found);
}

struct Loaded {
    std::vector<ExtensionRecord> records;
    QStringList log;
    std::exception_ptr error;
};

Loaded load(DependencyContainer& container, const QStringList& values, bool traced) {
    Loaded loaded{extensions(values), {}, {}};
    LoadOptions options{
        .traced = traced, .traces = &recorded_throws(), .log = [&](LogLevel level, std::string_view line) {
            loaded.log += QString(level == LogLevel::warning ? "W " : "I ") +
                          QString::fromUtf8(line.data(), qsizetype(line.size()));
        }};
    try {
        load_extensions(container, loaded.records, options);
    } catch (...) {
        loaded.error = std::current_exception();
    }
    return loaded;
}

/// `type: message` of an exception and of what it wraps, the fixtures' folder as DIR.
QStringList chain(const std::vector<ReportedException>& report) {
    QStringList links;
    for (const ReportedException& exception : report) {
        QString text = QString::fromStdString(exception.type + ": " + exception.message);
        links += text.replace(QString::fromStdString(libraries.string()), "DIR");
    }
    return links;
}

/// The innermost frame that is neither the system's nor Fairlead's, as `file:line`.
QString top_place(const ReportedException& exception) {
    for (const TraceFrame& frame : exception.frames)
        if (!frame.foreign)
            return QString("%1:%2").arg(QString::fromStdString(fs::path(frame.file).filename())).arg(frame.line);
    return {};
}

QString place(const std::string& file, const std::string& words) {
    std::ifstream stream(FAIRLEAD_TEST_FIXTURES "/extensions/" + file);
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number)
        if (line.ends_with("// HERE " + words))
            return QString("%1:%2").arg(QString::fromStdString(file)).arg(number);
    return "no such words";
}

QStringList registered(const ExtensionRecord& record) {
    QStringList names;
    for (const RegistrationInfo& info : record.registered)
        names += QString::fromStdString(info.kls.name());
    return names;
}

QStringList owners(const DependencyContainer& container) {
    QStringList names;
    for (const RegistrationInfo& info : container.registrations())
        names += QString::fromStdString(info.kls.name() + " " + info.registrant.owner);
    return names;
}

const QString set_it = " Set `FAIRSEQ2_EXTENSION_TRACE` environment variable to print the stack trace.";
const QString signature = " entry point cannot be run as an extension since its signature does not match "
                          "`extension_function(container: DependencyContainer)`.";

} // namespace

class ExtensionLoaderTest : public QObject {
    Q_OBJECT

    const test::Disk disk_;

private slots:
    void goodExtensionRegistersAndSaysNothing() {
        DependencyContainer container;
        const Loaded loaded = load(container, {"registers:registers::two [x]"}, false);
        QVERIFY(!loaded.error);
        QCOMPARE(loaded.log, QStringList());
        const ExtensionRecord& record = loaded.records[0];
        QCOMPARE(record.state, ExtensionState::registered);
        QVERIFY(!record.failure);
        QCOMPARE(record.library, libraries / "libregisters.so");
        QCOMPARE(record.distribution + ' ' + record.version, std::string("lab 2"));
        QVERIFY(record.import_time.count() > 0 && record.call_time.count() > 0);
        QCOMPARE(registered(record), (QStringList{"registers.First", "registers.Second"}));
        QCOMPARE(owners(container), (QStringList{"registers.First one", "registers.Second one"}));
    }

    void tracedSuccessIsSaid() {
        DependencyContainer container;
        QCOMPARE(load(container, {"registers:registers::two"}, true).log,
                 QStringList{"I registers:registers::two extension registered successfully."});
    }

    void brokenExtensionIsAWarningAndTracedAnError_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("failure");
        QTest::addColumn<QStringList>("causes"); // of the ExtensionError
        QTest::addColumn<QString>("top");        // of the root cause
        QTest::addColumn<QStringList>("stays");
        const QString import = "fairlead::ExtensionImportError: ";
        const auto row = [](const char* name, const QString& value, ExtensionFailure failure, const QStringList& causes,
                            const QString& top = {}, const QStringList& stays = {}) {
            QTest::newRow(name) << value << int(failure) << causes << top << stays;
        };
        row("throws", "throws:sample::plain", ExtensionFailure::threw, {"std::runtime_error: the number is too large"},
            place("throws.cpp", "plain"));
        row("throws nested", "throws:sample::nested", ExtensionFailure::threw,
            {"sample::SetupError: The lab's families cannot be registered.",
             "std::runtime_error: the number is too large"},
            place("throws.cpp", "plain"));
        row("throws 42", "throws:sample::number", ExtensionFailure::threw, {"int: 42"}, place("throws.cpp", "number"));
        row("throws in another thread", "throws:sample::other_thread", ExtensionFailure::threw,
            {"std::runtime_error: the number is too large"}, place("throws.cpp", "plain"));
        row("throws after registering", "registers:registers::one_then_throws", ExtensionFailure::threw,
            {"std::runtime_error: no more"}, place("registers.cpp", "one_then_throws"), {"registers.Third"});
        row("registers twice", "registers:registers::twice", ExtensionFailure::threw,
            {"fairlead::InvalidOperationError: `<class 'registers.Third'>` has already a registered provider."},
            place("registers.cpp", "twice"), {"registers.Third"});
        row("resolves", "registers:registers::resolves", ExtensionFailure::threw,
            {"fairlead::InvalidOperationError: No new objects can be registered after the first `resolve()` call."},
            place("registers.cpp", "resolves"), {"registers.Third"});
        row("missing symbol", "good:sample::other", ExtensionFailure::refused,
            {import +
             "DIR/libgood.so has no function `void sample::other(fairlead::DependencyContainer&)` (static, inline or "
             "in an unnamed namespace?). Functions of "
             "it that could be meant: `sample::setup`."});
        row("unresolved symbol", "partly_resolved:sample::setup", ExtensionFailure::refused,
            {import +
             "DIR/libpartly_resolved.so needs what neither it nor this program has: `elsewhere::Model::run()`, "
             "`elsewhere::Model::~Model()`, `vtable for elsewhere::Model`. Link the library that defines that."});
        const QString text_file =
            QString::fromStdString(disk_.write("text.so", "void setup(DependencyContainer&) {}\n").string());
        row("text file", text_file + ":sample::setup", ExtensionFailure::refused,
            {import + text_file + " is a text file, not a shared library."});
        row("other ABI of C++", "old_strings:sample::setup", ExtensionFailure::refused,
            {import + "DIR/libold_strings.so was built with the old std::string, Fairlead with the new one. Build it "
                      "without _GLIBCXX_USE_CXX11_ABI=0."});
        row("no library", "none:sample::setup", ExtensionFailure::not_found,
            {import + "The library `none` is not found. Looked at: DIR/none, DIR/libnone.so, DIR/none.so."});
        row("bad value", "none", ExtensionFailure::bad_entry_point,
            {import + "`none` has no colon between library and function. Write `library:namespace::function`."});
        if ((own_build().bits & BuildNote::address_sanitizer) == 0)
            row("sanitizer", "address_sanitizer:sample::setup", ExtensionFailure::refused,
                {import + "DIR/libaddress_sanitizer.so was built with AddressSanitizer, which ends a program that was "
                          "not. Build it without -fsanitize=address."});
    }
    void brokenExtensionIsAWarningAndTracedAnError() {
        QFETCH(QString, value);
        QFETCH(int, failure);
        QFETCH(QStringList, causes);
        QFETCH(QString, top);
        QFETCH(QStringList, stays);
        DependencyContainer container;
        const Loaded loaded = load(container, {value, "registers:registers::two"}, false);
        QVERIFY(!loaded.error);
        QCOMPARE(loaded.log[0], "W " + value + " extension failed." + set_it);
        const ExtensionRecord& record = loaded.records[0];
        QVERIFY(record.state != ExtensionState::registered);
        QCOMPARE(int(record.failure.value()), failure);
        QCOMPARE("W " + QString::fromStdString(record.warning), loaded.log[0]);
        QCOMPARE(chain(record.exceptions), causes);
        QCOMPARE(registered(record), stays);
        if (!top.isEmpty())
            QCOMPARE(top_place(record.exceptions.back()), top);
        if (!value.endsWith("::resolves")) { // the rest goes on
            QCOMPARE(loaded.log.size(), 1);
            QCOMPARE(loaded.records[1].state, ExtensionState::registered);
        }

        DependencyContainer traced_container;
        const Loaded traced = load(traced_container, {value, "registers:registers::two"}, true);
        QVERIFY(traced.error);
        QCOMPARE(traced.log, QStringList());
        QCOMPARE(traced.records[1].state, ExtensionState::discovered);
        QCOMPARE(traced_container.registrations().size(), std::size_t(stays.size()));
        try {
            std::rethrow_exception(traced.error);
        } catch (const ExtensionError& error) {
            QCOMPARE(QString::fromUtf8(error.what()), value + " extension failed.");
            QCOMPARE(QString::fromStdString(error.entry_point()), value);
            QCOMPARE(QString::fromStdString(error.details()),
                     "one, " + QString::fromStdString((libraries / "m.toml").string()) + ":5");
        }
        const auto report = report_exception(traced.error, &recorded_throws());
        QCOMPARE(chain(report), QStringList("fairlead::ExtensionError: " + value + " extension failed.") + causes);
        if (!top.isEmpty())
            QCOMPARE(top_place(report.back()), top);
    }

    void libraryThatThrowsWhenOpenedStaysRefused() {
        const QString value = "throws_when_opened:opened::setup";
        DependencyContainer container;
        const Loaded loaded = load(container, {value, value, "registers:registers::two"}, false);
        QCOMPARE(loaded.log, (QStringList{"W " + value + " extension failed." + set_it,
                                          "W " + value + " extension failed." + set_it}));
        QCOMPARE(loaded.records[0].failure.value(), ExtensionFailure::not_opened);
        QCOMPARE(chain(loaded.records[0].exceptions), QStringList("std::runtime_error: the table cannot be made"));
        QCOMPARE(top_place(loaded.records[0].exceptions[0]), place("throws_when_opened.cpp", "table"));
        QCOMPARE(loaded.records[1].failure.value(), ExtensionFailure::not_opened);
        QCOMPARE(chain(loaded.records[1].exceptions),
                 QStringList("fairlead::ExtensionImportError: DIR/libthrows_when_opened.so threw when it was opened "
                             "before. It cannot be opened again by this process."));
        QCOMPARE(loaded.records[2].state, ExtensionState::registered);
    }

    void wrongParametersAreNoValidExtension() {
        const QString value = "other_parameters:sample::number";
        DependencyContainer container;
        const Loaded loaded = load(container, {value, "registers:registers::two"}, false);
        QCOMPARE(loaded.log, QStringList("W other_parameters:sample::number entry point is not a valid extension. Set "
                                         "`FAIRSEQ2_EXTENSION_TRACE` environment variable to print the stack trace."));
        QCOMPARE(loaded.records[0].failure.value(), ExtensionFailure::wrong_signature);
        QCOMPARE(loaded.records[1].state, ExtensionState::registered);
        const Loaded traced = load(container, {value}, true);
        const auto report = report_exception(traced.error, nullptr); // the cause is suppressed
        QCOMPARE(chain(report), QStringList("fairlead::ExtensionError: " + value + signature));
    }

    void extensionForAnotherAbiIsRefused() {
        DependencyContainer container;
        const Loaded loaded = load(container, {"other_abi:sample::setup"}, false);
        QCOMPARE(loaded.records[0].failure.value(), ExtensionFailure::refused);
        QVERIFY(chain(loaded.records[0].exceptions)[0].contains("version 2 of Fairlead's ABI; this is version 1."));
    }

    void extensionThatResolvesSpoilsTheLaterOnes() {
        DependencyContainer container;
        const Loaded loaded =
            load(container, {"registers:registers::only_resolves", "registers:registers::two"}, false);
        QCOMPARE(loaded.records[0].state, ExtensionState::registered);
        QCOMPARE(loaded.log, QStringList("W registers:registers::two extension failed." + set_it));
        QCOMPARE(chain(loaded.records[1].exceptions),
                 QStringList("fairlead::InvalidOperationError: No new objects can be registered after the first "
                             "`resolve()` call."));
    }

    void secondExtensionThatRegistersAClassIsNamedWithTheFirst() {
        DependencyContainer container;
        const Loaded loaded = load(container, {"registers:registers::two", "registers:registers::two"}, false);
        QCOMPARE(loaded.records[1].failure.value(), ExtensionFailure::threw);
        auto again = extensions({"x:y", "registers:registers::two"});
        const auto error = load_extension(container, again[1], nullptr);
        QVERIFY(error);
        try {
            std::rethrow_exception(error);
        } catch (const InvalidOperationError& conflict) {
            QCOMPARE(conflict.registrants().size(), std::size_t(2));
            QCOMPARE(conflict.registrants()[0].owner, std::string("one"));
            QCOMPARE(conflict.registrants()[1].owner, std::string("two"));
        }
    }

    void conflictIsKeptInTheRecord() {
        DependencyContainer container;
        const Loaded loaded = load(container, {"registers:registers::two", "registers:registers::two"}, false);
        QVERIFY(!loaded.records[0].conflict);
        const RegistrationConflict& conflict = loaded.records[1].conflict.value();
        QCOMPARE(conflict.type, std::string("registers.First"));
        QVERIFY(!conflict.key);
        QCOMPARE(conflict.registrants.size(), std::size_t(2));
        QCOMPARE(conflict.registrants[0].owner, std::string("one"));
        QCOMPARE(conflict.registrants[1].owner, std::string("two"));
    }

    void extensionThatFreezesIsMarkedAndTheFreezeCanBeLifted() {
        DependencyContainer container;
        auto records = extensions({"registers:registers::resolves", "registers:registers::two"});
        (void)load_extension(container, records[0], nullptr);
        QVERIFY(records[0].froze);
        QVERIFY(container.is_frozen());
        container.lift_freeze();
        QVERIFY(!container.is_frozen());
        QVERIFY(load_extension(container, records[1], nullptr) == nullptr);
        QVERIFY(!records[1].froze);
        QCOMPARE(registered(records[1]), (QStringList{"registers.First", "registers.Second"}));
    }

    void stepBetweenImportAndCallIsHeardOf() {
        DependencyContainer container;
        auto records = extensions({"registers:registers::two", "none:sample::setup"});
        int calls = 0;
        (void)load_extension(container, records[0], nullptr, [&] {
            ++calls;
            QCOMPARE(records[0].state, ExtensionState::imported);
            QVERIFY(records[0].import_time.count() > 0);
            QVERIFY(container.registrations().empty());
        });
        (void)load_extension(container, records[1], nullptr, [&] { ++calls; });
        QCOMPARE(calls, 1);
    }

    void threadThatOutlivesItsSetupDoesNoHarm() {
        DependencyContainer container;
        const QString value = "registers:registers::leaves_a_thread";
        const Loaded loaded = load(container, {value}, false);
        QCOMPARE(loaded.log, QStringList("W " + value + " extension failed." + set_it));
        QCOMPARE(top_place(loaded.records[0].exceptions[0]), place("registers.cpp", "leaves_a_thread"));
        QCOMPARE(registered(loaded.records[0]), QStringList("registers.Third"));
        void* library = ::dlopen(loaded.records[0].library.c_str(), RTLD_LAZY | RTLD_NOLOAD);
        QVERIFY(library != nullptr); // it is never closed
        const auto end = reinterpret_cast<bool (*)()>(::dlsym(library, "registers_end_thread"));
        QVERIFY(end());
    }

    void classesOfOneNameInTwoLibrariesAreNeverMixed() {
        DependencyContainer container;
        const Loaded loaded =
            load(container, {"same_name_first:same_name::setup", "same_name_second:same_name::setup"}, false);
        QCOMPARE(loaded.records[0].state, ExtensionState::registered);
        QCOMPARE(loaded.log, QStringList("W same_name_second:same_name::setup extension failed." + set_it));
        const ReportedException& error = loaded.records[1].exceptions[0];
        QCOMPARE(error.type, std::string("fairlead::TypeConflictError"));
        QCOMPARE(top_place(error), place("same_name.cpp", "keep"));
        const QString told = QString::fromStdString(error.message + error.details);
        QVERIFY2(told.contains("shared_name.Config") && told.contains("libsame_name_first.so") &&
                     told.contains("libsame_name_second.so"),
                 qPrintable(told));
    }

    void extensionThatIsOffIsLeftAlone() {
        DependencyContainer container;
        auto records = extensions({"none:sample::setup", "registers:registers::two"});
        records[0].enabled = false;
        load_extensions(container, records, {.traced = true});
        QCOMPARE(records[0].state, ExtensionState::discovered);
        QVERIFY(!records[0].failure);
        QCOMPARE(records[1].state, ExtensionState::registered);
    }

    void traceIsWantedByMerePresence() {
        QVERIFY(!extension_trace_wanted([](const char*) -> const char* { return nullptr; }));
        for (const char* value : {"", "0", "1"})
            QVERIFY(extension_trace_wanted([value](const char* name) {
                return std::string(name) == "FAIRSEQ2_EXTENSION_TRACE" ? value : nullptr;
            }));
    }
};

QTEST_APPLESS_MAIN(ExtensionLoaderTest)
#include "extension_loader_test.moc"
