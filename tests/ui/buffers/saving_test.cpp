// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/plain_user.h"
#include "tests/ui/support/saving_window.h"

#include <QFileDialog>
#include <QLineEdit>

#include <unistd.h>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

std::function<void(QWidget&)> fileNamed(const QString& name) {
    return [name](QWidget& dialog) {
        auto* field = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY2(field, "this is no file dialog");
        field->setText(name);
    };
}

} // namespace

/// Saving by keys and dialogs, as bytes on disk; and what is said when it cannot be done.
class SavingTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SavingWindow> m;

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<SavingWindow>();
    }
    void cleanup() { m.reset(); }

    void onlyTheTypedBytesChange() {
        m->write(m->name, m->text);
        QVERIFY(QFile::setPermissions(m->path(m->name), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        QCOMPARE(m->page()->savedText().left(7), QStringLiteral("Unsaved"));
        QCOMPARE(m->read(m->name), m->text);
        SavingWindow::save();
        QCOMPARE(m->read(m->name), m->typed);
        QCOMPARE(m->page()->savedText(), QStringLiteral("Saved"));
        QCOMPARE(statusOf(m->path(m->name)).st_mode & 0777U, 0604U);
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"),
                            QStringLiteral("Saved %1 (%2 bytes)").arg(m->path(m->name)).arg(m->typed.size())));
        QCOMPARE(QDir(m->cards()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{m->name});
    }

    void aLinkStaysAndItsTargetIsReplaced() {
        m->write(QStringLiteral("real.yml.txt"), m->text);
        QVERIFY(QFile::link(m->path(QStringLiteral("real.yml.txt")), m->path(m->name)));
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        SavingWindow::save();
        QVERIFY(QFileInfo(m->path(m->name)).isSymLink());
        QCOMPARE(m->read(QStringLiteral("real.yml.txt")), m->typed);
    }

    void saveAllSavesWhatIsUnsaved() {
        m->write(m->name, m->text);
        m->write(QStringLiteral("b.yaml"), m->text);
        m->write(QStringLiteral("c.yaml"), m->text);
        QVERIFY(m->startWith(QStringLiteral("c.yaml")));
        QVERIFY(!m->action(QStringLiteral("Save All"))->isEnabled());
        QVERIFY(m->typeInto(m->name));
        QVERIFY(m->typeInto(QStringLiteral("b.yaml")));
        const auto before = statusOf(m->path(QStringLiteral("c.yaml"))).st_ino;
        QVERIFY(m->action(QStringLiteral("Save All"))->isEnabled());
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m->read(m->name), m->typed);
        QCOMPARE(m->read(QStringLiteral("b.yaml")), m->typed);
        QCOMPARE(statusOf(m->path(QStringLiteral("c.yaml"))).st_ino, before);
        QVERIFY(m->buffers->modified().empty());
    }

    void saveAllAsksForTheNameOfANewFile() {
        m->write(m->name, m->text);
        m->write(QStringLiteral("b.yaml"), m->text);
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        QVERIFY(m->typeInto(QStringLiteral("b.yaml")));
        OpenWindow::key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m->waitUntilLoaded());
        OpenWindow::type(QStringLiteral("name: fresh"));
        m->navigator.go(Location::inFile(m->path(m->name), 0, 0)); // saved is what is unsaved, not what is in front

        Answer no(QStringLiteral("Cancel"));
        m->action(QStringLiteral("Save All"))->trigger();
        QVERIFY2(no.wasGiven(), qPrintable(no.question()));
        QCOMPARE(m->read(m->name), m->typed);
        QCOMPARE(m->read(QStringLiteral("b.yaml")), m->typed);
        QCOMPARE(m->buffers->modified().size(), std::size_t(1)); // nothing of it is lost
        QVERIFY(m->action(QStringLiteral("Save All"))->isEnabled());

        Answer accept(QStringLiteral("Save"), fileNamed(m->path(QStringLiteral("new"))));
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY2(accept.wasGiven(), qPrintable(accept.question()));
        QCOMPARE(m->read(QStringLiteral("new.yaml")), QByteArrayLiteral("name: fresh"));
        QVERIFY(m->buffers->modified().empty());
        QVERIFY(m->waitUntilLoaded());
        QCOMPARE(m->page()->buffer().path(), m->path(m->name)); // one stays where one was
        QVERIFY(!m->action(QStringLiteral("Save All"))->isEnabled());
    }
    void aNewFileAsksForItsName() {
        m->write(m->name, m->text);
        QVERIFY(m->startWith(m->name));
        OpenWindow::key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m->waitUntilLoaded());
        OpenWindow::type(QStringLiteral("name: fresh"));
        QTRY_VERIFY(m->workspace->session()->catalog().find("fresh", ""));
        QString suggested;
        Answer cancel(QStringLiteral("Cancel"), [&](QWidget& dialog) {
            suggested = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text();
        });
        SavingWindow::save();
        QVERIFY2(cancel.wasGiven(), qPrintable(cancel.question()));
        QVERIFY2(suggested.endsWith(QStringLiteral("fresh.yaml")), qPrintable(suggested));
        QVERIFY(m->page()->buffer().isUntitled() && m->page()->buffer().isModified());

        QSignalSpy loads(m->workspace.get(), &Workspace::loadStarted);
        Answer accept(QStringLiteral("Save"), fileNamed(m->path(QStringLiteral("new"))));
        SavingWindow::save();
        QVERIFY2(accept.wasGiven(), qPrintable(accept.question()));
        QCOMPARE(m->read(QStringLiteral("new.yaml")), QByteArrayLiteral("name: fresh"));
        QVERIFY(m->waitUntilLoaded());
        QCOMPARE(loads.size(), 1);
        QCOMPARE(m->page()->buffer().path(), m->path(QStringLiteral("new.yaml")));
        QCOMPARE(m->tabs()->tabText(m->tabs()->currentIndex()), QStringLiteral("new.yaml"));
        QCOMPARE(m->workspace->session()->catalog().find_all("fresh", "").size(), std::size_t(1));
        OpenWindow::type(QStringLiteral("1"));
        SavingWindow::save();
        QCOMPARE(m->read(QStringLiteral("new.yaml")), QByteArrayLiteral("name: fresh1"));
    }

    void saveAsOutsideAddsTheFileInOneLoad() {
        m->write(m->name, "name: a\n");
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        QSignalSpy loads(m->workspace.get(), &Workspace::loadStarted);
        const QString outside = m->folder.filePath(QStringLiteral("copy.yaml"));
        Answer accept(QStringLiteral("Save"), fileNamed(outside));
        OpenWindow::key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(accept.wasGiven(), qPrintable(accept.question()));
        QVERIFY(m->waitUntilLoaded());
        QCOMPARE(loads.size(), 1);
        QCOMPARE(m->read(m->name), QByteArrayLiteral("name: a\n"));
        QCOMPARE(m->read(QStringLiteral("../copy.yaml")), QByteArrayLiteral("# x\nname: a\n"));
        QCOMPARE(m->workspace->paths(), (QStringList{m->cards(), outside}));
        QCOMPARE(m->workspace->session()->catalog().find_all("a", "").size(), std::size_t(2));
    }

    void saveAsOverAnOpenFileIsRefusedInWords() {
        m->write(m->name, m->text);
        m->write(QStringLiteral("b.yaml"), "name: b\n");
        QVERIFY(m->startWith(QStringLiteral("b.yaml")));
        QVERIFY(m->typeInto(m->name));
        const QString message =
            QStringLiteral("b.yaml is open in another tab. Close that one first, or choose another name.");
        QCOMPARE(std::get<FileError>(
                     m->buffers->saveAs(&m->page()->buffer(), m->path(QStringLiteral("b.yaml")).toStdString(), {}))
                     .message,
                 message.toStdString());
        QCOMPARE(m->notices(), QStringList{message});
        QCOMPARE(m->said(), message);
        QCOMPARE(m->read(QStringLiteral("b.yaml")), QByteArrayLiteral("name: b\n"));
    }

    void aFullDiskLosesNothing() {
        m->write(m->name, m->text);
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        {
            const FileSizeLimit limit(8);
            SavingWindow::save();
        }
        QCOMPARE(m->read(m->name), m->text);
        QCOMPARE(m->page()->buffer().text(), m->typed);
        QVERIFY(m->page()->buffer().isModified());
        const QString message =
            QStringLiteral("Cannot save %1: it would be larger than files may be here.").arg(m->path(m->name));
        QCOMPARE(m->notices(), QStringList{message});
        QCOMPARE(m->said(), message);
        QVERIFY(m->isLogged(LogLevel::Error, QStringLiteral("files"), message));
        QCOMPARE(QDir(m->cards()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{m->name});
        QVERIFY(m->click(QStringLiteral("Save")));
        QCOMPARE(m->read(m->name), m->typed);
        QCOMPARE(m->notices(), QStringList());
    }

    void aReadOnlyFileSaysSo() {
        m->write(m->name, m->text);
        AsPlainUser::give(m->folder.path());
        AsPlainUser::give(m->cards());
        AsPlainUser::give(m->path(m->name));
        QVERIFY(QFile::setPermissions(m->path(m->name), QFile::ReadOwner));
        const AsPlainUser plain;
        QVERIFY(m->startWith(m->name));
        QCOMPARE(m->page()->savedText(), QStringLiteral("Read-only"));
        QCOMPARE(m->notices(), QStringList{QStringLiteral("Read-only. You have no permission to write this file.")});
        QVERIFY(!m->action(QStringLiteral("Save"))->isEnabled());
        OpenWindow::type(QStringLiteral("x"));
        QCOMPARE(m->editor()->text(), m->text);
        QCOMPARE(m->said(), QStringLiteral("This text cannot be changed. You have no permission to write this file."));

        Answer accept(QStringLiteral("Save"), fileNamed(m->path(QStringLiteral("mine.yaml"))));
        QVERIFY(m->click(QStringLiteral("Save as…")));
        QVERIFY2(accept.wasGiven(), qPrintable(accept.question()));
        QCOMPARE(m->read(QStringLiteral("mine.yaml")), m->text);
        QCOMPARE(m->notices(), QStringList());
        OpenWindow::type(QStringLiteral("x"));
        QCOMPARE(m->editor()->text(), "x" + m->text);
    }

    void aFileThatBecomesReadOnlyKeepsItsText() {
        m->write(m->name, m->text);
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        AsPlainUser::give(m->path(m->name));
        QVERIFY(QFile::setPermissions(m->path(m->name), QFile::ReadOwner));
        AsPlainUser::give(m->cards());
        AsPlainUser::give(m->folder.path());
        const AsPlainUser plain;
        m->buffers->checkDisk();
        QVERIFY(m->page()->buffer().isReadOnly());
        QVERIFY(std::holds_alternative<FileError>(m->buffers->save(&m->page()->buffer(), {})));
        QCOMPARE(m->said(), QStringLiteral("a.yaml was not saved. You have no permission to write this file."));
        QCOMPARE(m->page()->buffer().text(), m->typed);
    }
};

QTEST_MAIN(SavingTest)
#include "saving_test.moc"
