// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/native_host.h"
#include "tests/core/files/disk.h"

#include <QTest>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace fairlead;
using namespace std::chrono_literals;
using enum ExtensionOutcome;
namespace fs = std::filesystem;

namespace {

const std::string libraries = FAIRLEAD_FIXTURE_LIBRARIES;

using Extensions = std::vector<std::pair<std::string, std::string>>;

/// A manifest with extensions of the fixtures' libraries, between two good ones.
class Lab {
public:
    explicit Lab(const Extensions& extensions) {
        std::string text = "[project]\nname = \"lab\"\nversion = \"2\"\n"
                           "[project.entry-points.\"fairseq2.extension\"]\n";
        for (const auto& [name, value] : extensions)
            text += name + " = \"" + libraries + "/lib" + value.substr(0, value.find(':')) + ".so" +
                    value.substr(value.find(':')) + "\"\n";
        disk.write("extensions/lab.toml", text);
        options.program = FAIRLEAD_HOST;
        options.variables = {{"FAIRLEAD_EXTENSION_PATH", (disk / "extensions").string()},
                             {"HOME", (disk / "home").string()},
                             {"XDG_DATA_HOME", std::nullopt},
                             {"XDG_DATA_DIRS", (disk / "none").string()},
                             {"FAIRSEQ2_ASSET_DIR", disk.make_folder("system").string()}};
        options.limits.step = 2s;
        options.limits.output = std::size_t{4} << 20;
    }

    test::Disk disk;
    NativeHostOptions options;
};

Extensions between_good_ones(const std::string& value) {
    return {{"first", "registers:registers::two"}, {"odd", value}, {"last", "brings_assets:lab::setup"}};
}

QString text(const std::string& words) { return QString::fromStdString(words); }

QStringList log_of(const HostRun& run, const std::string& extension) {
    QStringList lines;
    for (const LogRecord& record : run.log)
        if (record.extension == extension)
            lines += text(std::string(to_string(record.origin)) + ": " + record.text);
    return lines;
}

QStringList things_of(const ExtensionReport& report) {
    QStringList names;
    for (const ReportedRegistration& registration : report.registered)
        names += text(registration.kind + " " + registration.name);
    return names;
}

QString place(const std::string& file, const std::string& words) {
    std::ifstream stream(FAIRLEAD_TEST_FIXTURES "/extensions/" + file);
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number)
        if (line.ends_with("// HERE " + words))
            return QString("%1:%2").arg(text(file)).arg(number);
    return "no such words";
}

/// The innermost frame of the root cause that is the extension's own.
QString top_place(const ExtensionReport& report) {
    for (const ReportedFrame& frame : report.errors.back().frames)
        if (frame.own)
            return QString("%1:%2").arg(text(fs::path(frame.file).filename())).arg(frame.line);
    return {};
}

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

/// Processes whose parent is this one.
QStringList child_processes() {
    std::ifstream list("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    QStringList found;
    for (std::string child; list >> child;)
        found += text(child);
    return found;
}

} // namespace

class NativeHostTest : public QObject {
    Q_OBJECT

private slots:
    void goodExtensionsAreRegistered() {
        const Lab lab({{"things", "registers:registers::two"}, {"cards", "brings_assets:lab::setup"}});
        std::size_t changes = 0;
        HostListener listener;
        listener.extension = [&](std::size_t, const ExtensionReport&) { ++changes; };
        const HostRun run = run_native_host(lab.options, listener);
        QCOMPARE(run.end, HostEnd::finished);
        QVERIFY2(run.notes.empty(), run.notes.empty() ? "" : run.notes[0].c_str());
        QCOMPARE(run.starts, 1);
        QVERIFY(changes >= 8); // found, being imported, being called, registered
        const auto& reports = run.snapshot.extensions;
        QCOMPARE(reports.size(), std::size_t(2));
        QCOMPARE(reports[0].outcome, ExtensionOutcome::registered);
        QCOMPARE(reports[0].distribution, std::string("lab"));
        QCOMPARE(reports[0].version, std::string("2"));
        QCOMPARE(reports[0].line, 5);
        QVERIFY(reports[0].import_ms.value() > 0);
        QVERIFY(reports[0].call_ms.value() >= 0);
        QCOMPARE(things_of(reports[0]), (QStringList{"object First", "object Second"}));
        QCOMPARE(text(reports[0].fairseq2.untraced), "It loads this extension and says nothing.");
        QVERIFY(run.fairseq2.untraced.starts && run.fairseq2.traced.starts);
        QCOMPARE(things_of(reports[1]),
                 (QStringList{"card source package:lab.assets", "card source lab:memory", "card source lab:counted"}));

        QCOMPARE(run.snapshot.fairseq2_version, std::string("0.8.1"));
        QCOMPARE(run.snapshot.sources.size(), std::size_t(2));
        QCOMPARE(run.snapshot.sources[1].name, std::string("lab:counted"));
        QCOMPARE(run.snapshot.sources[1].owner.value(), std::string("cards"));
        QCOMPARE(run.snapshot.sources[1].files[0].cards[1].name, std::string("counted_too@"));
        QCOMPARE(run.snapshot.sources[1].files[0].cards[1].line, 3);
        QVERIFY(log_of(run, "cards").join('\n').contains("package:lab.assets asset source is not found."));
    }

    void progressGoesForwardStepByStep() {
        const Lab lab({{"cards", "brings_assets:lab::setup"}, {"families", "brings_families:lab::families"}});
        QStringList steps;
        std::size_t done = 0;
        bool back = false;
        HostListener listener;
        listener.progress = [&](const HostProgress& progress) {
            if (steps.isEmpty() || steps.back() != text(progress.step)) {
                steps += text(progress.step);
                done = 0;
            }
            back = back || progress.done < done;
            done = progress.done;
        };
        static_cast<void>(run_native_host(lab.options, listener));
        QCOMPARE(steps, (QStringList{"extensions", "sources", "families", "download managers"}));
        QVERIFY(!back);
    }

    void familiesComeWithConfigsAndOwners() {
        const Lab lab(Extensions{{"lab", "brings_families:lab::families"}});
        const HostRun run = run_native_host(lab.options);
        QVERIFY2(run.end == HostEnd::finished && run.notes.empty(), run.error.c_str());
        const RegistrySnapshot& snapshot = run.snapshot;
        QCOMPARE(things_of(snapshot.extensions[0]),
                 (QStringList{"model family lab_net", "dataset family lab_lines", "tokenizer family lab_words",
                              "architecture small", "architecture broken"}));
        const FamilyRecord* net = snapshot.find_family(FamilyKind::model, "lab_net");
        QVERIFY(net != nullptr);
        QCOMPARE(net->class_name, std::string("lab.Net"));
        QCOMPARE(net->config_class.value(), std::string("lab.NetConfig"));
        QCOMPARE(net->capabilities, (std::vector<std::string>{"compilation", "meta"}));
        QCOMPARE(net->owner.value(), std::string("lab"));
        QVERIFY(net->place.file.ends_with("brings_families.cpp") && net->place.line > 0);
        QCOMPARE(text(net->default_config.text), R"({"model_dim":512,"dropout_p":null,"norm":{"epsilon":1e-05}})");
        QCOMPARE(net->architectures.size(), std::size_t(2));
        QCOMPARE(text(net->architectures[0].config.text),
                 R"({"model_dim":64,"dropout_p":0.5,"norm":{"epsilon":1e-05}})");
        QCOMPARE(net->architectures[0].owner.value(), std::string("lab"));
        QVERIFY(net->architectures[1].config_error == (RecordedError{"runtime_error", "no such size"}));
        QCOMPARE(snapshot.count(FamilyKind::dataset), std::size_t(1));
        const FamilyRecord* words = snapshot.find_family(FamilyKind::tokenizer, "lab_words");
        QVERIFY(words != nullptr && !words->config_class && !words->default_config);
        const auto schema = snapshot.find_schema("lab.NetConfig");
        QVERIFY(schema != nullptr && schema->find_field("norm") != nullptr);
        QCOMPARE(schema->find_field("norm")->nested_class, std::string("lab.NormConfig"));
        QVERIFY(snapshot.find_schema("lab.NormConfig") != nullptr);
        QCOMPARE(snapshot.schemes, std::vector<std::string>{"file"});
        QVERIFY(write_snapshot(read_snapshot(write_snapshot(snapshot))) == write_snapshot(snapshot));
    }

    void architecturesAreSentThoughADatasetHasTheirClassFirst() {
        const Lab lab(Extensions{{"lab", "brings_families:lab::shared_config"}});
        const HostRun run = run_native_host(lab.options);
        QVERIFY2(run.end == HostEnd::finished && run.notes.empty(), run.error.c_str());
        QCOMPARE(things_of(run.snapshot.extensions[0]),
                 (QStringList{"dataset family lab_lines", "model family lab_net", "architecture small"}));
        const FamilyRecord* net = run.snapshot.find_family(FamilyKind::model, "lab_net");
        QVERIFY(net != nullptr);
        QCOMPARE(net->architectures.size(), std::size_t(1));
    }

    void crashOfAConfigIsItsExtensions() {
        const Lab lab(Extensions{{"first", "registers:registers::two"}, {"odd", "brings_families:lab::crashing_arch"}});
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::finished);
        QCOMPARE(run.snapshot.extensions[0].outcome, ExtensionOutcome::registered);
        QCOMPARE(run.snapshot.extensions[1].outcome, crashed);
        QCOMPARE(things_of(run.snapshot.extensions[1]).size(), 6);
        QVERIFY(run.snapshot.families.empty());
    }

    void crashTellsWhereItWas() {
        const Lab lab(Extensions{{"odd", "misbehaves:misbehaves::crashes"}});
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
        const Lab lab(between_good_ones(value.toStdString()));
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
        const Lab lab({{"a", "misbehaves:misbehaves::crashes"},
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
        const Lab lab(between_good_ones("misbehaves:misbehaves::crashes"));
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(text(run.snapshot.extensions[1].output), "the last words\n");
        QVERIFY(log_of(run, "odd").contains("stdout: the last words"));
    }

    void allOfThemAreRunThroughInOneGo() {
        const Lab lab({{"a", "misbehaves:misbehaves::crashes"},
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

    void printedLinesBelongToWhoPrintedThem() {
        const Lab lab({{"one", "misbehaves:misbehaves::prints"}, {"two", "misbehaves:misbehaves::prints"}});
        const HostRun run = run_native_host(lab.options);
        for (const char* name : {"one", "two"}) {
            QStringList lines = log_of(run, name).mid(0, 3);
            lines.sort();
            QCOMPARE(lines, (QStringList{"stderr: to standard error", "stdout: to standard output",
                                         "stdout: without an end"}));
        }
    }

    void frozenContainerIsLiftedAndSaid() {
        const Lab lab({{"freezer", "registers:registers::only_resolves"}, {"later", "registers:registers::two"}});
        const HostRun run = run_native_host(lab.options);
        QVERIFY(run.snapshot.extensions[0].froze);
        QCOMPARE(run.snapshot.extensions[1].outcome, ExtensionOutcome::registered);
        QCOMPARE(text(run.snapshot.extensions[1].fairseq2.untraced),
                 "It logs a warning and goes on: freezer has frozen the container, so nothing that this extension "
                 "registers is taken.");
    }

    void conflictNamesBothOwners() {
        const Lab lab({{"first", "registers:registers::two"}, {"second", "registers:registers::two"}});
        const HostRun run = run_native_host(lab.options);
        const ReportedConflict& conflict = run.snapshot.extensions[1].conflict.value();
        QCOMPARE(conflict.type, std::string("registers.First"));
        QCOMPARE(conflict.owners[0].name.value(), std::string("first"));
        QCOMPARE(conflict.owners[1].name.value(), std::string("second"));
        QVERIFY(conflict.owners[0].place.line > 0);
    }

    void tracingIsSetOrRemoved() {
        Lab lab({{"good", "registers:registers::two"}, {"bad", "throws:sample::plain"}});
        qputenv("FAIRSEQ2_EXTENSION_TRACE", "0");
        const HostRun untraced = run_native_host(lab.options);
        lab.options.traced = true;
        qunsetenv("FAIRSEQ2_EXTENSION_TRACE");
        const HostRun traced = run_native_host(lab.options);
        const QString value = text(libraries) + "/libthrows.so:sample::plain";
        QCOMPARE(log_of(untraced, "good"), QStringList());
        QCOMPARE(log_of(untraced, "bad"),
                 QStringList("fairseq2: " + value +
                             " extension failed. Set `FAIRSEQ2_EXTENSION_TRACE` environment variable to print the "
                             "stack trace."));
        QCOMPARE(log_of(traced, "good"), QStringList("fairseq2: " + text(libraries) +
                                                     "/libregisters.so:registers::two extension registered "
                                                     "successfully."));
        const QStringList trace = log_of(traced, "bad").join('\n').split('\n');
        QCOMPARE(trace[0], "fairseq2: " + value + " extension failed.");
        QCOMPARE(trace[1], QString("std::runtime_error: the number is too large"));
        QVERIFY2(trace.join('\n').contains(place("throws.cpp", "plain")), qPrintable(trace.join('\n')));
    }

    void extensionThatIsOffIsNotLookedAt() {
        Lab lab(between_good_ones("misbehaves:misbehaves::crashes"));
        lab.options.switched_off = {"odd"};
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.starts, 1);
        QCOMPARE(run.snapshot.extensions[1].outcome, off);
        QVERIFY(run.snapshot.extensions[1].library.empty());
    }

    void secondOfItsNameKeepsItsErrorThoughTheFirstIsOff() {
        Lab lab(Extensions{{"odd", "misbehaves:misbehaves::crashes"}});
        lab.disk.write("extensions/other.toml",
                       "[project.entry-points.\"fairseq2.extension\"]\nodd = \"other:other::setup\"\n");
        const auto both_outcomes = [&] {
            const HostRun run = run_native_host(lab.options);
            QStringList outcomes;
            for (const ExtensionReport& report : run.snapshot.extensions)
                outcomes += text(std::string(to_string(report.outcome)));
            const auto& errors = run.snapshot.extensions.back().errors;
            return outcomes << (errors.empty() ? QString() : text(errors[0].message).section(" in ", 0, 0));
        };
        QCOMPARE(both_outcomes(), (QStringList{"crashed", "import-failed", "An extension named `odd` is already"}));
        lab.options.switched_off = {"odd"};
        QCOMPARE(both_outcomes(), (QStringList{"off", "import-failed", "An extension named `odd` is already"}));
    }

    void childThatGoesOnAsTheHostIsEnded() {
        const Lab lab(between_good_ones("misbehaves:misbehaves::forks"));
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::finished);
        QVERIFY(run.notes.empty());
        QCOMPARE(run.snapshot.extensions[1].outcome, ExtensionOutcome::registered);
        QCOMPARE(run.snapshot.extensions[2].outcome, ExtensionOutcome::registered);
    }

    void childrenEndAsTheyWantTo() {
        const Lab lab(between_good_ones("misbehaves:misbehaves::children_end"));
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.starts, 1);
        const ExtensionReport& odd = run.snapshot.extensions[1];
        QVERIFY2(odd.errors.empty(), odd.errors.empty() ? "" : odd.errors[0].message.c_str());
        QCOMPARE(odd.outcome, ExtensionOutcome::registered);
        QVERIFY2(log_of(run, "odd").contains("stdout: the child has its last words"),
                 qPrintable(log_of(run, "odd").join('\n')));
    }

    void daemonIsEndedWithTheHost() {
        Lab lab(between_good_ones("misbehaves:misbehaves::leaves_a_daemon"));
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
            const Lab lab(between_good_ones(std::string("misbehaves:misbehaves::") + function));
            const HostRun run = run_native_host(lab.options);
            QVERIFY2(run.end == HostEnd::finished, (function + (": " + run.error)).c_str());
            QCOMPARE(run.snapshot.extensions[2].outcome, ExtensionOutcome::registered);
        }
    }

    void runIsCancelled() {
        Lab lab(between_good_ones("misbehaves:misbehaves::waits_with_a_child"));
        lab.options.limits.step = 60s;
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

    void manyLinesAreAllThereAndFloodsAreCounted() {
        Lab lab(Extensions{{"many", "misbehaves:misbehaves::prints_many_lines"}});
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
        const Lab lab({{"cards", "brings_assets:lab::large"}, {"things", "registers:registers::long_keys"}});
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
        Lab lab(between_good_ones("misbehaves:misbehaves::floods_the_messages"));
        lab.options.limits.protocol = std::size_t{1} << 20;
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.end, HostEnd::failed);
        QCOMPARE(text(run.error), "The host said more than it should and was ended.");
        QCOMPARE(run.starts, 1);
        QCOMPARE(run.snapshot.extensions[1].outcome, calling);
    }

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
        Lab lab(Extensions{});
        lab.options.program = program.toStdString();
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(text(run.error), error);
        QCOMPARE(int(run.end), end);
    }

    void hostEndsWhenItsParentIsKilled() {
        Lab lab(between_good_ones("misbehaves:misbehaves::waits_with_a_child"));
        lab.options.limits.step = 60s;
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

QTEST_GUILESS_MAIN(NativeHostTest)
#include "native_host_test.moc"
