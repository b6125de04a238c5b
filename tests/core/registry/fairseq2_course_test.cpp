// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/fairseq2_course.h"

#include <QTest>

using namespace fairlead;
using enum fairlead::ExtensionOutcome;

namespace {

ExtensionReport extension(const std::string& name, ExtensionOutcome outcome) {
    ExtensionReport report;
    report.name = name;
    report.value = name + ":setup";
    report.outcome = outcome;
    if (outcome == exited)
        report.exit_code = 3;
    if (outcome == crashed)
        report.signal = "SIGSEGV";
    if (outcome == type_error)
        report.errors = {{"TypeError", "'module' object is not callable", {}, {}}};
    return report;
}

QString text(const std::string& words) { return QString::fromStdString(words); }

} // namespace

class Fairseq2CourseTest : public QObject {
    Q_OBJECT

private slots:
    void outcomeIsSaidInWords_data() {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("untraced");
        QTest::addColumn<QString>("untracedError"); ///< empty: it starts
        QTest::addColumn<QString>("traced");
        QTest::addColumn<QString>("tracedError");
        const auto row = [](ExtensionOutcome outcome, const QString& untraced, const QString& untraced_error,
                            const QString& traced, const QString& traced_error) {
            QTest::newRow(std::string(to_string(outcome)).c_str())
                << int(outcome) << untraced << untraced_error << traced << traced_error;
        };
        const QString warning = "It logs a warning and goes on.";
        const QString stops = "It does not start: ExtensionError ends its initialisation here.";
        const QString failed_text = "ExtensionError: a:setup extension failed.";
        row(registered, "It loads this extension and says nothing.", {}, "It logs that the extension is registered.",
            {});
        row(failed, warning, {}, stops, failed_text);
        row(import_failed, warning, {}, stops, failed_text);
        row(refused, warning, {}, stops, failed_text);
        row(wrong_signature, warning, {}, stops,
            "ExtensionError: a:setup entry point cannot be run as an extension since its signature does not match "
            "`extension_function(container: DependencyContainer)`.");
        row(type_error, "It does not start: it lets a TypeError pass.", "TypeError: 'module' object is not callable",
            "It does not start: it lets a TypeError pass.", "TypeError: 'module' object is not callable");
        const QString code = "the process ends with exit code 3";
        row(exited, "It stops here: " + code + ".", code, "It stops here: " + code + ".", code);
        const QString signal = "the process ends (SIGSEGV)";
        row(crashed, "It stops here: " + signal + ".", signal, "It stops here: " + signal + ".", signal);
        const QString endless = "It does not come back from this extension.";
        row(timed_out, "It waits here, for as long as this extension takes.", endless,
            "It waits here, for as long as this extension takes.", endless);
        row(flooded, "It waits here while this extension prints.", endless,
            "It waits here while this extension prints.", endless);
        const QString off_text = "It is switched off here only: fairseq2 itself would load it.";
        row(off, off_text, {}, off_text, {});
        row(discovered, "Not known: this extension was not run.", {}, "Not known: this extension was not run.", {});
    }
    void outcomeIsSaidInWords() {
        QFETCH(int, outcome);
        QFETCH(QString, untraced);
        QFETCH(QString, untracedError);
        QFETCH(QString, traced);
        QFETCH(QString, tracedError);
        std::vector<ExtensionReport> reports = {extension("a", ExtensionOutcome(outcome)), extension("b", registered)};
        const Fairseq2Courses courses = foretell_fairseq2(reports);
        QCOMPARE(text(reports[0].fairseq2.untraced), untraced);
        QCOMPARE(text(reports[0].fairseq2.traced), traced);
        QCOMPARE(text(courses.untraced.error), untracedError);
        QCOMPARE(text(courses.traced.error), tracedError);
        QCOMPARE(courses.untraced.starts, untracedError.isEmpty());
        QCOMPARE(courses.traced.starts, tracedError.isEmpty());
        QCOMPARE(courses.traced.stops_at, tracedError.isEmpty() ? std::nullopt : std::optional<std::string>("a"));
        QCOMPARE(text(reports[1].fairseq2.traced), tracedError.isEmpty() ? "It logs that the extension is registered."
                                                                         : "It does not come this far: it stops at a.");
    }

    void freezeMakesLaterRegistrationsFail() {
        std::vector<ExtensionReport> reports = {extension("a", registered), extension("b", registered),
                                                extension("c", registered)};
        reports[0].froze = true;
        reports[2].registered = {{"object", "C", "c.C", {}}};
        const Fairseq2Courses courses = foretell_fairseq2(reports);
        QCOMPARE(text(reports[1].fairseq2.untraced), "It loads this extension and says nothing.");
        QCOMPARE(text(reports[2].fairseq2.untraced),
                 "It logs a warning and goes on: a has frozen the container, so nothing that this extension registers "
                 "is taken.");
        QVERIFY(courses.untraced.starts);
        QCOMPARE(text(reports[2].fairseq2.traced),
                 "It does not start: a has frozen the container, so this extension raises ExtensionError.");
        QCOMPARE(courses.traced.stops_at.value(), std::string("c"));
        QCOMPARE(text(courses.traced.error), "ExtensionError: c:setup extension failed.");
    }

    void outcomesHaveTextsOfTheirOwn() {
        for (int i = 0; i <= int(off); ++i)
            QCOMPARE(extension_outcome(to_string(ExtensionOutcome(i))).value(), ExtensionOutcome(i));
        QVERIFY(!extension_outcome("gone"));
    }
};

QTEST_APPLESS_MAIN(Fairseq2CourseTest)
#include "fairseq2_course_test.moc"
