// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Started with a folder as its only word it is the program that will be killed: it types into a card and says when a
// copy of the text is kept.
#include "tests/ui/support/desk.h"

#include <QProcess>

#include <csignal>
#include <cstdio>

using namespace fairlead::ui;

namespace {

constexpr auto saved = "name: a\n";
constexpr auto typed = "# unsaved\nname: a\n";

/// The part of a program that keeps text: a workspace on the folder's card file, and its buffers.
struct Keeper {
    explicit Keeper(const QString& folder)
        : path(folder + QStringLiteral("/a.yaml")),
          buffers(workspace, (folder + QStringLiteral("/recovery")).toStdString()) {}

    QString path;
    Workspace workspace{fairlead::bundled_snapshot(), std::make_shared<spdlog::logger>("test")};
    BufferStore buffers;
};

int typeAndWait(const QString& folder) {
    Keeper keeper(folder);
    Buffer* buffer = keeper.buffers.open(keeper.path);
    if (buffer == nullptr)
        return 3;
    QObject::connect(buffer, &Buffer::noticesChanged, buffer, [buffer] {
        if (buffer->isRecoveryKept()) {
            std::puts("kept");
            std::fflush(stdout);
        }
    });
    buffer->replace(0, 0, QByteArrayLiteral("# unsaved\n"));
    return QApplication::exec();
}

} // namespace

/// Unsaved text outlives its program, and goes to nobody while that runs.
class RecoveryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_other;

    void startOther() {
        m_other = std::make_unique<QProcess>();
        m_other->start(QCoreApplication::applicationFilePath(), {m_folder->path()});
        QVERIFY(m_other->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_other->waitForReadyRead(100) || m_other->bytesAvailable() > 0, 20000);
        QCOMPARE(m_other->readLine().trimmed(), QByteArrayLiteral("kept"));
    }

    void killOther() {
        QCOMPARE(::kill(static_cast<pid_t>(m_other->processId()), SIGKILL), 0);
        QVERIFY(m_other->waitForFinished());
    }

    [[nodiscard]] QByteArray onDisk() const {
        QFile file(m_folder->filePath(QStringLiteral("a.yaml")));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArrayLiteral("<no file>");
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("a.yaml")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(saved);
    }
    void cleanup() {
        if (m_other && m_other->state() != QProcess::NotRunning)
            killOther();
        m_other.reset();
    }

    void textOfAKilledProgramIsOfferedAndRestored() {
        startOther();
        killOther();
        QCOMPARE(onDisk(), QByteArray(saved));
        Keeper keeper(m_folder->path());
        QSignalSpy recovered(&keeper.buffers, &BufferStore::recovered);
        keeper.buffers.offerRecovered();
        QVERIFY(recovered.wait(20000));
        Buffer* buffer = keeper.buffers.find(keeper.path);
        QVERIFY(buffer != nullptr && buffer->recovered() != nullptr);
        QCOMPARE(buffer->text(), QByteArray(saved));
        keeper.buffers.restore(buffer);
        QCOMPARE(buffer->text(), QByteArray(typed));
        QVERIFY(buffer->isModified() && buffer->recovered() == nullptr);
        QCOMPARE(onDisk(), QByteArray(saved));
        QVERIFY(std::holds_alternative<std::monostate>(keeper.buffers.save(buffer, {})));
        QCOMPARE(onDisk(), QByteArray(typed));
    }

    void discardedTextIsNotOfferedAgain() {
        startOther();
        killOther();
        {
            Keeper keeper(m_folder->path());
            QSignalSpy recovered(&keeper.buffers, &BufferStore::recovered);
            keeper.buffers.offerRecovered();
            QVERIFY(recovered.wait(20000));
            keeper.buffers.discardRecovered(keeper.buffers.find(keeper.path));
        }
        Keeper keeper(m_folder->path());
        QSignalSpy recovered(&keeper.buffers, &BufferStore::recovered);
        keeper.buffers.offerRecovered();
        QVERIFY(!recovered.wait(1000));
        QCOMPARE(onDisk(), QByteArray(saved));
    }

    void textOfARunningProgramIsNotTaken() {
        startOther();
        {
            Keeper keeper(m_folder->path());
            QSignalSpy recovered(&keeper.buffers, &BufferStore::recovered);
            keeper.buffers.offerRecovered();
            QVERIFY(!recovered.wait(1000));
        }
        killOther();
        Keeper keeper(m_folder->path());
        QSignalSpy recovered(&keeper.buffers, &BufferStore::recovered);
        keeper.buffers.offerRecovered();
        QVERIFY2(recovered.wait(20000), "the look at it took the running program's text away");
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc == 2 && QFileInfo(QString::fromLocal8Bit(argv[1])).isDir())
        return typeAndWait(QString::fromLocal8Bit(argv[1]));
    RecoveryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "recovery_test.moc"
