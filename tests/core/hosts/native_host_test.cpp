// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// What the host tells of extensions that come back.
#include "host_lab.h"

#include <QTest>

using namespace fairlead;
using namespace fairlead::test;
using enum ExtensionOutcome;

class NativeHostTest : public QObject {
    Q_OBJECT

private slots:
    void goodExtensionsAreRegistered() {
        const HostLab lab({{"things", "registers:registers::two"}, {"cards", "brings_assets:lab::setup"}});
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
        const HostLab lab({{"cards", "brings_assets:lab::setup"}, {"families", "brings_families:lab::families"}});
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
        const HostLab lab(Extensions{{"lab", "brings_families:lab::families"}});
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
        const HostLab lab(Extensions{{"lab", "brings_families:lab::shared_config"}});
        const HostRun run = run_native_host(lab.options);
        QVERIFY2(run.end == HostEnd::finished && run.notes.empty(), run.error.c_str());
        QCOMPARE(things_of(run.snapshot.extensions[0]),
                 (QStringList{"dataset family lab_lines", "model family lab_net", "architecture small"}));
        const FamilyRecord* net = run.snapshot.find_family(FamilyKind::model, "lab_net");
        QVERIFY(net != nullptr);
        QCOMPARE(net->architectures.size(), std::size_t(1));
    }

    void printedLinesBelongToWhoPrintedThem() {
        const HostLab lab({{"one", "misbehaves:misbehaves::prints"}, {"two", "misbehaves:misbehaves::prints"}});
        const HostRun run = run_native_host(lab.options);
        for (const char* name : {"one", "two"}) {
            QStringList lines = log_of(run, name).mid(0, 3);
            lines.sort();
            QCOMPARE(lines, (QStringList{"stderr: to standard error", "stdout: to standard output",
                                         "stdout: without an end"}));
        }
    }

    void frozenContainerIsLiftedAndSaid() {
        const HostLab lab({{"freezer", "registers:registers::only_resolves"}, {"later", "registers:registers::two"}});
        const HostRun run = run_native_host(lab.options);
        QVERIFY(run.snapshot.extensions[0].froze);
        QCOMPARE(run.snapshot.extensions[1].outcome, ExtensionOutcome::registered);
        QCOMPARE(text(run.snapshot.extensions[1].fairseq2.untraced),
                 "It logs a warning and goes on: freezer has frozen the container, so nothing that this extension "
                 "registers is taken.");
    }

    void conflictNamesBothOwners() {
        const HostLab lab({{"first", "registers:registers::two"}, {"second", "registers:registers::two"}});
        const HostRun run = run_native_host(lab.options);
        const ReportedConflict& conflict = run.snapshot.extensions[1].conflict.value();
        QCOMPARE(conflict.type, std::string("registers.First"));
        QCOMPARE(conflict.owners[0].name.value(), std::string("first"));
        QCOMPARE(conflict.owners[1].name.value(), std::string("second"));
        QVERIFY(conflict.owners[0].place.line > 0);
    }

    void tracingIsSetOrRemoved() {
        HostLab lab({{"good", "registers:registers::two"}, {"bad", "throws:sample::plain"}});
        qputenv("FAIRSEQ2_EXTENSION_TRACE", "0");
        const HostRun untraced = run_native_host(lab.options);
        lab.options.traced = true;
        qunsetenv("FAIRSEQ2_EXTENSION_TRACE");
        const HostRun traced = run_native_host(lab.options);
        const QString value = FAIRLEAD_FIXTURE_LIBRARIES "/libthrows.so:sample::plain";
        QCOMPARE(log_of(untraced, "good"), QStringList());
        QCOMPARE(log_of(untraced, "bad"),
                 QStringList("fairseq2: " + value +
                             " extension failed. Set `FAIRSEQ2_EXTENSION_TRACE` environment variable to print the "
                             "stack trace."));
        QCOMPARE(log_of(traced, "good"), QStringList("fairseq2: " FAIRLEAD_FIXTURE_LIBRARIES "/libregisters.so:"
                                                     "registers::two extension registered successfully."));
        const QStringList trace = log_of(traced, "bad").join('\n').split('\n');
        QCOMPARE(trace[0], "fairseq2: " + value + " extension failed.");
        QCOMPARE(trace[1], QString("std::runtime_error: the number is too large"));
        QVERIFY2(trace.join('\n').contains(place("throws.cpp", "plain")), qPrintable(trace.join('\n')));
    }

    void extensionThatIsOffIsNotLookedAt() {
        HostLab lab(between_good_ones("misbehaves:misbehaves::crashes"));
        lab.options.switched_off = {"odd"};
        const HostRun run = run_native_host(lab.options);
        QCOMPARE(run.starts, 1);
        QCOMPARE(run.snapshot.extensions[1].outcome, off);
        QVERIFY(run.snapshot.extensions[1].library.empty());
    }

    void secondOfItsNameKeepsItsErrorThoughTheFirstIsOff() {
        HostLab lab(Extensions{{"odd", "misbehaves:misbehaves::crashes"}});
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
};

QTEST_GUILESS_MAIN(NativeHostTest)
#include "native_host_test.moc"
