// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"

using namespace fairlead;
using namespace fairlead::ui;

/// Other programs write the same files: nothing of either side is lost unasked.
class DiskTest : public QObject {
    Q_OBJECT

    const QString m_name = QStringLiteral("a.yaml");

    /// As other editors save: a new file in the place of the old one.
    void replaceOnDisk(const Desk& desk, const QByteArray& text) {
        desk.write(QStringLiteral("new"), text);
        QFile::remove(desk.path(m_name));
        QVERIFY(QFile::rename(desk.path(QStringLiteral("new")), desk.path(m_name)));
    }

private slots:
    void unmodifiedTextFollowsTheDisk() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        Buffer* buffer = desk.open(m_name);
        replaceOnDisk(desk, "name: b\n");
        desk.buffers.checkDisk();
        QCOMPARE(buffer->text(), QByteArrayLiteral("name: b\n"));
        QVERIFY(!buffer->isModified());
        QVERIFY(desk.workspace.session()->catalog().find("b", ""));
    }

    void unsavedTextIsNotSavedOverTheirs() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        Buffer* buffer = desk.open(m_name);
        buffer->replace(6, 7, "mine");
        replaceOnDisk(desk, "name: theirs\n");
        QVERIFY(!desk.commands.save(buffer));
        QVERIFY(buffer->isSavePending());
        QCOMPARE(buffer->disk(), Buffer::Disk::Changed);
        QCOMPARE(buffer->diskText(), QByteArrayLiteral("name: theirs\n"));
        QCOMPARE(desk.read(m_name), QByteArrayLiteral("name: theirs\n"));
        QCOMPARE(buffer->text(), QByteArrayLiteral("name: mine\n"));
    }

    void keepMineSavesWhatWasWaiting() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        Buffer* buffer = desk.open(m_name);
        buffer->replace(6, 7, "mine");
        replaceOnDisk(desk, "name: theirs\n");
        QVERIFY(!desk.commands.save(buffer));
        desk.commands.keepMine(buffer);
        QCOMPARE(desk.read(m_name), QByteArrayLiteral("name: mine\n"));
        QVERIFY(!buffer->isModified());
    }

    void takeTheirsIsOneStepOfUndo() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        EditorPage* page = desk.show(m_name);
        Buffer& buffer = page->buffer();
        page->editor().select({6, 7});
        QTest::keyClicks(&page->editor(), QStringLiteral("mine"));
        QCOMPARE(buffer.text(), QByteArrayLiteral("name: mine\n"));
        replaceOnDisk(desk, "name: theirs\n");
        desk.buffers.checkDisk();
        desk.buffers.takeTheirs(&buffer);
        QCOMPARE(page->editor().text(), QByteArrayLiteral("name: theirs\n"));
        QVERIFY(!buffer.isModified());
        page->editor().send(QsciScintillaBase::SCI_UNDO);
        QCOMPARE(buffer.text(), QByteArrayLiteral("name: mine\n"));
        QVERIFY(buffer.isModified());
    }

    void aDeletedFileIsMadeAgainBySaving() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        Buffer* buffer = desk.open(m_name);
        QFile::remove(desk.path(m_name));
        desk.buffers.checkDisk();
        QCOMPARE(buffer->disk(), Buffer::Disk::Deleted);
        QCOMPARE(buffer->text(), QByteArrayLiteral("name: a\n"));
        QVERIFY(desk.commands.save(buffer));
        QCOMPARE(desk.read(m_name), QByteArrayLiteral("name: a\n"));
    }

    void packageCardsAreReadOnlyInWords() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        Buffer* buffer = desk.buffers.open(QStringLiteral("registry:models/llama.yaml"));
        QVERIFY(buffer != nullptr);
        QVERIFY(buffer->isReadOnly());
        QVERIFY2(buffer->readOnlyReason().contains(QStringLiteral("fairseq2")), qPrintable(buffer->readOnlyReason()));
        const QByteArray before = buffer->text();
        buffer->apply({{0, 4, "x"}});
        QCOMPARE(buffer->text(), before);
    }

    void saveAsMakesItThatFile() {
        Desk desk;
        desk.write(m_name, "name: a\n");
        desk.load();
        Buffer* buffer = desk.buffers.newFile("name: fresh\n");
        QVERIFY(buffer->isUntitled());
        const QString target = desk.path(QStringLiteral("fresh.yaml"));
        QVERIFY(std::holds_alternative<std::monostate>(desk.buffers.saveAs(buffer, target.toStdString(), {})));
        desk.waitUntilLoaded();
        QCOMPARE(desk.read(QStringLiteral("fresh.yaml")), QByteArrayLiteral("name: fresh\n"));
        QVERIFY(!buffer->isUntitled() && !buffer->isModified());
        QTRY_VERIFY(desk.workspace.session()->catalog().find("fresh", ""));
        QCOMPARE(desk.workspace.session()->catalog().find_all("fresh", "").size(), std::size_t(1));
    }
};

QTEST_MAIN(DiskTest)
#include "disk_test.moc"
