// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/longest_turn.h"
#include "tests/ui/window/extensions_desk.h"
#include "ui/extensions/extensions_page.h"
#include "ui/registry/registry_model.h"
#include "ui/registry/registry_view.h"
#include "ui/window/environment_label.h"
#include "ui/window/page_tabs.h"
#include "ui/window/status_line.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>

using namespace fairlead;
using namespace fairlead::ui;

/// Extensions are chosen, loaded, switched off and traced in the window.
class ExtensionsWindowTest : public QObject {
    Q_OBJECT

    [[nodiscard]] QString saidOfTheRegistry() const {
        for (const QLabel* label : m->find<StatusLine>()->findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("Bundled registry")))
                return label->text();
        return {};
    }

private slots:
    void init() {
        m = std::make_unique<ExtensionsDesk>();
        QVERIFY(m->open());
    }
    void cleanup() { m.reset(); }

    void nothingRunsUntilTheEnvironmentIsChosen() {
        QVERIFY(!m->environment.isRunning());
        QCOMPARE(m->environment.kind(), Environment::Kind::Recorded);
        QVERIFY(!m->find<MainToolBar>()->picker().extensionsAction()->isEnabled());
    }

    void arrowKeysBeginAtTheOneThatIsShown() {
        QCOMPARE(saidOfTheRegistry(), QStringLiteral("Bundled registry, no environment"));
        QTest::keyClick(m->window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(m->environment.kind(), Environment::Kind::Native);
        QCOMPARE(saidOfTheRegistry(), QStringLiteral("Bundled registry, until extensions are loaded"));
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 60'000);
        QTRY_COMPARE(saidOfTheRegistry(), QString());
    }

    void theTreeIsNotPulledBackByReports() {
        m->choose();
        auto* tree = m->find<RegistryModel>();
        auto* view = m->find<RegistryView>();
        const auto shown = [&](int row) {
            const QAbstractItemModel& model = *view->model();
            for (int top = 0; top < model.rowCount(); ++top)
                if (const QModelIndex section = model.index(top, 0);
                    section.data(Qt::DisplayRole) == tree->extensionsSection().data(Qt::DisplayRole))
                    return row < 0 ? section : model.index(row, 0, section);
            return QModelIndex();
        };
        QVERIFY(shown(2).isValid());
        view->expand(shown(-1));
        m->navigator.go(*tree->locationOf(tree->index(2, 0, tree->extensionsSection())));
        QCOMPARE(view->currentIndex(), shown(2));
        view->setCurrentIndex(shown(0));
        emit m->environment.changed();
        QCOMPARE(view->currentIndex(), shown(0));
    }

    void tracingLoadsAgainAndChangesTheLog() {
        m->choose();
        const QString how = QStringLiteral("Set `FAIRSEQ2_EXTENSION_TRACE` environment variable");
        QVERIFY(isLogged(how, false));
        QVERIFY(!isLogged(QStringLiteral("extension failed."), true));
        m->settings.tracing().setOn(true);
        QTRY_VERIFY_WITH_TIMEOUT(m->environment.extensions().traced && !m->environment.isRunning(), 30'000);
        QVERIFY(isLogged(QStringLiteral("extension failed."), true));
        QTRY_VERIFY(m->find<MainToolBar>()->environment().sentence().contains(QStringLiteral("ExtensionError")));
    }

    void aSwitchedOffOneIsRemembered() {
        m->choose();
        QSignalSpy loadStarted(&m->workspace, &Workspace::loadStarted);
        m->environment.setEnabled(QStringLiteral("crasher"), false);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
        QCOMPARE(m->environment.extensions().extensions[2].outcome, ExtensionOutcome::off);
        QCOMPARE(m->environment.extensions().runs, 1);
        QCOMPARE(m->settings.values().switchedOff, QStringList{QStringLiteral("crasher")});
        QTRY_VERIFY_WITH_TIMEOUT(!m->workspace.isLoading(), 30'000);
        QCOMPARE(m->runs.load(), 2);
        QCOMPARE(loadStarted.size(), 1);
        m->environment.setEnabled(QStringLiteral("crasher"), true);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
    }

    void theButtonsSwitchRunAgainAndTrace() {
        m->choose();
        auto* page = m->find<ExtensionsPage>();
        QVERIFY(page != nullptr && page->isVisible());
        const auto press = [&](const char* button) {
            const int before = m->runs;
            if (!Hands::click(*m->window, QString::fromLatin1(button)))
                return false;
            return QTest::qWaitFor([&] { return m->runs > before && !m->environment.isRunning(); }, 30'000) &&
                   QTest::qWaitFor([&] { return !m->workspace.isLoading(); }, 30'000);
        };
        const auto outcome = [&] { return m->environment.extensions().extensions[1].outcome; };
        QVERIFY(press("Switch off"));
        QCOMPARE(outcome(), ExtensionOutcome::off);
        QCOMPARE(page->chosen(), QStringLiteral("thrower"));
        QVERIFY(press("Run again"));
        QCOMPARE(outcome(), ExtensionOutcome::off);
        QVERIFY(press("Switch on"));
        QCOMPARE(outcome(), ExtensionOutcome::failed);
        QCOMPARE(page->chosen(), QStringLiteral("thrower"));
        QVERIFY(press("Trace extensions"));
        QVERIFY(m->environment.extensions().traced && m->settings.tracing().isOn());
        QVERIFY(press("Trace extensions"));
        QVERIFY(!m->environment.extensions().traced && !m->settings.tracing().isOn());
        QCOMPARE(m->runs.load(), 6);
    }

    void ofTheRecordingThePageLoadsNativeOnes() {
        m->choose();
        const QList<QAction*> actions = m->find<MainToolBar>()->picker().environmentActions();
        actions[0]->trigger();
        QCOMPARE(m->environment.kind(), Environment::Kind::Recorded);
        m->navigator.go(Location::ofExtension());
        QVERIFY(Hands::click(*m->window, QStringLiteral("Load native extensions")));
        QCOMPARE(m->environment.kind(), Environment::Kind::Native);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
        QCOMPARE(m->environment.extensions().extensions.size(), std::size_t(3));
    }

    void whatIsCancelledIsNotSaidToRun() {
        QFile manifest(m->lab.filePath(QStringLiteral("lab.toml")));
        QVERIFY(manifest.open(QFile::Append));
        manifest.write("spins = \"" FAIRLEAD_FIXTURE_LIBRARIES "/libmisbehaves.so:misbehaves::spins\"\n");
        manifest.close();
        m->find<MainToolBar>()->picker().environmentActions()[1]->trigger();
        const auto outcome = [&] {
            const auto& extensions = m->environment.extensions().extensions;
            return extensions.size() == 4 ? extensions[3].outcome : ExtensionOutcome::off;
        };
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), ExtensionOutcome::calling, 30'000);
        m->environment.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
        QCOMPARE(outcome(), ExtensionOutcome::discovered);
    }

    // A limit of its own: what takes longer is said to.
    void theTimeLimitIsSet() {
        QFile manifest(m->lab.filePath(QStringLiteral("lab.toml")));
        QVERIFY(manifest.open(QFile::Append));
        manifest.write("spins = \"" FAIRLEAD_FIXTURE_LIBRARIES "/libmisbehaves.so:misbehaves::spins\"\n");
        manifest.close();
        SettingsValues values;
        values.extensionSeconds = 1;
        m->settings.apply(values);
        m->choose();
        const ExtensionReport& spins = m->environment.extensions().extensions.back();
        QCOMPARE(spins.outcome, ExtensionOutcome::timed_out);
        QCOMPARE(spins.limit_ms.value_or(0), 1000.0);
        auto* tree = m->find<RegistryModel>();
        QCOMPARE(tree->index(3, 0, tree->extensionsSection()).data(RegistryModel::DetailRole).toString(),
                 QStringLiteral("timed out (1 s)"));
    }

    void whatIsSetTogetherIsLoadedOnce_data() {
        QTest::addColumn<SettingsValues>("values");
        QTest::addColumn<int>("runs");
        QTest::addColumn<int>("loads"); // of sources: for another registry, and for other variables
        SettingsValues looks;
        looks.theme = Theme::Choice::Dark;
        looks.logRecords = 700;
        QTest::newRow("looks") << looks << 0 << 0;
        SettingsValues extensions;
        extensions.tracing = true;
        extensions.switchedOff = {QStringLiteral("crasher")};
        QTest::newRow("tracing and an extension") << extensions << 1 << 1;
        SettingsValues all = extensions;
        all.setVariable(QStringLiteral("FAIRSEQ2_DEVICE"), {VariableSetting::Here::Set, QStringLiteral("cpu")});
        QTest::newRow("and a variable") << all << 1 << 2;
        SettingsValues directories;
        directories.readsDirectories = true;
        QTest::newRow("directories") << directories << 0 << 1;
    }
    void whatIsSetTogetherIsLoadedOnce() {
        QFETCH(const SettingsValues, values);
        QFETCH(const int, runs);
        QFETCH(const int, loads);
        m->choose();
        QCOMPARE(m->runs.load(), 1);
        QSignalSpy loadStarted(&m->workspace, &Workspace::loadStarted);
        m->settings.apply(values);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m->workspace.isLoading(), 30'000);
        QCOMPARE(m->runs.load(), 1 + runs);
        QCOMPARE(loadStarted.size(), loads);
    }

    void theWelcomePageSaysWhatIsShown() {
        const auto says = [this](const QString& words) {
            m->navigator.go(Location::welcome());
            const auto labels = m->find<PageTabs>()->currentWidget()->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(words); });
        };
        QVERIFY(says(QStringLiteral("This is fairseq2 0.8.1 as it ships, recorded.")));
        m->choose();
        QVERIFY(says(QStringLiteral("This is fairseq2 0.8.1 with the native extensions of this machine.")));
        QVERIFY(!says(QStringLiteral("recorded")));
    }

    void theWindowAnswersWhileTheHostRuns() {
        constexpr double limit = 50; // milliseconds, the design's
        LongestTurn turn;
        m->choose();
        QVERIFY2(turn.milliseconds() < limit, qPrintable(QStringLiteral("%1 ms").arg(turn.milliseconds())));
    }

private:
    /// Whether a record says this, now or soon; with a trace below it, or without one.
    [[nodiscard]] bool isLogged(const QString& text, bool traced) const {
        return QTest::qWaitFor(
            [&] {
                for (quint64 at = m->log.first(); at < m->log.end(); at = m->log.from(at + 1))
                    if (const ui::LogRecord& record = m->log.record(at);
                        record.text.contains(text) && record.trace.isEmpty() != traced)
                        return true;
                return false;
            },
            2'000);
    }

    std::unique_ptr<ExtensionsDesk> m;
};

QTEST_MAIN(ExtensionsWindowTest)
#include "extensions_window_test.moc"
