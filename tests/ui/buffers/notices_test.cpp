// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"

#include "core/files/recovery.h"
#include "ui/detail/detail_pane.h"
#include "ui/detail/notice_bar.h"

using namespace fairlead;
using namespace fairlead::ui;

/// The strips above the text when another program wrote the file, or text was recovered: every button of them.
class NoticesTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("models.yaml");
    const QByteArray m_before = "name: a\nurl: before\n";
    const QByteArray m_text = "name: a\n";
    const QByteArray m_mine = "# mine\nname: a\n";
    const QByteArray m_theirs = "name: a\nurl: theirs\n";
    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] QString notice() const {
        QStringList texts;
        for (const NoticeBar* bar : m->page()->findChildren<NoticeBar*>())
            if (bar->isVisible())
                texts.append(bar->text());
        return texts.join(QLatin1Char('|'));
    }
    [[nodiscard]] const Buffer& buffer() const { return m->page()->buffer(); }
    [[nodiscard]] DetailPane* details() const { return m->page()->findChild<DetailPane*>(); }

    /// As other editors save: a new file in the place of the old one. The window hears of it by itself.
    void othersWrite(const QByteArray& text) const {
        m->write(QStringLiteral("new"), text);
        QFile::remove(m->path(m_name));
        QVERIFY(QFile::rename(m->path(QStringLiteral("new")), m->path(m_name)));
    }
    void changeBoth() {
        OpenWindow::type(QStringLiteral("# mine"));
        OpenWindow::key(Qt::Key_Return);
        QCOMPARE(buffer().text(), m_mine);
        othersWrite(m_theirs);
        QTRY_COMPARE(notice(), QStringLiteral("models.yaml was changed by another program."));
    }
    /// What a program that was killed left behind.
    void leaveText() const { leaveText(std::get<FileStamp>(stamp_file(m->path(m_name).toStdString()))); }
    void leaveText(const std::optional<FileStamp>& stamp) const {
        RecoveryStore store((m->folder.path() + QStringLiteral("/recovery")).toStdString());
        RecoveredText text;
        text.id = store.new_id();
        text.path = m->path(m_name).toStdString();
        text.text = m_mine.toStdString();
        text.stamp = stamp;
        QVERIFY(!store.keep(text));
    }
    void offer() {
        m->buffers->offerRecovered();
        QTRY_COMPARE(notice(), QStringLiteral("Unsaved text of models.yaml was recovered."));
        QCOMPARE(m->editor()->text(), m_text);
    }
    /// Restored text is not saved unasked over what is on disk, which it was not made from.
    void restoreOver(const QByteArray& onDisk) {
        m->buffers->offerRecovered();
        QTRY_COMPARE(notice(), QStringLiteral("Unsaved text of models.yaml was recovered."));
        QVERIFY(m->click(QStringLiteral("Restore")));
        QCOMPARE(m->editor()->text(), m_mine);
        QCOMPARE(notice(), QStringLiteral("models.yaml was changed by another program."));
        m->editor()->setFocus();
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m->read(m_name), onDisk);
    }

    /// What a program left that was killed while it wrote the file in place.
    void leaveCopy() {
        const QString copies = m->folder.path() + QStringLiteral("/recovery/");
        QDir().mkpath(copies);
        const QString name = copies + m_name + QStringLiteral("-0a1b2c3d");
        QVERIFY(QFile::link(m->path(m_name), name + QStringLiteral(".file")));
        QFile copy(name + QStringLiteral(".before"));
        QVERIFY(copy.open(QFile::WriteOnly));
        copy.write(m_before);
        copy.close();
        m->buffers->offerRecovered();
        QTRY_COMPARE(notice(), QStringLiteral("A save of models.yaml was interrupted. What it held before was kept."));
        QCOMPARE(m->editor()->text(), m_text);
        QVERIFY(m->isLogged(LogLevel::Warning, QStringLiteral("files"),
                            QStringLiteral("A save of models.yaml was interrupted")));
    }
    [[nodiscard]] QStringList copies() const {
        return QDir(m->folder.path() + QStringLiteral("/recovery"))
            .entryList({QStringLiteral("*.before"), QStringLiteral("*.file")},
                       QDir::Files | QDir::System | QDir::Hidden);
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
        m->write(m_name, m_text);
        QVERIFY(m->startWith(m_name));
    }
    void cleanup() { m.reset(); }

    void differenceIsFromTheirsToMine() {
        changeBoth();
        QVERIFY(m->click(QStringLiteral("Show difference")));
        QVERIFY(details()->isVisible());
        QCOMPARE(details()->title(), QStringLiteral("From models.yaml on disk to the text here"));
        QVERIFY2(details()->text().contains(QStringLiteral("+# mine\n name: a\n-url: theirs")),
                 qPrintable(details()->text()));
        QCOMPARE(buffer().text(), m_mine);
        QCOMPARE(m->read(m_name), m_theirs);
    }

    void takeTheirsReadsTheFileAgain() {
        changeBoth();
        QVERIFY(m->click(QStringLiteral("Take theirs")));
        QCOMPARE(m->editor()->text(), m_theirs);
        QVERIFY(!buffer().isModified());
        QCOMPARE(notice(), QString());
        m->editor()->setFocus();
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m->editor()->text(), m_mine);
        QVERIFY(buffer().isModified());
        QCOMPARE(m->read(m_name), m_theirs);
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"),
                            QStringLiteral("Took %1 as another program wrote it").arg(m->path(m_name))));
    }

    void keepMineSavesOnlyWhenAskedTo() {
        changeBoth();
        QVERIFY(m->click(QStringLiteral("Keep mine")));
        QCOMPARE(notice(), QString());
        QCOMPARE(buffer().text(), m_mine);
        QCOMPARE(m->read(m_name), m_theirs);
        m->editor()->setFocus();
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m->read(m_name), m_mine);
    }

    void savingAsksByTheNoticeAndKeepMineGoesOn() {
        changeBoth();
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m->read(m_name), m_theirs);
        QCOMPARE(notice(), QStringLiteral("models.yaml was changed by another program. Your text was not saved."));
        QVERIFY(m->isLogged(LogLevel::Warning, QStringLiteral("files"),
                            QStringLiteral("%1 was not saved: another program changed it").arg(m->path(m_name))));
        QVERIFY(m->click(QStringLiteral("Keep mine")));
        QCOMPARE(m->read(m_name), m_mine);
        QVERIFY(!buffer().isModified());
        QCOMPARE(notice(), QString());
    }

    void aSecondChangeIsTheOneThatIsTaken() {
        changeBoth();
        othersWrite("name: second\n");
        QTRY_COMPARE(buffer().diskText(), QByteArrayLiteral("name: second\n"));
        QVERIFY(m->click(QStringLiteral("Take theirs")));
        QCOMPARE(m->editor()->text(), QByteArrayLiteral("name: second\n"));
    }

    void unmodifiedTextFollowsUnasked() {
        othersWrite(m_theirs);
        QTRY_COMPARE(m->editor()->text(), m_theirs);
        QCOMPARE(notice(), QString());
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"),
                            QStringLiteral("%1 was changed by another program; read again").arg(m->path(m_name))));
    }

    void aDeletedFileIsMadeAgainByItsButton() {
        QVERIFY(QFile::remove(m->path(m_name)));
        QTRY_COMPARE(notice(), QStringLiteral("models.yaml was deleted by another program. Its text is still here."));
        QVERIFY(m->isLogged(LogLevel::Warning, QStringLiteral("files"),
                            QStringLiteral("%1 was deleted by another program").arg(m->path(m_name))));
        QVERIFY(m->click(QStringLiteral("Save")));
        QCOMPARE(m->read(m_name), m_text);
        QCOMPARE(notice(), QString());
    }

    void recoveredTextIsShownAsADifference() {
        leaveText();
        offer();
        QVERIFY(m->isLogged(LogLevel::Warning, QStringLiteral("files"),
                            QStringLiteral("Unsaved text of models.yaml was recovered")));
        QVERIFY(m->click(QStringLiteral("Show difference")));
        QVERIFY(details()->isVisible());
        QCOMPARE(details()->title(), QStringLiteral("From models.yaml as it is to the recovered text"));
        QVERIFY2(details()->text().contains(QStringLiteral("+# mine\n name: a")), qPrintable(details()->text()));
        QCOMPARE(m->editor()->text(), m_text);
    }

    void recoveredTextIsRestoredUnsaved() {
        leaveText();
        offer();
        QVERIFY(m->click(QStringLiteral("Restore")));
        QCOMPARE(m->editor()->text(), m_mine);
        QVERIFY(buffer().isModified());
        QCOMPARE(notice(), QString());
        QCOMPARE(m->read(m_name), m_text);
        m->editor()->setFocus();
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m->editor()->text(), m_text);
        QTRY_VERIFY(m->action(QStringLiteral("Redo"))->isEnabled());
        OpenWindow::key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m->read(m_name), m_mine);
    }

    void recoveredTextIsDiscarded() {
        leaveText();
        offer();
        QVERIFY(m->click(QStringLiteral("Discard")));
        QCOMPARE(notice(), QString());
        QCOMPARE(m->editor()->text(), m_text);
        QVERIFY(!buffer().isModified());
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"),
                            QStringLiteral("Discarded the recovered text of models.yaml")));
    }

    // Restored text that was made from another file than the one on disk now is not saved over it unasked.
    void restoredOverANewerFileItIsAChangeByAnother() {
        leaveText();
        othersWrite(m_theirs);
        QTRY_COMPARE(m->editor()->text(), m_theirs);
        restoreOver(m_theirs);
    }

    // The same for text that was kept while there was no file: another program has made one since.
    void restoredOverAFileThatIsBackItIsAChangeByAnother() {
        leaveText(std::nullopt);
        restoreOver(m_text);
    }

    void whatAnInterruptedSaveKeptIsRestored() {
        leaveCopy();
        QVERIFY(m->click(QStringLiteral("Show difference")));
        QCOMPARE(details()->title(), QStringLiteral("From models.yaml as it is to what it held before the save"));
        QVERIFY2(details()->text().contains(QStringLiteral(" name: a\n+url: before\n")), qPrintable(details()->text()));
        QVERIFY(m->click(QStringLiteral("Restore")));
        QCOMPARE(m->editor()->text(), m_before);
        QCOMPARE(notice(), QString());
        QVERIFY(buffer().isModified());
        QCOMPARE(m->read(m_name), m_text);
        QCOMPARE(copies().size(), 2); // until it is saved
        m->editor()->setFocus();
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m->read(m_name), m_before);
        QCOMPARE(copies(), QStringList());
    }

    // Wherever the person was: what there is to decide is not left for later.
    void recoveredTextComesToTheFront() {
        m->write(QStringLiteral("other.yaml"), "name: other\n");
        m->navigator.go(Location::inFile(m->path(QStringLiteral("other.yaml")), 0, 0));
        leaveText();
        m->buffers->offerRecovered();
        QTRY_COMPARE(m->navigator.current().file, m->path(m_name));
        QCOMPARE(notice(), QStringLiteral("Unsaved text of models.yaml was recovered."));
    }

    void recoveredTextIsThereFromTheStart() {
        leaveText();
        QVERIFY(m->window->close());
        for (Buffer* open : std::vector(m->buffers->buffers()))
            m->buffers->close(open);
        m->write(QStringLiteral("a.yaml"), "name: a\n---\n"); // what is shown first
        m->makeWindow();
        QSignalSpy settled(m->window.get(), &MainWindow::settled);
        m->window->start({m->cards()});
        m->window->show();
        m->buffers->offerRecovered();
        QVERIFY(settled.wait());
        QTRY_COMPARE(m->navigator.current().file, m->path(m_name));
        QTRY_COMPARE(notice(), QStringLiteral("Unsaved text of models.yaml was recovered."));
    }

    void whatAnInterruptedSaveKeptIsDiscarded() {
        leaveCopy();
        QVERIFY(m->click(QStringLiteral("Discard")));
        QCOMPARE(notice(), QString());
        QCOMPARE(m->editor()->text(), m_text);
        QVERIFY(!buffer().isModified());
        QCOMPARE(copies(), QStringList());
    }
};

QTEST_MAIN(NoticesTest)
#include "notices_test.moc"
