// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

class FairleadctlFixTest : public QObject {
    Q_OBJECT

private slots:
    void onlyTheMendedBytesChange_data();
    void onlyTheMendedBytesChange();
    void whatIsFixedIsSaid();
    void errorsThatRemainAreListed();
    void dryRunPrintsADiffThatPatchTakes();
    void dryRunSaysThatErrorsRemain();
    void nothingToFixChangesNothing();
    void modeAndLinkAreKept();
    void readOnlyFileIsSaid();
    void aFileUnderTwoNamesIsMendedOnce();
    void whatWouldBeLostIsSaid();
    void missingPathIsFound();
    void stockCardsAreNotTouched();
};

void FairleadctlFixTest::onlyTheMendedBytesChange_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("trailing marker") << QByteArray("name: m  # c\n---\n") << QByteArray("name: m  # c\n");
    QTest::newRow("trailing marker, CRLF") << QByteArray("name: m\r\n---\r\n") << QByteArray("name: m\r\n");
    QTest::newRow("doubled marker") << QByteArray("name: a\n---\n---\nname: b\n")
                                    << QByteArray("name: a\n---\nname: b\n");
    QTest::newRow("name that is a date") << QByteArray("name:   2024-01-01 # c\nx: [1,  2]\n")
                                         << QByteArray("name:   \"2024-01-01\" # c\nx: [1,  2]\n");
    QTest::newRow("no end of line") << QByteArray("name: 7") << QByteArray("name: \"7\"");
    QTest::newRow("several at once") << QByteArray("---\nname: 7\n---\n---\nname: 8\n---\n")
                                     << QByteArray("---\nname: \"7\"\n---\nname: \"8\"\n");
}

void FairleadctlFixTest::onlyTheMendedBytesChange() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Command command;
    command.write(QStringLiteral("a.yaml"), before);
    const Outcome outcome = command.run(words("fix --alone a.yaml"));
    QCOMPARE(command.read(QStringLiteral("a.yaml")), after);
    QVERIFY2(outcome.status == 0, outcome.text());
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(QDir(command.path()).entryList(QDir::Files | QDir::Hidden), words("a.yaml"));
}

void FairleadctlFixTest::whatIsFixedIsSaid() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n---\n");
    const Outcome outcome = command.run(words("fix --alone a.yaml"));
    QVERIFY2(outcome.out.startsWith("a.yaml:2:1: fixed: "), outcome.text());
    QVERIFY2(outcome.out.contains("[FS003 empty-document]\n1 problem fixed.\n"), outcome.text());
    QVERIFY2(outcome.out.contains("fairseq2 loads these sources"), outcome.text());
}

void FairleadctlFixTest::errorsThatRemainAreListed() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\nmodel_family: zzzzzzz\n---\n");
    const Outcome outcome = command.run(words("fix a.yaml"));
    QCOMPARE(command.read(QStringLiteral("a.yaml")), QByteArray("name: m\nmodel_family: zzzzzzz\n"));
    QVERIFY2(outcome.out.contains("a.yaml:2:15: error: "), outcome.text());
    QCOMPARE(outcome.status, 1);
}

void FairleadctlFixTest::dryRunPrintsADiffThatPatchTakes() {
    const Command command;
    const QByteArray before = "name: a\n---\n---\nname: b\nx: 1\ny: 2\nz: 3\nw: 4\n---\nname: 7";
    command.write(QStringLiteral("d/a.yaml"), before);
    const Outcome diff = command.run(words("fix --alone --dry-run d"));
    QCOMPARE(diff.status, 0);
    QCOMPARE(command.read(QStringLiteral("d/a.yaml")), before);
    QVERIFY2(diff.out.startsWith("--- d/a.yaml"), diff.text());
    command.write(QStringLiteral("out.diff"), diff.out);
    const Outcome patched = command.shell(QStringLiteral("patch -p0 < out.diff"));
    QVERIFY2(patched.status == 0, patched.text());
    const QByteArray by_patch = command.read(QStringLiteral("d/a.yaml"));
    command.write(QStringLiteral("d/a.yaml"), before);
    static_cast<void>(command.run(words("fix --alone d")));
    QCOMPARE(by_patch, command.read(QStringLiteral("d/a.yaml")));
    QVERIFY(by_patch != before);
}

void FairleadctlFixTest::dryRunSaysThatErrorsRemain() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name:\n");
    const Outcome outcome = command.run(words("fix --alone --dry-run a.yaml"));
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.err,
             QByteArray("fairleadctl: not all can be fixed with certainty; fairleadctl check lists the problems\n"));
    QCOMPARE(outcome.status, 1);
}

void FairleadctlFixTest::nothingToFixChangesNothing() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n");
    const QDateTime before = QFileInfo(command.path(QStringLiteral("a.yaml"))).lastModified();
    const Outcome outcome = command.run(words("fix --alone a.yaml"));
    QVERIFY2(outcome.out.startsWith("Nothing to fix with certainty.\n"), outcome.text());
    QCOMPARE(QFileInfo(command.path(QStringLiteral("a.yaml"))).lastModified(), before);
    QCOMPARE(command.run(words("fix --alone --dry-run a.yaml")).out, QByteArray());
}

void FairleadctlFixTest::modeAndLinkAreKept() {
    const Command command;
    command.write(QStringLiteral("real/a.yaml"), "name: m\n---\n");
    QFile::setPermissions(command.path(QStringLiteral("real/a.yaml")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(QFile::link(QStringLiteral("real/a.yaml"), command.path(QStringLiteral("link.yaml"))));
    QCOMPARE(command.run(words("fix --alone link.yaml")).status, 0);
    QCOMPARE(command.read(QStringLiteral("real/a.yaml")), QByteArray("name: m\n"));
    QVERIFY(QFileInfo(command.path(QStringLiteral("link.yaml"))).isSymLink());
    QCOMPARE(command.shell(QStringLiteral("stat -c %a real/a.yaml")).out, QByteArray("700\n"));
}

void FairleadctlFixTest::readOnlyFileIsSaid() {
    // Root may write anything but what is immutable or on a read-only file system; a user may not write this.
    const Command command;
    command.write(QStringLiteral("d/a.yaml"), "name: m\n---\n");
    const Outcome outcome = command.shell(QStringLiteral(
        "chmod 444 d/a.yaml; chmod 555 d; chmod 755 .; if [ \"$(id -u)\" = 0 ]; then "
        "setpriv --reuid=65534 --regid=65534 --clear-groups \"$ctl\" fix --alone d; else \"$ctl\" fix --alone d; fi; "
        "status=$?; chmod 755 d; exit $status"));
    QCOMPARE(outcome.err, QByteArray("fairleadctl: d/a.yaml was left as it is: you may not write it\n"));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.contains("[FS003 empty-document]"), outcome.text());
    QCOMPARE(command.read(QStringLiteral("d/a.yaml")), QByteArray("name: m\n---\n"));
}

void FairleadctlFixTest::aFileUnderTwoNamesIsMendedOnce() {
    const Command command;
    command.write(QStringLiteral("d/a.yaml"), "name: m\n---\n");
    const QByteArray diff = command.run(words("fix --alone --dry-run d d/a.yaml")).out;
    QCOMPARE(diff.count("\n--- ") + (diff.startsWith("--- ") ? 1 : 0), 1);
    const Outcome outcome = command.run(words("fix --alone d d/a.yaml"));
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY2(outcome.out.contains("2 problems fixed.\n") && !outcome.out.contains("FS003 empty-document]\n    "),
             outcome.text());
    QCOMPARE(command.read(QStringLiteral("d/a.yaml")), QByteArray("name: m\n"));
}

void FairleadctlFixTest::whatWouldBeLostIsSaid() {
    const Command command;
    command.write(QStringLiteral("d/a.yaml"), "name: m\n---\n");
    const Outcome outcome = command.shell(QStringLiteral("ln d/a.yaml other; \"$ctl\" fix --alone d"));
    QCOMPARE(QString::fromUtf8(outcome.err),
             QStringLiteral("fairleadctl: d/a.yaml was left as it is: Replacing %1 by a new file would lose its hard "
                            "link: the file's other name would keep the old text.\n")
                 .arg(QFileInfo(command.path(QStringLiteral("d/a.yaml"))).canonicalFilePath()));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.contains("[FS003 empty-document]"), outcome.text());
    QCOMPARE(command.read(QStringLiteral("other")), QByteArray("name: m\n---\n"));
}

void FairleadctlFixTest::missingPathIsFound() {
    const Outcome outcome = Command().run(words("fix nowhere"));
    QVERIFY2(outcome.out.contains("FS009"), outcome.text());
    QCOMPARE(outcome.status, 1);
}

void FairleadctlFixTest::stockCardsAreNotTouched() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), "name: m\n");
    const Outcome outcome = command.run(words("fix --dry-run a.yaml"));
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.status, 0);
}

QTEST_GUILESS_MAIN(FairleadctlFixTest)
#include "fairleadctl_fix_test.moc"
