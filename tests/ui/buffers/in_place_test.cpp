// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/open_window.h"
#include "tests/ui/support/plain_user.h"

#include "ui/detail/notice_bar.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

struct stat statusOf(const QString& path) {
    struct stat status {};
    if (::stat(path.toLocal8Bit().constData(), &status) != 0)
        qFatal("%s is not there", qPrintable(path));
    return status;
}

} // namespace

/// Where a new file in the place of the old one would lose something, the person is asked before the old one is written
/// into.
class InPlaceTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("a.yaml");
    const QByteArray m_text = "name: a\r\nurl: \xFF\r\n";
    const QByteArray m_typed = "# x\r\nname: a\r\nurl: \xFF\r\n";
    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] bool typeInto(const QString& name) const {
        m->navigator.go(Location::inFile(m->path(name), 0, 0));
        OpenWindow::type(QStringLiteral("# x"));
        OpenWindow::key(Qt::Key_Return);
        return m->page() && m->page()->buffer().isModified();
    }
    static void save() { OpenWindow::key(Qt::Key_S, Qt::ControlModifier); }
    /// The texts of the strips above the text, those shown.
    [[nodiscard]] QStringList notices() const {
        QStringList texts;
        for (const NoticeBar* bar : m->page()->findChildren<NoticeBar*>())
            if (bar->isVisible())
                texts.append(bar->text());
        return texts;
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
    }
    void cleanup() { m.reset(); }

    void aHardLinkAsksFirst() {
        m->write(m_name, m_text);
        const QString other = m->folder.filePath(QStringLiteral("other"));
        QCOMPARE(::link(m->path(m_name).toLocal8Bit().constData(), other.toLocal8Bit().constData()), 0);
        QVERIFY(m->startWith(m_name));
        QVERIFY(typeInto(m_name));
        const auto inode = statusOf(other).st_ino;

        Answer no(QStringLiteral("Cancel"));
        save();
        QVERIFY2(no.wasGiven(), qPrintable(no.question()));
        QVERIFY2(
            no.question().contains(QStringLiteral("Replacing %1 by a new file would lose its hard link: the file's "
                                                  "other name would keep the old text. Write into the file itself "
                                                  "instead? A copy of it is kept until that is done.")
                                       .arg(m->path(m_name))),
            qPrintable(no.question()));
        QCOMPARE(m->read(m_name), m_text);
        QVERIFY(m->page()->buffer().isModified());
        QVERIFY(
            m->isLogged(LogLevel::Info, QStringLiteral("files"), m->path(m_name) + QStringLiteral(" was not saved")));

        Answer yes(QStringLiteral("Save in place"));
        save();
        QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
        QCOMPARE(m->read(m_name), m_typed);
        QCOMPARE(m->read(QStringLiteral("../other")), m_typed);
        QCOMPARE(statusOf(m->path(m_name)).st_ino, inode);
        QVERIFY(!m->page()->buffer().isModified());
        QVERIFY(m->isLogged(LogLevel::Info, QStringLiteral("files"), QStringLiteral("bytes), in place")));
        for (const QFileInfo& file : QDir(m->folder.filePath(QStringLiteral("recovery"))).entryInfoList(QDir::Files))
            QVERIFY2(!file.fileName().endsWith(QStringLiteral(".before")), "the copy of the old bytes was left behind");
    }

    // The copy of what the file held is there while it is written into, and named if the old bytes are lost.
    void inPlaceOnAFullDiskKeepsTheOldBytes() {
        m->write(m_name, m_text);
        const QString other = m->folder.filePath(QStringLiteral("other"));
        QCOMPARE(::link(m->path(m_name).toLocal8Bit().constData(), other.toLocal8Bit().constData()), 0);
        QVERIFY(m->startWith(m_name));
        QVERIFY(typeInto(m_name));
        Answer yes(QStringLiteral("Save in place"));
        {
            const FileSizeLimit limit(static_cast<rlim_t>(m_text.size())); // room for the copy, none for more
            save();
        }
        QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
        QCOMPARE(m->read(m_name), m_text);
        QCOMPARE(m->read(QStringLiteral("../other")), m_text);
        QCOMPARE(m->page()->buffer().text(), m_typed);
        QVERIFY(m->page()->buffer().isModified());
        QCOMPARE(
            notices(),
            QStringList{
                QStringLiteral("Cannot save %1: it would be larger than files may be here.").arg(m->path(m_name))});
    }

    void anotherOwnersFileAsksFirst() {
        m->write(m_name, m_text);
        const bool isRoot = ::geteuid() == 0;
        if (!isRoot)
            QCOMPARE(::link(m->path(m_name).toLocal8Bit().constData(),
                            m->folder.filePath(QStringLiteral("other")).toLocal8Bit().constData()),
                     0); // a plain user cannot make a file of another: a link asks in the same way
        QVERIFY(QFile::setPermissions(m->path(m_name), QFile::Permissions(0x6666)));
        QVERIFY(m->startWith(m_name));
        QVERIFY(typeInto(m_name));
        QDir(m->folder.path()).mkdir(QStringLiteral("recovery"));
        for (const QString& path : {m->folder.path(), m->cards(), m->folder.filePath(QStringLiteral("recovery"))})
            AsPlainUser::give(path);
        const AsPlainUser plain;
        Answer no(QStringLiteral("Cancel"));
        save();
        QVERIFY2(no.wasGiven(), qPrintable(no.question()));
        if (isRoot)
            QVERIFY2(no.question().contains(QStringLiteral("(root)")), qPrintable(no.question()));
        QCOMPARE(m->read(m_name), m_text);
        Answer yes(QStringLiteral("Save in place"));
        save();
        QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
        QCOMPARE(m->read(m_name), m_typed);
        QCOMPARE(statusOf(m->path(m_name)).st_uid == ::getuid(), !isRoot);
    }

    void aFolderThatTakesNoFilesAsksFirst() {
        m->write(m_name, m_text);
        QVERIFY(m->startWith(m_name));
        QVERIFY(typeInto(m_name));
        QDir(m->folder.path()).mkdir(QStringLiteral("recovery"));
        for (const QString& path :
             {m->folder.path(), m->cards(), m->path(m_name), m->folder.filePath(QStringLiteral("recovery"))})
            AsPlainUser::give(path);
        QVERIFY(QFile::setPermissions(m->cards(), QFile::ReadOwner | QFile::ExeOwner));
        {
            const AsPlainUser plain;
            Answer yes(QStringLiteral("Save in place"));
            save();
            QVERIFY2(yes.wasGiven(), qPrintable(yes.question()));
            QVERIFY2(yes.question().contains(QStringLiteral("cannot be replaced by a new file, since its folder allows "
                                                            "none.")),
                     qPrintable(yes.question()));
        }
        QVERIFY(QFile::setPermissions(m->cards(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(m->read(m_name), m_typed);
    }
};

QTEST_MAIN(InPlaceTest)
#include "in_place_test.moc"
