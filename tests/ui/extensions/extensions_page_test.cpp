// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/extensions/extensions_bench.h"
#include "ui/extensions/extension_facts.h"
#include "ui/extensions/extensions_model.h"
#include "ui/extensions/trace_model.h"
#include "ui/extensions/trace_view.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace fairlead;
using namespace fairlead::ui;

class ExtensionsPageTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ExtensionsBench>(); }
    void cleanup() { m.reset(); }

    void theFirstFailureIsChosen() {
        QCOMPARE(m->page.chosen(), QStringLiteral("lab_models"));
        QVERIFY(trace()->isVisible());
        QVERIFY(facts()->html().contains(QStringLiteral("Conflict over wav2vec2_asr")));
        QVERIFY(facts()->html().contains(QStringLiteral("<b>Tracing on</b>, now")));
        QVERIFY(facts()->html().contains(QStringLiteral("Registered before it failed")));
        QVERIFY(facts()->html().contains(QStringLiteral("What its registrations lack")));
        QVERIFY(facts()->html().contains(QStringLiteral("Needed by <b>lab.Model</b>, registered at <a ")));
    }

    void whatFairseq2DoesIsSaidOnceItIsKnown() {
        const QString title = QStringLiteral("What fairseq2 does at this one");
        QVERIFY(facts()->html().contains(title));
        ExtensionsState state = sampleState();
        state.running = true;
        state.extensions[1].fairseq2 = {};
        m->page.setState(state);
        QVERIFY(!facts()->html().contains(title));
        m->page.setState(sampleState());
        QVERIFY(facts()->html().contains(title));
    }

    void theCauseIsReadWhole() {
        ExtensionsState state = sampleState();
        std::string& message = state.extensions[1].errors.back().message;
        m->page.setState(state);
        QCoreApplication::processEvents();
        const auto height = [this] { return trace()->visualRect(trace()->model()->index(0, 0)).height(); };
        const int low = height();
        for (int word = 0; word < 60; ++word)
            message += " further_words_of_it";
        m->page.setState(state);
        QCoreApplication::processEvents();
        const QFontMetrics metrics = trace()->fontMetrics();
        const int lines = metrics.horizontalAdvance(QString::fromStdString(message)) / trace()->viewport()->width();
        QVERIFY(lines > 5);
        QVERIFY2(height() >= low + lines * metrics.height() / 2, qPrintable(QString::number(height())));
        const int wide = height();
        m->page.resize(800, 640);
        QTRY_VERIFY(height() > wide);
        QVERIFY(!trace()->horizontalScrollBar()->isVisible());
    }

    void whoeverWaitsSeesForWhom() {
        ExtensionsState state = sampleState();
        state.running = true;
        state.extensions[2].outcome = ExtensionOutcome::calling;
        m->page.setState(state);
        QCOMPARE(said(QStringLiteral("<b>")),
                 QStringLiteral("<b>Loading extensions…</b> 3 of 4, now fast_audio is called"));
        state.extensions[2].outcome = ExtensionOutcome::importing;
        m->page.setState(state);
        QCOMPARE(said(QStringLiteral("<b>")),
                 QStringLiteral("<b>Loading extensions…</b> 3 of 4, now fast_audio is opened"));
    }

    void whatIsChosenStaysChosen() {
        QSignalSpy chosen(&m->page, &ExtensionsPage::chosenChanged);
        QTest::keyClick(table(), Qt::Key_Down);
        QCOMPARE(m->page.chosen(), QStringLiteral("fast_audio"));
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!trace()->isVisible());
        QVERIFY(facts()->html().contains(QStringLiteral("loading &lt;tables&gt;")));
        m->page.setState(sampleState());
        QCOMPARE(m->page.chosen(), QStringLiteral("fast_audio"));
        ExtensionsState loading = sampleState();
        loading.running = true;
        loading.extensions.resize(1); // the others are still to come
        m->page.setState(loading);
        QCOMPARE(m->page.chosen(), QStringLiteral("speechlab"));
        m->page.setState(sampleState());
        QCOMPARE(m->page.chosen(), QStringLiteral("fast_audio"));
        m->page.choose(QStringLiteral("speechlab"));
        QCOMPARE(m->page.location(), Location::ofExtension(QStringLiteral("speechlab")));
    }

    // Each report and each word on how far a run is comes as a state.
    void aReportThatChangesNothingLeavesThePageAsItIs() {
        m->page.resize(1100, 420);
        ExtensionsState state = sampleState();
        state.running = true;
        m->page.setState(state);
        auto* splitter = qobject_cast<QSplitter*>(table()->parentWidget());
        QVERIFY(splitter != nullptr);
        splitter->setSizes({170, splitter->height() - 170});
        table()->setColumnWidth(0, 173);
        QScrollBar* bar = facts()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 20);
        bar->setValue(20);
        const QList<int> sizes = splitter->sizes();
        const QList<QLabel*> labels = facts()->findChildren<QLabel*>(); // one may hold a link that is being pressed
        m->page.setState(state);
        state.extensions[0].call_ms = 30; // another one's report
        m->page.setState(state);
        QCoreApplication::processEvents();
        QCOMPARE(splitter->sizes(), sizes);
        QCOMPARE(table()->columnWidth(0), 173);
        QCOMPARE(bar->value(), 20);
        QCOMPARE(facts()->findChildren<QLabel*>(), labels);
        QVERIFY(facts()->html().contains(QStringLiteral("conformer_ctc")));
        state.extensions[1].registered.clear(); // its own
        m->page.setState(state);
        QVERIFY(!facts()->html().contains(QStringLiteral("conformer_ctc")));
        QCOMPARE(table()->columnWidth(0), 173);
    }

    void aClickOnAPlaceGoesThere() {
        QSignalSpy gone(&m->page, &ExtensionsPage::placeActivated);
        const QModelIndex cause = trace()->model()->index(0, 0);
        const QModelIndex frame = trace()->model()->index(1, TraceModel::Place, cause);
        QTest::mouseClick(trace()->viewport(), Qt::LeftButton, {}, trace()->visualRect(frame).center());
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first(), (QList<QVariant>{QStringLiteral("/src/lab/setup.cpp"), 41}));
        QTest::keyClick(trace(), Qt::Key_Return);
        QCOMPARE(gone.size(), 2);
    }

    void returnOpensAFoldAndAPlace() {
        QSignalSpy place(&m->page, &ExtensionsPage::placeActivated);
        const QAbstractItemModel& model = *trace()->model();
        const QModelIndex cause = model.index(0, 0);
        const QModelIndex fold = model.index(2, 0, cause);
        trace()->setCurrentIndex(fold);
        QVERIFY(!trace()->isExpanded(fold));
        QTest::keyClick(trace(), Qt::Key_Return);
        QVERIFY(trace()->isExpanded(fold));
        QTest::keyClick(trace(), Qt::Key_Return);
        QVERIFY(!trace()->isExpanded(fold));
        QCOMPARE(place.size(), 0);
        trace()->setCurrentIndex(model.index(0, TraceModel::Code, cause));
        QTest::keyClick(trace(), Qt::Key_Return);
        QCOMPARE(place.size(), 1);
    }

    void aLinkOfTheFactsIsFollowed() {
        QSignalSpy places(&m->page, &ExtensionsPage::placeActivated);
        QSignalSpy links(&m->page, &ExtensionsPage::linkActivated);
        for (const QLabel* label : facts()->findChildren<QLabel*>()) {
            const QString text = label->text();
            for (qsizetype at = text.indexOf(QStringLiteral("href=\"")); at >= 0;
                 at = text.indexOf(QStringLiteral("href=\""), at + 1)) {
                QString address = text.mid(at + 6, text.indexOf(u'"', at + 6) - at - 6);
                emit const_cast<QLabel*>(label)->linkActivated(
                    address.replace(QStringLiteral("&amp;"), QStringLiteral("&")));
            }
        }
        QVERIFY(places.contains(QList<QVariant>{QStringLiteral("/src/s/setup.cpp"), 12}));
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first().first().value<Location>(),
                 Location::ofFamily(FamilyKind::model, QStringLiteral("conformer_ctc")));
    }

    void theTraceIsCopied() {
        button(QStringLiteral("Copy trace"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), traceText(sampleState().extensions[1]));
    }

    void anExtensionIsSwitchedOffAndOn() {
        QSignalSpy wanted(&m->page, &ExtensionsPage::enabledWanted);
        QTest::mouseClick(button(QStringLiteral("Switch off")), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst(), (QList<QVariant>{QStringLiteral("lab_models"), false}));
        ExtensionsState state = sampleState();
        state.extensions[1] = sampleExtension("lab_models", ExtensionOutcome::off);
        m->page.setState(state);
        QCOMPARE(m->page.chosen(), QStringLiteral("lab_models")); // and not the next one that fails
        QTest::mouseClick(button(QStringLiteral("Switch on")), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst(), (QList<QVariant>{QStringLiteral("lab_models"), true}));
        m->page.choose(QStringLiteral("old_recipes"));
        QTest::mouseClick(button(QStringLiteral("Switch on")), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst(), (QList<QVariant>{QStringLiteral("old_recipes"), true}));
    }

    void aRunIsAskedForAndCancelled() {
        QSignalSpy run(&m->page, &ExtensionsPage::runWanted);
        QSignalSpy cancel(&m->page, &ExtensionsPage::cancelWanted);
        QTest::mouseClick(button(QStringLiteral("Run again")), Qt::LeftButton);
        QCOMPARE(run.size(), 1);
        ExtensionsState state = sampleState();
        state.running = true;
        m->page.setState(state);
        QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
        QCOMPARE(cancel.size(), 1);
        QCOMPARE(run.size(), 1);
    }

    void anEmptyEnvironmentSaysWhatToDo() {
        m->page.setState({});
        QVERIFY(said(QStringLiteral("No extensions in this")).contains(QStringLiteral("FAIRLEAD_EXTENSION_PATH")));
        QCOMPARE(m->page.chosen(), QString());
    }

    // What has been tried tells nothing of the environment as a whole.
    void aLoadThatBrokeOffSaysHowFarItCame() {
        ExtensionsState state = sampleState();
        state.failure = QStringLiteral("Loading was cancelled");
        state.extensions[2].outcome = ExtensionOutcome::discovered;
        m->page.setState(state);
        QCOMPARE(said(QStringLiteral("<b>")),
                 QStringLiteral("<b>Loading was cancelled.</b> 3 of 4 extensions were tried before that."));
        QCOMPARE(said(QStringLiteral("Fairlead ")), QString());
        m->page.setState({.failure = QStringLiteral("There is no program fairlead-host beside this one.")});
        QCOMPARE(said(QStringLiteral("<b>")),
                 QStringLiteral("<b>There is no program fairlead-host beside this one.</b>"));
        QCOMPARE(said(QStringLiteral("No extensions in this")), QString());
    }

    void ofARecordingNothingIsRunAgain() {
        m->page.setState({.recorded = true});
        QVERIFY(!said(QStringLiteral("The bundled registry is a recording")).isEmpty());
        QSignalSpy run(&m->page, &ExtensionsPage::runWanted);
        QTest::mouseClick(button(QStringLiteral("Load native extensions")), Qt::LeftButton);
        QCOMPARE(run.size(), 1);
    }

private:
    [[nodiscard]] QTableView* table() const { return m->table(); }
    [[nodiscard]] TraceView* trace() const { return m->page.findChild<TraceView*>(); }
    [[nodiscard]] ExtensionFacts* facts() const { return m->page.findChild<ExtensionFacts*>(); }
    /// The text of the label that is seen and begins so.
    [[nodiscard]] QString said(const QString& start) const {
        for (const QLabel* label : m->page.findChildren<QLabel*>())
            if (label->isVisible() && label->text().startsWith(start))
                return label->text();
        return {};
    }
    [[nodiscard]] QPushButton* button(const QString& text) const {
        for (QPushButton* button : m->page.findChildren<QPushButton*>())
            if (button->text().remove(u'&') == text && button->isVisible())
                return button;
        qFatal("no button %s", qPrintable(text));
    }

    std::unique_ptr<ExtensionsBench> m;
};

QTEST_MAIN(ExtensionsPageTest)
#include "extensions_page_test.moc"
