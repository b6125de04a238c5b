// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS050 to FS057, FS061: what has become of the extensions of a live registry.
#include "checked_texts.h"
#include "core/checks/write_json.h"
#include "core/checks/write_text.h"

#include <QTest>

#include <algorithm>

using namespace fairlead;
using enum ExtensionOutcome;

namespace {

ExtensionReport extension(const std::string& name, ExtensionOutcome outcome, int line) {
    ExtensionReport report;
    report.name = name;
    report.value = name + ":setup";
    report.manifest = "/lab/lab.toml";
    report.line = line;
    report.outcome = outcome;
    return report;
}

ExtensionReport failed_with(ExtensionOutcome outcome, const std::string& message) {
    ExtensionReport report = extension("lab", outcome, 7);
    report.errors = {
        {"lab::SetupError", "outer", {}, {}},
        {"std::runtime_error",
         message,
         {},
         {{"__cxa_throw", "", 0, "", "libstdc++.so.6", false}, {"lab::setup()", "/lab/setup.cpp", 3, "", "", true}}}};
    report.warning = "lab:setup extension failed.";
    return report;
}

CheckSession session(std::vector<ExtensionReport> extensions) {
    auto registry = std::make_shared<RegistrySnapshot>();
    registry->extensions = std::move(extensions);
    SessionOptions options;
    options.registry = registry;
    return CheckSession::load(std::move(options));
}

QString told(std::vector<ExtensionReport> extensions) {
    CheckSession checked_session = session(std::move(extensions));
    return checked::told(checked_session);
}

} // namespace

class ExtensionsTest : public QObject {
    Q_OBJECT

private slots:
    void outcomeIsToldOnce_data() {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("expected");
        const auto row = [](ExtensionOutcome outcome, const QString& expected) {
            QTest::newRow(std::string(to_string(outcome)).c_str()) << int(outcome) << expected;
        };
        const QString says = "\n    says lab:setup extension failed.";
        row(registered, {});
        row(discovered, {});
        row(off, {});
        row(import_failed, "/lab/lab.toml error FS050 The extension lab cannot be imported: no such library. Thrown at "
                           "/lab/setup.cpp:3." +
                               says);
        row(refused, "/lab/lab.toml error FS050 The extension lab cannot be imported: no such library. Thrown at "
                     "/lab/setup.cpp:3." +
                         says);
        row(wrong_signature, "/lab/lab.toml error FS051 The extension lab cannot be called with a container: no such "
                             "library." +
                                 says);
        row(failed,
            "/lab/lab.toml error FS052 The extension lab failed: std::runtime_error: no such library. Thrown at "
            "/lab/setup.cpp:3. It had registered nothing." +
                says);
        row(exited, "/lab/lab.toml error FS054 The extension lab ends the process, with exit code 3, and with it every "
                    "program that uses fairseq2 where it is installed. Let its function return, or throw." +
                        says);
        row(timed_out,
            "/lab/lab.toml error FS055 The extension lab did not come back within 30 s, and was ended. fairseq2 would "
            "wait for it. Leave long work to a provider, which runs when its object is asked for." +
                says);
        row(flooded,
            "/lab/lab.toml error FS055 The extension lab printed more than 64 MiB, and was ended. fairseq2 would "
            "wait for it. Leave long work to a provider, which runs when its object is asked for." +
                says);
        row(crashed, "/lab/lab.toml error FS056 The extension lab crashes (SIGSEGV), and with it every program that "
                     "uses fairseq2 where it is installed. std::runtime_error: no such library. Thrown at "
                     "/lab/setup.cpp:3." +
                         says);
    }
    void outcomeIsToldOnce() {
        QFETCH(int, outcome);
        QFETCH(QString, expected);
        ExtensionReport report = failed_with(ExtensionOutcome(outcome), "no such library");
        report.exit_code = 3;
        report.signal = "SIGSEGV";
        report.limit_ms = 30'000;
        report.limit_mib = 64;
        QCOMPARE(told({report}), expected);
    }

    void recordingOfAnEarlierFairleadKnowsNoLimit() {
        ExtensionReport report = failed_with(timed_out, "");
        QVERIFY(told({report}).contains("The extension lab did not come back, and was ended."));
        report.outcome = flooded;
        QVERIFY(told({report}).contains("The extension lab printed without an end, and was ended."));
    }

    void whatStaysIsListed() {
        ExtensionReport report = failed_with(failed, "no.");
        for (int i = 1; i <= 7; ++i)
            report.registered.push_back({"object", "O" + std::to_string(i), "", {}});
        report.warning.reset();
        QCOMPARE(told({report}),
                 QString("/lab/lab.toml error FS052 The extension lab failed: std::runtime_error: no. Thrown at "
                         "/lab/setup.cpp:3. What it had registered stays: object O1, object O2, object O3, object O4, "
                         "object O5 and 2 others."));
    }

    void conflictNamesBothOwnersAndTheKey() {
        ExtensionReport report = failed_with(failed, "already");
        report.warning.reset();
        report.conflict = {"lab.Model", "small", {{"first", {"a.cpp", 1}}, {"lab", {"b.cpp", 2}}}};
        report.registered = {{"object", "O", "", {}}};
        QCOMPARE(
            told({report}),
            QString("/lab/lab.toml error FS057 The extension lab registers lab.Model with the key small (b.cpp:2), "
                    "which first has registered already (a.cpp:1). What comes after it is missing. What it had "
                    "registered stays: object O. Use another key, or register it once."));
        report.conflict = {"lab.Model", {}, {{{}, {}}}};
        report.registered.clear();
        QCOMPARE(
            told({report}),
            QString("/lab/lab.toml error FS057 The extension lab registers lab.Model, which fairseq2 has registered "
                    "already. What comes after it is missing. It had registered nothing. Use another key, or "
                    "register it once."));
    }

    void freezeNamesThoseThatFailByIt() {
        std::vector<ExtensionReport> reports = {extension("first", registered, 1), extension("freezer", registered, 2),
                                                extension("idle", registered, 3), extension("late", registered, 4)};
        reports[1].froze = true;
        reports[0].registered = reports[3].registered = {{"object", "O", "", {}}};
        QCOMPARE(told(reports),
                 QString("/lab/lab.toml error FS061 The extension freezer resolves something while it registers: that "
                         "freezes the container, and every later extension fails, here late. Resolve in a provider "
                         "instead."));
    }

    // What an extension can register: neither a default config nor an architecture.
    void aFamilyOfWhichNoCardCanBe() {
        RegistrySnapshot registry;
        FamilyRecord family;
        family.name = "tiny";
        family.class_name = "lab.Tiny";
        family.config_class = "lab.TinyConfig";
        registry.families.push_back(std::move(family));
        SessionOptions options;
        options.sources = checked::sources("name: one\nmodel_family: tiny\ncheckpoint: /x\n");
        options.registry = std::make_shared<RegistrySnapshot>(std::move(registry));
        CheckSession session = CheckSession::load(std::move(options));
        const auto found = session.diagnostics();
        const auto told =
            std::ranges::find_if(found, [](const Diagnostic* diagnostic) { return diagnostic->rule == 21; });
        QVERIFY(told != found.end());
        QCOMPARE((*told)->message,
                 std::string("tiny has neither a default config nor an architecture: the extension that brings it has "
                             "to register one before a card can be of it."));
    }

    void findingsStandInTheOrderOfTheManifestWithTheirLines() {
        std::vector<ExtensionReport> reports = {extension("a", crashed, 9), extension("b", exited, 4)};
        const CheckSession checked_session = session(reports);
        const auto diagnostics = checked_session.diagnostics();
        QCOMPARE(diagnostics.size(), std::size_t(2));
        QCOMPARE(diagnostics[0]->rule, std::uint16_t(54));
        QVERIFY(diagnostic_text(checked_session, *diagnostics[0], {}).starts_with("/lab/lab.toml:4: error: "));
        QVERIFY(report_json(checked_session, diagnostics).find(R"("file":"/lab/lab.toml","line":4,)") !=
                std::string::npos);
        QCOMPARE(checked_session.summary().errors, std::size_t(2));
        QVERIFY(checked_session.verdict().loads()); // cards are another matter
    }
};

QTEST_APPLESS_MAIN(ExtensionsTest)
#include "extensions_test.moc"
