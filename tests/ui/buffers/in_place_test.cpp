// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/plain_user.h"
#include "tests/ui/support/saving_window.h"

#include <QDirIterator>

#include <unistd.h>

using namespace fairlead;
using namespace fairlead::ui;

/// Where a new file in the place of the old one would lose something, the person is asked before the old one is written
/// into.
class InPlaceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SavingWindow> m;

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<SavingWindow>();
    }
    void cleanup() { m.reset(); }

    void aHardLinkAsksFirst() {
        m->write(m->name, m->text);
        const QString other = m->folder.filePath(QStringLiteral("other"));
        QCOMPARE(::link(m->path(m->name).toLocal8Bit().constData(), other.toLocal8Bit().constData()), 0);
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        const auto inode = statusOf(other).st_ino;

        Answer no(QStringLiteral("Cancel"));
        SavingWindow::save();
        QVERIFY2(no.wasGiven(), qPrintable(no.question()));
        QVERIFY2(
            no.question().contains(QStringLiteral("Replacing %1 by a new file would lose its hard link: the file's "
                                                  "other name would keep the old text. Write into the file itself "
                                                  "instead? A copy of it is kept until that is done.")
                                       .arg(m->path(m->name))),
            qPrintable(no.question()));
        QCOMPARE(m->read(m->name), m->text);
        QVERIFY(m->page()->buffer().isModified());
        QVERIFY(
            m->isLogged(LogLevel::Info, QStringLiteral("files"), m->path(m->name) + QStringLiteral(" was not saved")));

        Answer yes(QStringLiteral("Save in place"));
        SavingWindow::save();
        QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
        QCOMPARE(m->read(m->name), m->typed);
        QCOMPARE(m->read(QStringLiteral("../other")), m->typed);
        QCOMPARE(statusOf(m->path(m->name)).st_ino, inode);
        QVERIFY(!m->page()->buffer().isModified());
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"), QStringLiteral("bytes), in place")));
        QDirIterator kept(m->folder.filePath(QStringLiteral("recovery")), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (kept.hasNext()) // neither a copy of the old bytes nor one of the new
            QCOMPARE(QFileInfo(kept.next()).fileName(), QStringLiteral("lock"));
    }

    // The copy of what the file held is there while it is written into, and named if the old bytes are lost.
    void inPlaceOnAFullDiskKeepsTheOldBytes() {
        m->write(m->name, m->text);
        const QString other = m->folder.filePath(QStringLiteral("other"));
        QCOMPARE(::link(m->path(m->name).toLocal8Bit().constData(), other.toLocal8Bit().constData()), 0);
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        Answer yes(QStringLiteral("Save in place"));
        {
            const FileSizeLimit limit(static_cast<rlim_t>(m->text.size())); // room for the copy, none for more
            SavingWindow::save();
        }
        QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
        QCOMPARE(m->read(m->name), m->text);
        QCOMPARE(m->read(QStringLiteral("../other")), m->text);
        QCOMPARE(m->page()->buffer().text(), m->typed);
        QVERIFY(m->page()->buffer().isModified());
        QCOMPARE(
            m->notices(),
            QStringList{
                QStringLiteral("Cannot save %1: it would be larger than files may be here.").arg(m->path(m->name))});
    }

    void anotherOwnersFileAsksFirst() {
        m->write(m->name, m->text);
        const bool isRoot = ::geteuid() == 0;
        if (!isRoot)
            QCOMPARE(::link(m->path(m->name).toLocal8Bit().constData(),
                            m->folder.filePath(QStringLiteral("other")).toLocal8Bit().constData()),
                     0); // a plain user cannot make a file of another: a link asks in the same way
        QVERIFY(QFile::setPermissions(m->path(m->name), QFile::Permissions(0x6666)));
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        QDir(m->folder.path()).mkdir(QStringLiteral("recovery"));
        for (const QString& path : {m->folder.path(), m->cards(), m->folder.filePath(QStringLiteral("recovery"))})
            AsPlainUser::give(path);
        const AsPlainUser plain;
        Answer no(QStringLiteral("Cancel"));
        SavingWindow::save();
        QVERIFY2(no.wasGiven(), qPrintable(no.question()));
        if (isRoot)
            QVERIFY2(no.question().contains(QStringLiteral("(root)")), qPrintable(no.question()));
        QCOMPARE(m->read(m->name), m->text);
        Answer yes(QStringLiteral("Save in place"));
        SavingWindow::save();
        QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
        QCOMPARE(m->read(m->name), m->typed);
        QCOMPARE(statusOf(m->path(m->name)).st_uid == ::getuid(), !isRoot);
    }

    void aFolderThatTakesNoFilesAsksFirst() {
        m->write(m->name, m->text);
        QVERIFY(m->startWith(m->name));
        QVERIFY(m->typeInto(m->name));
        QDir(m->folder.path()).mkdir(QStringLiteral("recovery"));
        for (const QString& path :
             {m->folder.path(), m->cards(), m->path(m->name), m->folder.filePath(QStringLiteral("recovery"))})
            AsPlainUser::give(path);
        QVERIFY(QFile::setPermissions(m->cards(), QFile::ReadOwner | QFile::ExeOwner));
        {
            const AsPlainUser plain;
            Answer yes(QStringLiteral("Save in place"));
            SavingWindow::save();
            QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
            QVERIFY2(yes.question().contains(QStringLiteral("cannot be replaced by a new file, since its folder allows "
                                                            "none.")),
                     qPrintable(yes.question()));
        }
        QVERIFY(QFile::setPermissions(m->cards(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(m->read(m->name), m->typed);
    }
};

QTEST_MAIN(InPlaceTest)
#include "in_place_test.moc"
