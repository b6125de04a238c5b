// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/extensions/extension_samples.h"
#include "ui/extensions/extension_words.h"
#include "ui/extensions/extensions_model.h"
#include "ui/extensions/trace_model.h"
#include "ui/text/english_plurals.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace fairlead;
using namespace fairlead::ui;

class ExtensionModelsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

    void theTableTellsEachExtension() {
        ExtensionsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setExtensions(sampleState().extensions, true);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(text(0, ExtensionsModel::Number), QStringLiteral("1"));
        QCOMPARE(text(0, ExtensionsModel::State), QStringLiteral("Registered"));
        QCOMPARE(text(0, ExtensionsModel::Package), QStringLiteral("speechlab 0.3.1"));
        QCOMPARE(text(0, ExtensionsModel::Import), QStringLiteral("96 ms"));
        QCOMPARE(text(0, ExtensionsModel::Registered), QStringLiteral("1 family, 2 archs, 1 object"));
        QCOMPARE(text(0, ExtensionsModel::Fairseq2), QStringLiteral("goes on"));
        QCOMPARE(text(1, ExtensionsModel::State), QStringLiteral("Failed half-way"));
        QCOMPARE(text(1, ExtensionsModel::Registered), QStringLiteral("1 family stays"));
        QCOMPARE(text(1, ExtensionsModel::Fairseq2), QStringLiteral("stops: ExtensionError"));
        QCOMPARE(text(2, ExtensionsModel::State), QStringLiteral("Crashed (SIGSEGV)"));
        QCOMPARE(text(2, ExtensionsModel::Call), QStringLiteral("–"));
        QCOMPARE(text(2, ExtensionsModel::Registered), QStringLiteral("not known"));
        QCOMPARE(text(3, ExtensionsModel::Registered), QStringLiteral("nothing"));
        QCOMPARE(text(2, ExtensionsModel::Fairseq2), QStringLiteral("is killed: SIGSEGV"));
        QCOMPARE(text(3, ExtensionsModel::State), QStringLiteral("Switched off"));
        QCOMPARE(model.firstFailure(), 1);
        QCOMPARE(model.rowOf(QStringLiteral("fast_audio")), 2);
        QCOMPARE(model.rowOf(QStringLiteral("nobody")), -1);

        model.setExtensions(sampleState().extensions, false);
        QCOMPARE(text(1, ExtensionsModel::Fairseq2), QStringLiteral("warns, goes on"));
    }

    void oneThatDidNotComeBackSaysHowLongItHad() {
        ExtensionsModel model;
        ExtensionReport report = sampleExtension("slow", ExtensionOutcome::timed_out);
        report.limit_ms = 30'000;
        const auto text = [&](int column) {
            model.setExtensions({report}, true);
            return model.index(0, column).data().toString();
        };
        QCOMPARE(text(ExtensionsModel::State), QStringLiteral("Timed out (30 s)"));
        QCOMPARE(text(ExtensionsModel::Import), QStringLiteral("96 ms"));
        QCOMPARE(text(ExtensionsModel::Call), QStringLiteral("> 30 s"));
        QCOMPARE(noTraceText(report),
                 QStringLiteral("Its function did not return within 30 s, and its process was "
                                "ended. The limit is Fairlead's, set in Settings, Environments; fairseq2 itself "
                                "would wait."));
        report.import_ms.reset();
        QCOMPARE(text(ExtensionsModel::Import), QStringLiteral("> 30 s"));
        QCOMPARE(text(ExtensionsModel::Call), QStringLiteral("–"));
        QCOMPARE(noTraceText(report),
                 QStringLiteral("Its library was not open within 30 s, and its process was "
                                "ended. The limit is Fairlead's, set in Settings, Environments; fairseq2 itself "
                                "would wait."));
        report.limit_ms.reset(); // recorded by an earlier Fairlead
        QCOMPARE(text(ExtensionsModel::State), QStringLiteral("Timed out"));
        QCOMPARE(text(ExtensionsModel::Import), QStringLiteral("–"));
    }

    void oneThatPrintedWithoutEndSaysHowMuchItMight() {
        ExtensionReport report = sampleExtension("flood", ExtensionOutcome::flooded);
        report.limit_mib = 64;
        QCOMPARE(stateText(report), QStringLiteral("Flooded (64 MiB)"));
        QCOMPARE(noTraceText(report), QStringLiteral("It printed more than 64 MiB, and its process was ended. The "
                                                     "limit is Fairlead's; fairseq2 itself would wait."));
    }

    void statesOfOneNameReplaceEachOtherWithoutAReset() {
        ExtensionsModel model;
        std::vector<ExtensionReport> extensions = sampleState().extensions;
        model.setExtensions(extensions, true);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        extensions[3].outcome = ExtensionOutcome::registered;
        model.setExtensions(extensions, true);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        extensions.pop_back();
        model.setExtensions(extensions, true);
        QCOMPARE(reset.size(), 1);
    }

    void everyStateHasAWordAndAnIcon() {
        for (int outcome = 0; outcome <= static_cast<int>(ExtensionOutcome::off); ++outcome) {
            const ExtensionReport report = sampleExtension("x", static_cast<ExtensionOutcome>(outcome));
            QVERIFY2(!stateText(report).isEmpty(), qPrintable(QString::number(outcome)));
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(stateIcon(report)))),
                     stateIcon(report));
            QVERIFY(!fairseq2Text(report, true).isEmpty());
            QVERIFY(!noTraceText(report).isEmpty());
        }
    }

    void theTraceBeginsWithTheRootCause() {
        TraceModel model;
        const QAbstractItemModelTester tester(&model);
        model.setExtension(sampleState().extensions[1]);
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex cause = model.index(0, 0);
        QCOMPARE(cause.data(TraceModel::ErrorRole).toString(), QStringLiteral("fairlead::InvalidOperationError"));
        QCOMPARE(cause.data(TraceModel::RemarkRole).toString(), QString());
        QCOMPARE(model.index(1, 0).data(TraceModel::RemarkRole).toString(), QStringLiteral("raised from the above"));

        // Own frames first, then the others as one.
        QCOMPARE(model.rowCount(cause), 3);
        const QModelIndex frame = model.index(0, TraceModel::Place, cause);
        QCOMPARE(frame.data().toString(), QStringLiteral("lab/setup.cpp:33"));
        QCOMPARE(frame.data(TraceModel::FileRole).toString(), QStringLiteral("/src/lab/setup.cpp"));
        QCOMPARE(frame.data(TraceModel::LineRole).toInt(), 33);
        QCOMPARE(model.index(0, TraceModel::Code, cause).data().toString(),
                 QStringLiteral("register_model_family<Model, Config>("));
        const QModelIndex fold = model.index(2, 0, cause);
        QVERIFY(fold.data(TraceModel::FoldRole).toBool());
        QVERIFY(fold.data().toString().startsWith(QStringLiteral("2 frames of the runtime")));
        QCOMPARE(model.rowCount(fold), 2);
        const QModelIndex unknown = model.index(1, 0, fold);
        QVERIFY(unknown.data(Qt::ToolTipRole).toString().contains(QStringLiteral("build it with -g")));
    }

    void controlCharactersOfAMessageAreSeen() {
        ExtensionReport report = sampleExtension("lab", ExtensionOutcome::failed);
        report.errors = {{"E", "a \x1b[31mred\nb\r", "", {}}};
        TraceModel model;
        model.setExtension(report);
        QCOMPARE(model.index(0, 0).data(TraceModel::MessageRole).toString(), QStringLiteral("a \\x1b[31mred\nb\\r"));
        QCOMPARE(traceText(report), QStringLiteral("E: a \\x1b[31mred\nb\\r\n"));
    }

    void theCopiedTraceHasAllFrames() {
        const QString text = traceText(sampleState().extensions[1]);
        QVERIFY(text.startsWith(QStringLiteral("fairlead::InvalidOperationError: `<class")));
        QVERIFY(text.contains(QStringLiteral("    /usr/include/fairlead/model_family.h:90, in fairlead::add\n")));
        QVERIFY(text.contains(QStringLiteral("        families(container);\n")));
        QVERIFY(text.indexOf(QStringLiteral("lab::SetupError")) >
                text.indexOf(QStringLiteral("fairlead-host, in main")));
    }

    void theExtensionsAreCounted() {
        ExtensionsState state = sampleState();
        QCOMPARE(countsText(state), QStringLiteral("4 entry points, 1 registered, 2 failed, 1 switched off · 2 runs"));
        state.extensions.resize(1);
        state.runs = 1;
        QCOMPARE(countsText(state), QStringLiteral("1 entry point, 1 registered, 0 failed"));
        QCOMPARE(countsText({}), QString());
    }

    void theSentenceSaysWhereFairseq2Stops() {
        ExtensionsState state = sampleState();
        QCOMPARE(courseText(state.extensions, state.courses),
                 QStringLiteral("<b>fairseq2 itself does not start in this environment.</b> With tracing on it stops "
                                "at 2, lab_models; with tracing off at 3, fast_audio."));
        QCOMPARE(courseIcon(state.extensions, state.courses), QStringLiteral("stops-load"));
        state.courses.untraced = {};
        QCOMPARE(courseText(state.extensions, state.courses),
                 QStringLiteral("<b>fairseq2 starts, but only with tracing off.</b> With tracing on it stops at 2, "
                                "lab_models."));
        QCOMPARE(courseIcon(state.extensions, state.courses), QStringLiteral("warning"));
        state.courses.traced = {};
        state.extensions.resize(1);
        QCOMPARE(courseText(state.extensions, state.courses),
                 QStringLiteral("<b>fairseq2 starts in this environment.</b> No extension fails."));
        QCOMPARE(courseIcon(state.extensions, state.courses), QStringLiteral("ok"));
    }

private:
    EnglishPlurals m_plurals;
};

QTEST_MAIN(ExtensionModelsTest)
#include "extension_models_test.moc"
