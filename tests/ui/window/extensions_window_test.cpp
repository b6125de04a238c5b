// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/native_host.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/longest_turn.h"
#include "tests/ui/window/window_desk.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/extensions/extensions_page.h"
#include "ui/pages/source_page.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_view.h"
#include "ui/registry/registry_model.h"
#include "ui/registry/registry_view.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_label.h"
#include "ui/window/environment_picker.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/page_tabs.h"
#include "ui/window/status_line.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

#include <algorithm>
#include <atomic>

using namespace fairlead;
using namespace fairlead::ui;

/// A window on extensions that a real host loads: a good one, one that throws, one that crashes.
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
        QSettings().clear();
        const QString libraries = QStringLiteral(FAIRLEAD_FIXTURE_LIBRARIES);
        QFile manifest(m_folder.filePath(QStringLiteral("lab.toml")));
        QVERIFY(manifest.open(QFile::WriteOnly));
        manifest.write(QStringLiteral("[project]\nname = \"lab\"\nversion = \"2\"\n"
                                      "[project.entry-points.\"fairseq2.extension\"]\n"
                                      "good = \"%1/libregisters.so:registers::two\"\n"
                                      "thrower = \"%1/libregisters.so:registers::one_then_throws\"\n"
                                      "crasher = \"%1/libmisbehaves.so:misbehaves::crashes\"\n")
                           .arg(libraries)
                           .toUtf8());
        manifest.close();
        m_runs = 0;
        qputenv("FAIRLEAD_EXTENSION_PATH", m_folder.path().toUtf8());
        qputenv("XDG_DATA_DIRS", m_folder.filePath(QStringLiteral("none")).toUtf8());
        m = std::make_unique<WindowDesk>(
            MainWindow::Memory::None,
            [this](NativeHostOptions options, const HostListener& listener, const std::stop_token& stop) {
                ++m_runs;
                options.program = FAIRLEAD_HOST;
                return run_native_host(options, listener, stop);
            });
        QVERIFY(m->start({}));
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

    void everyStateIsReadOffThePage() {
        choose();
        QCOMPARE(m->environment.extensions().extensions.size(), std::size_t(3));
        auto* page = m->find<ExtensionsPage>();
        QVERIFY(page != nullptr);
        QCOMPARE(page->chosen(), QStringLiteral("thrower"));
        QCOMPARE(m->environment.extensions().runs, 2);
        QCOMPARE(m->find<StatusLine>()->verdict(), QStringLiteral("fairseq2 would not start"));
        QVERIFY(m->find<MainToolBar>()->environment().sentence().contains(QStringLiteral("SIGSEGV")));

        // The tree leads to each.
        auto* tree = m->find<RegistryModel>();
        const QModelIndex section = tree->extensionsSection();
        QCOMPARE(tree->rowCount(section), 3);
        QCOMPARE(section.data(RegistryModel::DetailRole).toString(), QStringLiteral("2 of 3 failed"));
        const QModelIndex crasher = tree->index(2, 0, section);
        QCOMPARE(crasher.data(RegistryModel::DetailRole).toString(), QStringLiteral("crashed (SIGSEGV)"));
        m->navigator.go(*tree->locationOf(crasher));
        QCOMPARE(page->chosen(), QStringLiteral("crasher"));
    }

    void theTreeIsNotPulledBackByReports() {
        choose();
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

    void aPlaceOpensItsLine() {
        choose();
        auto* page = m->find<ExtensionsPage>();
        const ExtensionReport& thrower = m->environment.extensions().extensions[1];
        QVERIFY(!thrower.errors.empty());
        const auto frame = std::ranges::find_if(thrower.errors.front().frames,
                                                [](const ReportedFrame& own) { return own.own && own.line > 0; });
        QVERIFY(frame != thrower.errors.front().frames.end());
        emit page->placeActivated(QString::fromStdString(frame->file), frame->line);
        auto* source = m->find<SourcePage>();
        QVERIFY(source != nullptr);
        QCOMPARE(source->line(), frame->line);
        m->navigator.back();
        QCOMPARE(m->find<PageTabs>()->currentLocation().kind, Location::Kind::Extensions);
    }

    void tracingLoadsAgainAndChangesTheLog() {
        choose();
        const QString how = QStringLiteral("Set `FAIRSEQ2_EXTENSION_TRACE` environment variable");
        QVERIFY(isLogged(how, false));
        QVERIFY(!isLogged(QStringLiteral("extension failed."), true));
        m->settings.tracing().setOn(true);
        QTRY_VERIFY_WITH_TIMEOUT(m->environment.extensions().traced && !m->environment.isRunning(), 30'000);
        QVERIFY(isLogged(QStringLiteral("extension failed."), true));
        QTRY_VERIFY(m->find<MainToolBar>()->environment().sentence().contains(QStringLiteral("ExtensionError")));
    }

    void aSwitchedOffOneIsRemembered() {
        choose();
        QSignalSpy loadStarted(&m->workspace, &Workspace::loadStarted);
        m->environment.setEnabled(QStringLiteral("crasher"), false);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
        QCOMPARE(m->environment.extensions().extensions[2].outcome, ExtensionOutcome::off);
        QCOMPARE(m->environment.extensions().runs, 1);
        QCOMPARE(m->settings.values().switchedOff, QStringList{QStringLiteral("crasher")});
        QTRY_VERIFY_WITH_TIMEOUT(!m->workspace.isLoading(), 30'000);
        QCOMPARE(m_runs.load(), 2);
        QCOMPARE(loadStarted.size(), 1);
        m->environment.setEnabled(QStringLiteral("crasher"), true);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
    }

    void theButtonsSwitchRunAgainAndTrace() {
        choose();
        auto* page = m->find<ExtensionsPage>();
        QVERIFY(page != nullptr && page->isVisible());
        const auto press = [&](const char* button) {
            const int before = m_runs;
            if (!Hands::click(*m->window, QString::fromLatin1(button)))
                return false;
            return QTest::qWaitFor([&] { return m_runs > before && !m->environment.isRunning(); }, 30'000) &&
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
        QCOMPARE(m_runs.load(), 6);
    }

    void ofTheRecordingThePageLoadsNativeOnes() {
        choose();
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
        QFile manifest(m_folder.filePath(QStringLiteral("lab.toml")));
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
        QFile manifest(m_folder.filePath(QStringLiteral("lab.toml")));
        QVERIFY(manifest.open(QFile::Append));
        manifest.write("spins = \"" FAIRLEAD_FIXTURE_LIBRARIES "/libmisbehaves.so:misbehaves::spins\"\n");
        manifest.close();
        SettingsValues values;
        values.extensionSeconds = 1;
        m->settings.apply(values);
        choose();
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
        choose();
        QCOMPARE(m_runs.load(), 1);
        QSignalSpy loadStarted(&m->workspace, &Workspace::loadStarted);
        m->settings.apply(values);
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m->workspace.isLoading(), 30'000);
        QCOMPARE(m_runs.load(), 1 + runs);
        QCOMPARE(loadStarted.size(), loads);
    }

    void theWelcomePageSaysWhatIsShown() {
        const auto says = [this](const QString& words) {
            m->navigator.go(Location::welcome());
            const auto labels = m->find<PageTabs>()->currentWidget()->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(words); });
        };
        QVERIFY(says(QStringLiteral("This is fairseq2 0.8.1 as it ships, recorded.")));
        choose();
        QVERIFY(says(QStringLiteral("This is fairseq2 0.8.1 with the native extensions of this machine.")));
        QVERIFY(!says(QStringLiteral("recorded")));
    }

    void theWindowAnswersWhileTheHostRuns() {
        constexpr double limit = 50; // milliseconds, the design's
        LongestTurn turn;
        choose();
        QVERIFY2(turn.milliseconds() < limit, qPrintable(QStringLiteral("%1 ms").arg(turn.milliseconds())));
    }

    void aProblemOfAnExtensionLeadsToItsManifest() {
        choose();
        auto* problems = m->find<ProblemsModel>();
        QVERIFY(problems != nullptr && problems->rowCount() > 0);
        const auto location = problems->locationAt(problems->index(0, 0));
        QVERIFY(location.has_value());
        QCOMPARE(location->kind, Location::Kind::Source);
        QCOMPARE(location->file, m_folder.filePath(QStringLiteral("lab.toml")));
        QVERIFY(location->line > 4);
        QTest::keyClick(m->window.get(), Qt::Key_F8); // there is no card to go to
    }

    void brokenYamlOfAPackageIsAProblemThatOpensItsFile() {
        const auto write = [&](const QString& name, const QByteArray& text) {
            QFile file(m_folder.filePath(name));
            return file.open(QFile::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("lab/assets/more")));
        QVERIFY(write(QStringLiteral("lab/assets/more/broken.yaml"), "name: fine\n---\nname: [\n"));
        QVERIFY(write(QStringLiteral("lab/assets/empty.yaml"), "name: also_fine\n---\n"));
        QVERIFY(write(QStringLiteral("lab.toml"),
                      "[project]\nname = \"lab\"\n"
                      "[project.entry-points.\"fairseq2.extension\"]\n"
                      "cards = \"" FAIRLEAD_FIXTURE_LIBRARIES "/libbrings_assets.so:lab::setup\"\n"));
        choose();
        QCOMPARE(m->find<StatusLine>()->verdict(), QStringLiteral("fairseq2 would load nothing"));
        const auto& rows = m->find<ProblemsModel>()->rows();
        const auto row = std::ranges::find_if(rows, [](const ProblemRow& one) { return one.diagnostic.rule == 1; });
        QVERIFY(row != rows.end());
        auto* view = m->find<ProblemsView>();
        const QModelIndex where =
            view->model()->index(static_cast<int>(row - rows.begin()), ProblemsModel::WhereColumn);
        QCOMPARE(where.data().toString(), QStringLiteral("more/broken.yaml:3:7"));
        for (const ProblemRow& one : rows)
            QVERIFY2(one.diagnostic.fixes.empty(), "what belongs to a package is mended nowhere here");

        m->find<BottomDock>()->showPanel(0); // the problems
        QVERIFY(QTest::qWaitFor([&] { return view->viewport()->rect().contains(view->visualRect(where).center()); }));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(where).center());
        auto* page = qobject_cast<EditorPage*>(m->find<PageTabs>()->currentWidget());
        QVERIFY(page != nullptr);
        QCOMPARE(page->editor().text(), QByteArray("name: fine\n---\nname: [\n"));
        QCOMPARE(m->navigator.current().begin, qint64(21));
        QTest::keyClicks(&page->editor(), QStringLiteral("x"));
        QCOMPARE(page->editor().text(), QByteArray("name: fine\n---\nname: [\n"));
        QCOMPARE(m->find<StatusLine>()->message(),
                 QStringLiteral("This text cannot be changed. This file belongs to lab.assets."));
    }

    void whatAnExtensionLacksIsReadOffThePage() {
        QFile manifest(m_folder.filePath(QStringLiteral("lab.toml")));
        QVERIFY(manifest.open(QFile::WriteOnly));
        manifest.write("[project]\nname = \"lab\"\n"
                       "[project.entry-points.\"fairseq2.extension\"]\n"
                       "needs = \"" FAIRLEAD_FIXTURE_LIBRARIES "/libregisters.so:registers::lacks\"\n");
        manifest.close();
        choose();
        m->find<MainToolBar>()->picker().extensionsAction()->trigger();
        auto* page = m->find<ExtensionsPage>();
        QVERIFY(page != nullptr && page->isVisible());
        QLabel* said = nullptr;
        for (QLabel* label : page->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("Needed by")))
                said = label;
        QVERIFY2(said != nullptr, "what it lacks is not said");
        const QString text = QTextDocumentFragment::fromHtml(said->text()).toPlainText();
        QVERIFY2(text.contains(QStringLiteral("No registered provider found for `<class 'registers.Third'>`.")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Needed by registers.NeedsThird with the key large, registered at ")),
                 qPrintable(text));

        said->setFocus(); // the link by keys: its place on the page depends on the font
        QTest::keyClick(said, Qt::Key_Tab);
        QTest::keyClick(said, Qt::Key_Return);
        auto* source = qobject_cast<SourcePage*>(m->find<PageTabs>()->currentWidget());
        QVERIFY(source != nullptr);
        QVERIFY(m->navigator.current().file.endsWith(QStringLiteral("/registers.cpp")));
    }

private:
    void choose() {
        const QList<QAction*> actions = m->find<MainToolBar>()->picker().environmentActions();
        actions[1]->trigger();
        QVERIFY(m->environment.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!m->environment.isRunning(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m->workspace.isLoading(), 30'000);
    }

    /// Whether a record says this, now or soon; with a trace below it, or without one.
    [[nodiscard]] bool isLogged(const QString& text, bool traced) const {
        return QTest::qWaitFor(
            [&] {
                for (quint64 at = m->log.first(); at < m->log.end(); ++at)
                    if (const ui::LogRecord& record = m->log.record(at);
                        record.text.contains(text) && record.trace.isEmpty() != traced)
                        return true;
                return false;
            },
            2'000);
    }

    QTemporaryDir m_folder;
    std::atomic<int> m_runs = 0;
    std::unique_ptr<WindowDesk> m;
};

QTEST_MAIN(ExtensionsWindowTest)
#include "extensions_window_test.moc"
