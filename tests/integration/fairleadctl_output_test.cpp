// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QTest>

namespace {

const QByteArray bad_card = "name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n";

} // namespace

/// Where the output goes: terminals, pipes, full disks; and bytes of all sorts in it.
class FairleadctlOutputTest : public QObject {
    Q_OBJECT

private slots:
    void closedPipeEndsItQuietly_data();
    void closedPipeEndsItQuietly();
    void headOfALongOutputIsQuiet();
    void fullDiskIsAFailure();
    void closedStandardOutputIsAFailure();
    void closedStandardOutputIsNotTakenByAFile();
    void closedStandardInputIsAFailureOnlyWhereItIsRead();
    void colorsAreForTerminalsOnly();
    void noColorIsRespected_data();
    void noColorIsRespected();
    void colorOptionDecides();
    void pathsThatAreNoUtf8Work();
    void controlCharactersDoNotReachTheTerminal();
};

void FairleadctlOutputTest::closedPipeEndsItQuietly_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("families") << "families --format json" << 0;
    QTest::newRow("check") << "check bad.yaml" << 1;
    QTest::newRow("help") << "--help" << 0;
    QTest::newRow("resolve") << "resolve llama3_8b" << 0;
}

void FairleadctlOutputTest::closedPipeEndsItQuietly() {
    QFETCH(QString, line);
    QFETCH(int, status);
    const Command command;
    command.write(QStringLiteral("bad.yaml"), bad_card);
    const Outcome outcome = command.into_closed_pipe(words(qPrintable(line)));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, status);
}

void FairleadctlOutputTest::headOfALongOutputIsQuiet() {
    const Command command;
    QByteArray names;
    for (int at = 0; at < 20'000; ++at)
        names += "llama3_8b\n";
    const Outcome outcome = command.shell(
        QStringLiteral("\"$ctl\" resolve --format json - | head -n 1 | wc -l; echo \"${PIPESTATUS[0]}\""), names);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, QByteArray("1\n0\n"));
}

void FairleadctlOutputTest::fullDiskIsAFailure() {
    const Outcome outcome = Command().shell(QStringLiteral("\"$ctl\" families > /dev/full"));
    QCOMPARE(outcome.err, QByteArray("fairleadctl: standard output cannot be written: No space left on device\n"));
    QCOMPARE(outcome.status, 2);
}

void FairleadctlOutputTest::closedStandardOutputIsAFailure() {
    const Outcome outcome = Command().shell(QStringLiteral("\"$ctl\" families >&-"));
    QCOMPARE(outcome.err, QByteArray("fairleadctl: standard output cannot be written: Bad file descriptor\n"));
    QCOMPARE(outcome.status, 2);
}

void FairleadctlOutputTest::closedStandardOutputIsNotTakenByAFile() {
    const Command command;
    const QByteArray text = "name: m\n---\n";
    command.write(QStringLiteral("a.yaml"), text);
    static_cast<void>(command.shell(QStringLiteral("\"$ctl\" fix a.yaml >&- 2>&-")));
    QCOMPARE(command.read(QStringLiteral("a.yaml")), QByteArray("name: m\n"));
}

void FairleadctlOutputTest::closedStandardInputIsAFailureOnlyWhereItIsRead() {
    const Command command;
    command.write(QStringLiteral("good.yaml"), "name: m\n");
    QCOMPARE(command.shell(QStringLiteral("\"$ctl\" check good.yaml <&-")).status, 0);
    const Outcome outcome = command.shell(QStringLiteral("\"$ctl\" check - <&-"));
    QCOMPARE(outcome.err, QByteArray("fairleadctl: standard input cannot be read: Bad file descriptor\n"));
    QCOMPARE(outcome.status, 2);
}

void FairleadctlOutputTest::colorsAreForTerminalsOnly() {
    const Command command;
    command.write(QStringLiteral("bad.yaml"), bad_card);
    QVERIFY(command.on_terminal(words("check bad.yaml")).contains("\x1b["));
    QVERIFY(!command.run(words("check bad.yaml")).out.contains('\x1b'));
    const QByteArray json = command.on_terminal(words("check --format json bad.yaml"));
    QVERIFY(json.contains("\"diagnostics\"") && !json.contains('\x1b'));
    const QByteArray help = command.on_terminal(words("check --help"));
    QVERIFY(help.contains("Usage: ") && !help.contains('\x1b'));
}

void FairleadctlOutputTest::noColorIsRespected_data() {
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("colored");
    QTest::newRow("NO_COLOR") << "NO_COLOR"
                              << "1" << false;
    QTest::newRow("NO_COLOR of any text") << "NO_COLOR"
                                          << "0" << false;
    QTest::newRow("NO_COLOR, but empty") << "NO_COLOR"
                                         << "" << true;
    QTest::newRow("a dumb terminal") << "TERM"
                                     << "dumb" << false;
    QTest::newRow("no terminal type") << "TERM" << QString() << false;
}

void FairleadctlOutputTest::noColorIsRespected() {
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(bool, colored);
    Command command;
    if (value.isNull())
        command.unset_variable(variable);
    else
        command.set_variable(variable, value);
    const QByteArray families = command.on_terminal(words("families"));
    QVERIFY2(families.contains("llama"), families.constData());
    QCOMPARE(families.contains("\x1b["), colored);
}

void FairleadctlOutputTest::colorOptionDecides() {
    Command command;
    command.set_variable(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    QVERIFY(command.run(words("families --color always")).out.contains("\x1b["));
    command.unset_variable(QStringLiteral("NO_COLOR"));
    const QByteArray families = command.on_terminal(words("families --color never"));
    QVERIFY(families.contains("llama") && !families.contains('\x1b'));
}

void FairleadctlOutputTest::pathsThatAreNoUtf8Work() {
    const Command command;
    const QString set_up = QStringLiteral(
        R"(name=$(printf 'b\377d\303\251.yaml'); printf 'name: m\nmodel_family: lama\ncheckpoint: file:///w.pt\n' > "$name";)");
    const Outcome json = command.shell(set_up + QStringLiteral(R"("$ctl" check --format json "$name")"));
    QVERIFY2(json.status == 1, json.text());
    const QJsonArray diagnostics = json.json()["diagnostics"].toArray();
    QVERIFY2(!diagnostics.isEmpty(), json.text());
    QCOMPARE(diagnostics[0]["file"].toString(), QStringLiteral("b\\xffdé.yaml"));
    const Outcome text = command.shell(set_up + QStringLiteral(R"("$ctl" check "$name")"));
    QVERIFY2(text.out.startsWith("b\\xffdé.yaml:2:"), text.text());
    const Outcome listed =
        command.shell(set_up + QStringLiteral(R"("$ctl" list --alone --format json --source "$name")"));
    const QJsonObject card = listed.json()["cards"].toArray().at(0).toObject();
    QCOMPARE(card["file"].toString(), QStringLiteral("b\\xffdé.yaml"));
    QCOMPARE(card["source"].toString(), QStringLiteral("path:b\\xffdé.yaml"));
    const Outcome missing = command.shell(QStringLiteral(R"sh("$ctl" show "$(printf 'n\377')")sh"));
    QCOMPARE(missing.err, QByteArray("fairleadctl: AssetNotFoundError: n\\xff asset is not found.\n"));
    QCOMPARE(missing.status, 1);
    // QTemporaryDir cannot remove what QString cannot hold.
    QCOMPARE(command.shell(QStringLiteral("rm ./b*.yaml")).status, 0);
    const Outcome call = command.shell(QStringLiteral(R"sh("$ctl" "$(printf '\377\033[1m')")sh"));
    QVERIFY2(call.err.startsWith("fairleadctl: there is no call \"\\xff\\x1b[1m\"\n"), call.text());
}

void FairleadctlOutputTest::controlCharactersDoNotReachTheTerminal() {
    const Command command;
    command.write(QStringLiteral("a\x1b[2J.yaml"), bad_card);
    command.write(QStringLiteral("b.yaml"), "name: \"n\\e[2J\"\nmodel_family: \"x\\n\\x9b1m\"\n");
    for (const char* line : {"check .", "list --alone --source .", "check a\x1b[2J.yaml"}) {
        const Outcome outcome = command.run(words(line));
        QVERIFY2(outcome.out.contains("\\x1b[2J"), outcome.text());
        QVERIFY2(!outcome.out.contains('\x1b'), outcome.text());
        QVERIFY2(!outcome.err.contains('\x1b'), outcome.text());
    }
    const Outcome resolved = command.run({QStringLiteral("resolve"), QStringLiteral("--alone"),
                                          QStringLiteral("--source"), QStringLiteral("."), QStringLiteral("n\x1b[2J")});
    QVERIFY2(resolved.status == 1, resolved.text()); // no config is made of an unknown family
    QVERIFY2(!resolved.out.contains('\x1b') && !resolved.out.contains("\xc2\x9b"), resolved.text());
}

QTEST_GUILESS_MAIN(FairleadctlOutputTest)
#include "fairleadctl_output_test.moc"
