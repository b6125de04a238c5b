// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"

#include "ui/buffers/apply_fixes.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/window/bottom_dock.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

using namespace fairlead;
using namespace fairlead::ui;

/// What the window does is in its log: each read, load, check, fix, save and failure, with a level and an origin.
class RecordsTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("a.yaml");
    const QString m_sources = QStringLiteral("sources");
    const QString m_files = QStringLiteral("files");
    const QString m_checks = QStringLiteral("checks");
    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] LogPanel* panel() const { return m->window->findChild<LogPanel*>(); }
    [[nodiscard]] LogView* view() const { return panel()->findChild<LogView*>(); }
    template <typename T>
    [[nodiscard]] T* inBar() const {
        return panel()->bar()->findChild<T*>();
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
    }
    void cleanup() { m.reset(); }

    void aCheckOfTheRegistryAloneIs() {
        QVERIFY(m->start({}));
        QVERIFY(m->isLogged(LogLevel::Info, m_checks, QStringLiteral("Checked the registry in ")));
        QVERIFY(m->isLogged(LogLevel::Info, m_checks, QStringLiteral("fairseq2 loads these sources")));
    }
    void loadsAndChecksAre() {
        const QString path = m->write(m_name, "name: a\n---\n");
        QVERIFY(m->startWith(m_name));
        QVERIFY(m->isLogged(LogLevel::Info, m_sources, QStringLiteral("Registry: fairseq2 0.8.1, recorded, ")));
        QVERIFY(m->isLogged(LogLevel::Info, m_sources, QStringLiteral("Opening ") + m->cards()));
        QVERIFY(m->isLogged(LogLevel::Debug, m_sources, QStringLiteral("Loading 1 source beside the registry's")));
        QVERIFY(m->isLogged(LogLevel::Debug, m_files, QStringLiteral("Read %1: 12 bytes, 2 documents").arg(path)));
        QVERIFY(
            m->isLogged(LogLevel::Info, m_checks, QStringLiteral("Read and checked 1 card in 1 file of 1 source in ")));
        QVERIFY(
            m->isLogged(LogLevel::Info, m_checks, QStringLiteral("fairseq2 would load nothing: AssetMetadataError: ")));
        QVERIFY(m->isLogged(LogLevel::Info, m_files, QStringLiteral("Read %1 (12 bytes)").arg(path)));
        OpenWindow::key(Qt::Key_End, Qt::ControlModifier);
        OpenWindow::type(QStringLiteral("name: b"));
        QVERIFY(m->isLogged(LogLevel::Debug, m_checks, QStringLiteral("Checked %1 after an edit in ").arg(path)));
        QVERIFY(m->isLogged(LogLevel::Info, m_checks, QStringLiteral("fairseq2 loads these sources")));
        QVERIFY(m->isLogged(LogLevel::Debug, m_files, QStringLiteral("Kept a copy of the unsaved text of a.yaml")));
        m->navigator.go(Location::inFile(QStringLiteral("registry:models/llama.yaml")));
        QVERIFY(m->isLogged(LogLevel::Info, m_files, QStringLiteral("Opened registry:models/llama.yaml, recorded")));
    }

    void cancellingIsAWarning() {
        QVERIFY(m->start({}));
        m->workspace->reload();
        m->workspace->cancel();
        QVERIFY(m->isLogged(LogLevel::Warning, m_sources, QStringLiteral("Loading was cancelled")));
    }

    void whatCannotBeReadIsAnError() {
        m->write(m_name, "name: a\n");
        QVERIFY(m->startWith(m_name));
        const QString gone = m->path(QStringLiteral("gone.yaml"));
        m->navigator.go(Location::inFile(gone));
        const QString message = QStringLiteral("%1 does not exist.").arg(gone);
        QVERIFY2(m->isLogged(LogLevel::Error, m_files, message), qPrintable(m->said()));
        QCOMPARE(m->said(), message);
        QCOMPARE(m->navigator.current().file, m->path(m_name));
    }

    void fixesAndRefusedFixesAre() {
        m->write(m_name, "name: a\n---\n");
        QVERIFY(m->startWith(m_name));
        const Fix fix = m->workspace->session()->diagnostics().front()->fixes.front();
        QVERIFY(applyFixes(*m->buffers, {&fix}));
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("fixes"), QStringLiteral("Fixed, not saved yet: ")));
    }

    // The panel shows them: from a level on, with a text, to be copied and cleared.
    void thePanelShowsFiltersCopiesAndClears() {
        const QString path = m->write(m_name, "name: a\n---\n");
        QVERIFY(m->startWith(m_name));
        m->window->findChild<BottomDock*>()->showPanel(1); // the log, which is made now
        QVERIFY(panel()->isVisible());
        QTRY_VERIFY(view()->model()->rowCount() > 3);
        const int infos = view()->model()->rowCount();
        inBar<QComboBox>()->setFocus();
        OpenWindow::key(Qt::Key_Home); // all levels
        QTRY_VERIFY(view()->model()->rowCount() > infos);
        const int all = view()->model()->rowCount();
        inBar<QLineEdit>()->setFocus();
        OpenWindow::type(QStringLiteral("2 documents"));
        QCOMPARE(view()->model()->rowCount(), 1);
        QVERIFY(m->click(QStringLiteral("Copy")));
        QVERIFY2(QGuiApplication::clipboard()->text().endsWith(
                     QStringLiteral("Debug  files  Read %1: 12 bytes, 2 documents\n").arg(path)),
                 qPrintable(QGuiApplication::clipboard()->text()));
        inBar<QLineEdit>()->clear();
        QCOMPARE(view()->model()->rowCount(), all);
        inBar<QComboBox>()->setFocus();
        OpenWindow::key(Qt::Key_End); // errors only
        QCOMPARE(view()->model()->rowCount(), 0);
        QVERIFY(!view()->isVisible());
        OpenWindow::key(Qt::Key_Home);
        QVERIFY(m->click(QStringLiteral("Clear")));
        QCOMPARE(m->log.count(), 0);
        QVERIFY(Hands::button(*m->window, QStringLiteral("Follow"))->isChecked());
    }
};

QTEST_MAIN(RecordsTest)
#include "records_test.moc"
