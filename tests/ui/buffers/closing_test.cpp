// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer.h"
#include "tests/ui/support/open_window.h"

#include <QListWidget>
#include <QMenu>

using namespace fairlead;
using namespace fairlead::ui;

/// Nothing that was typed is lost unasked: closing a page or the window, loading again, opening another folder.
class ClosingTest : public QObject {
    Q_OBJECT

    const QString m_a = QStringLiteral("a.yaml");
    const QString m_b = QStringLiteral("b.yaml");
    const QByteArray m_text = "name: x\n";
    const QByteArray m_typed = "# name: x\n";
    std::unique_ptr<OpenWindow> m;

    void typeInto(const QString& name) const {
        m->navigator.go(Location::inFile(m->path(name), 0, 0));
        OpenWindow::type(QStringLiteral("# "));
        QCOMPARE(m->page()->buffer().text(), m_typed);
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
        m->write(m_a, m_text);
        m->write(m_b, m_text);
        QVERIFY(m->startWith(m_a));
    }
    void cleanup() { m.reset(); }

    void savedPagesCloseUnasked() {
        const int pages = m->tabs()->count();
        OpenWindow::key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m->buffers->find(m->path(m_a)));
        QVERIFY(m->tabs()->count() <= pages);
    }

    void closingAPageAsks_data() {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<bool>("isSaved");
        QTest::newRow("save") << QStringLiteral("Save") << true << true;
        QTest::newRow("discard") << QStringLiteral("Discard") << true << false;
        QTest::newRow("cancel") << QStringLiteral("Cancel") << false << false;
    }
    void closingAPageAsks() {
        QFETCH(const QString, answer);
        QFETCH(const bool, isClosed);
        QFETCH(const bool, isSaved);
        typeInto(m_a);
        QTRY_VERIFY(m->page()->buffer().isRecoveryKept());
        Answer given(answer);
        OpenWindow::key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY2(given.wasGiven(), qPrintable(given.question()));
        QVERIFY2(given.question().contains(QStringLiteral("Save the changes to a.yaml?\n")),
                 qPrintable(given.question()));
        QCOMPARE(m->buffers->find(m->path(m_a)) == nullptr, isClosed);
        QCOMPARE(m->read(m_a), isSaved ? m_typed : m_text);
        if (isClosed) {
            // What was given up is in the checks no more.
            const auto file = m->workspace->fileAt(m->path(m_a));
            QVERIFY(file);
            QCOMPARE(QByteArray::fromStdString(m->workspace->session()->catalog().file(*file).stream.text()),
                     isSaved ? m_typed : m_text);
        } else {
            QCOMPARE(m->page()->buffer().text(), m_typed);
            QVERIFY(m->page()->buffer().isModified());
        }
        if (isClosed && !isSaved)
            QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"),
                                QStringLiteral("Gave up the unsaved text of a.yaml")));
    }

    void closingTheWindowAsks_data() { closingAPageAsks_data(); }
    void closingTheWindowAsks() {
        QFETCH(const QString, answer);
        QFETCH(const bool, isClosed);
        QFETCH(const bool, isSaved);
        typeInto(m_a);
        Answer given(answer);
        OpenWindow::key(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY2(given.wasGiven(), qPrintable(given.question()));
        QCOMPARE(m->window->isVisible(), !isClosed);
        QCOMPARE(m->read(m_a), isSaved ? m_typed : m_text);
        if (!isClosed)
            QCOMPARE(m->page()->buffer().text(), m_typed);
    }

    void severalTextsAreAskedAboutAtOnce_data() {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("withoutB");
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<bool>("isASaved");
        QTest::addColumn<bool>("isBSaved");
        QTest::newRow("all") << QStringLiteral("Save marked") << false << true << true << true;
        QTest::newRow("one of them") << QStringLiteral("Save marked") << true << true << true << false;
        QTest::newRow("none") << QStringLiteral("Discard all") << false << true << false << false;
        QTest::newRow("cancel") << QStringLiteral("Cancel") << false << false << false << false;
    }
    void severalTextsAreAskedAboutAtOnce() {
        QFETCH(const QString, answer);
        QFETCH(const bool, withoutB);
        QFETCH(const bool, isClosed);
        QFETCH(const bool, isASaved);
        QFETCH(const bool, isBSaved);
        typeInto(m_a);
        typeInto(m_b);
        QStringList listed;
        Answer given(answer, [&](QWidget& dialog) {
            auto* list = dialog.findChild<QListWidget*>();
            QVERIFY(list);
            for (int row = 0; row < list->count(); ++row)
                listed.append(list->item(row)->text());
            list->setFocus();
            list->setCurrentRow(static_cast<int>(listed.indexOf(m_b)));
            if (withoutB)
                QTest::keyClick(list, Qt::Key_Space);
        });
        m->window->close();
        QVERIFY2(given.wasGiven(), qPrintable(given.question()));
        listed.sort();
        QCOMPARE(listed, (QStringList{m_a, m_b}));
        QCOMPARE(m->window->isVisible(), !isClosed);
        QCOMPARE(m->read(m_a), isASaved ? m_typed : m_text);
        QCOMPARE(m->read(m_b), isBSaved ? m_typed : m_text);
    }

    void aSaveThatFailsKeepsTheWindowOpen() {
        typeInto(m_a);
        QVERIFY(QFile::remove(m->path(m_a)));
        QVERIFY(QDir(m->cards()).mkdir(m_a)); // nothing can be saved over a folder
        Answer given(QStringLiteral("Save"));
        m->window->close();
        QVERIFY2(given.wasGiven(), qPrintable(given.question()));
        QVERIFY(m->window->isVisible());
        QCOMPARE(m->page()->buffer().text(), m_typed);
        QCOMPARE(m->said(), QStringLiteral("%1 is a folder, not a regular file.").arg(m->path(m_a)));
    }

    void aNewTextIsAskedAboutToo() {
        OpenWindow::key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m->waitUntilLoaded());
        OpenWindow::type(QStringLiteral("name: new"));
        Answer given(QStringLiteral("Discard"));
        OpenWindow::key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY2(given.wasGiven(), qPrintable(given.question()));
        QVERIFY(m->waitUntilLoaded());
        QVERIFY(!m->workspace->session()->catalog().find("new", ""));
    }

    void loadingAgainKeepsUnsavedText() {
        typeInto(m_a);
        QSignalSpy loaded(m->workspace.get(), &Workspace::loaded);
        OpenWindow::key(Qt::Key_F5);
        QVERIFY(loaded.wait(20'000));
        QCOMPARE(m->page()->buffer().text(), m_typed);
        QCOMPARE(m->editor()->text(), m_typed);
        QVERIFY(m->page()->buffer().isModified());
        QCOMPARE(m->read(m_a), m_text);
        const auto file = m->workspace->fileAt(m->path(m_a));
        QCOMPARE(QByteArray::fromStdString(m->workspace->session()->catalog().file(*file).stream.text()), m_typed);
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier);
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m->editor()->text(), m_text);
    }

    void anotherFolderLeavesUnsavedTextOpen() {
        typeInto(m_a);
        QDir(m->folder.path()).mkdir(QStringLiteral("elsewhere"));
        QSignalSpy settled(m->window.get(), &MainWindow::settled);
        m->recent.note({m->folder.filePath(QStringLiteral("elsewhere"))});
        auto* menu = m->action(QStringLiteral("Open Recent"))->menu();
        emit menu->aboutToShow();
        menu->actions().first()->trigger();
        QVERIFY(settled.wait(20'000));
        QCOMPARE(m->workspace->paths(), QStringList{m->folder.filePath(QStringLiteral("elsewhere"))});
        Buffer* buffer = m->buffers->find(m->path(m_a));
        QVERIFY(buffer && buffer->isModified());
        QCOMPARE(buffer->text(), m_typed);
    }
};

QTEST_MAIN(ClosingTest)
#include "closing_test.moc"
