// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include <QTest>

namespace {

const QByteArray good_cards = "name: my_llama\nmodel_family: llama\nmodel_arch: llama3_8b\n"
                              "checkpoint: https://example.org/w.pt\ntokenizer: https://example.org/t.model\n"
                              "tokenizer_family: llama\n";

} // namespace

/// How the command is called: help, wrong use, and what is left for later.
class FairleadctlUseTest : public QObject {
    Q_OBJECT

private slots:
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void laterPartsAreRefusedWithAWord_data();
    void laterPartsAreRefusedWithAWord();
    void helpIsTheSameHoweverItIsAskedFor();
    void everyCallHasAPageWithExamplesThatRun_data();
    void everyCallHasAPageWithExamplesThatRun();
    void linesOfHelpFitATerminal_data();
    void linesOfHelpFitATerminal();
    void versionNamesBothVersions();
    void doubleDashEndsTheOptions();
    void optionsMayFollowWords();
    void aWordInBracketsIsOneWord();
    void emptyValuesAreValues();
    void emptyPathsAreRefused_data();
    void emptyPathsAreRefused();
    void colorMayStandBeforeTheCall();
};

void FairleadctlUseTest::wrongUseIsExplained_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("form");
    const QString any = QStringLiteral("Usage: fairleadctl CALL [OPTIONS] [WORDS]\nTry fairleadctl --help.\n");
    const auto form = [](const char* call, const char* rest) {
        return QStringLiteral("Usage: fairleadctl %1 [OPTIONS]%2\nTry fairleadctl %1 --help.\n")
            .arg(QString::fromUtf8(call), QString::fromUtf8(rest));
    };
    const auto row = [](const char* name, const char* line, const char* message, const QString& right_form) {
        QTest::newRow(name) << line << message << right_form;
    };
    row("nothing", "", "a call is missing", any);
    row("unknown call", "chek x", "there is no call \"chek\"; did you mean check?", any);
    row("nothing like a call", "zzzzzzzz", "there is no call \"zzzzzzzz\"", any);
    row("option before the call", "--strict check", "--strict is no option that may stand before the call", any);
    row("unknown option", "check --strikt x",
        "check: --strikt is no option of fairleadctl check; did you mean --strict?", form("check", " [PATH…]"));
    row("unlike any option", "check -x",
        "check: -x is no option of fairleadctl check (a path that begins so is written after --)",
        form("check", " [PATH…]"));
    row("option of another call", "families --strict",
        "families: --strict is no option of fairleadctl families (a path that begins so is written after --)",
        form("families", ""));
    row("unknown format", "list --format jsn", "list: --format is text or json, not jsn; did you mean json?",
        form("list", ""));
    row("unknown kind", "list --kind models",
        "list: --kind is all, model, dataset or tokenizer, not models; did you mean model?", form("list", ""));
    row("value for a flag", "check --strict=no x", "check: --strict takes no value", form("check", " [PATH…]"));
    row("value for a flag of one letter", "check -h=1", "check: -h takes no value", form("check", " [PATH…]"));
    row("value missing", "list --source", "list: --source needs a value", form("list", ""));
    row("word missing", "show", "show: NAME[@ENV] is missing", form("show", " NAME[@ENV]"));
    row("second word missing", "config llama", "config: ARCH is missing", form("config", " FAMILY ARCH"));
    row("word too many", "archs llama qwen", "archs: \"qwen\" is one too many", form("archs", " FAMILY"));
    row("two registries", "check --registry a --no-registry", "check: --registry and --no-registry exclude each other",
        form("check", " [PATH…]"));
    row("fix of standard input", "fix -",
        "fix: - (standard input) is for fairleadctl check and resolve; a file of that name is ./-",
        form("fix", " [PATH…]"));
    row("standard input as a source", "list --source -",
        "list: - (standard input) is for fairleadctl check and resolve; a file of that name is ./-", form("list", ""));
    row("standard input twice", "check - -", "check: - (standard input) can be read only once",
        form("check", " [PATH…]"));
    row("path as a word", "list cards", "list: \"cards\" is one too many; a source of cards is given as --source PATH",
        form("list", ""));
    row("source as an option", "fix --source cards",
        "fix: --source is no option of fairleadctl fix; a source is given as it is: fairleadctl fix PATH",
        form("fix", " [PATH…]"));
    row("help for an unknown call", "help shw", "there is no call \"shw\"; did you mean show?", any);
}

void FairleadctlUseTest::wrongUseIsExplained() {
    QFETCH(QString, line);
    QFETCH(QString, message);
    QFETCH(QString, form);
    const Outcome outcome = Command().run(words(qPrintable(line)));
    QCOMPARE(QString::fromUtf8(outcome.err), QStringLiteral("fairleadctl: ") + message + QLatin1Char('\n') + form);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.status, 2);
}

void FairleadctlUseTest::laterPartsAreRefusedWithAWord_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* line, const char* message) { QTest::newRow(line) << line << message; };
    row("snapshot -o f", "the call snapshot is not in this version");
    row("diff a b", "the call diff is not in this version");
    row("schema", "the call schema is not in this version");
    row("check --python python3 x", "check: --python is not in this version");
    row("check --python=python3 x", "check: --python is not in this version");
    row("check --format sarif x", "check: --format sarif is not in this version");
    row("check --format github x", "check: --format github is not in this version");
    row("check --format=junit x", "check: --format junit is not in this version");
}

void FairleadctlUseTest::laterPartsAreRefusedWithAWord() {
    QFETCH(QString, line);
    QFETCH(QString, message);
    const Outcome outcome = Command().run(words(qPrintable(line)));
    QCOMPARE(QString::fromUtf8(outcome.err).section(QLatin1Char('\n'), 0, 0),
             QStringLiteral("fairleadctl: ") + message);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.status, 2);
}

void FairleadctlUseTest::helpIsTheSameHoweverItIsAskedFor() {
    const Command command;
    const QByteArray overview = command.run({QStringLiteral("--help")}).out;
    QVERIFY(overview.startsWith("Usage: fairleadctl CALL"));
    QCOMPARE(command.run({QStringLiteral("-h")}).out, overview);
    QCOMPARE(command.run({QStringLiteral("help")}).out, overview);
    const QByteArray page = command.run(words("check --help")).out;
    QVERIFY(page.startsWith("Usage: fairleadctl check [OPTIONS] [PATH…]\n"));
    QCOMPARE(command.run(words("check -h")).out, page);
    QCOMPARE(command.run(words("help check")).out, page);
    QCOMPARE(command.run(words("--help check")).out, page);
    QCOMPARE(command.run(words("check x y --help")).out, page);
}

void FairleadctlUseTest::everyCallHasAPageWithExamplesThatRun_data() {
    QTest::addColumn<QString>("call");
    const QStringList calls = words("check fix list show resolve families archs config extensions");
    const QByteArray overview = Command().run({QStringLiteral("--help")}).out;
    QStringList found;
    for (const QByteArray& line : overview.mid(overview.indexOf("Calls:")).split('\n'))
        if (line.startsWith("  ") && !line.startsWith("   ") && !line.startsWith("  -") &&
            !line.contains("fairleadctl"))
            found.append(QString::fromUtf8(line).trimmed().section(QLatin1Char(' '), 0, 0));
    QCOMPARE(found, calls);
    for (const QString& call : calls)
        QTest::newRow(qPrintable(call)) << call;
    QTest::newRow("overview") << QString();
}

void FairleadctlUseTest::everyCallHasAPageWithExamplesThatRun() {
    QFETCH(QString, call);
    const Command command;
    command.write(QStringLiteral("my_cards/models.yaml"), good_cards);
    command.write(QStringLiteral("names.txt"), "my_llama\nllama3_8b\n");
    const Outcome help = command.run((call.isEmpty() ? QStringList() : QStringList(call)) << QStringLiteral("--help"));
    QCOMPARE(help.status, 0);
    int examples = 0;
    for (const QString& line :
         QString::fromUtf8(help.out.mid(help.out.indexOf("\nExample"))).split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1String("  fairleadctl ")))
            continue;
        ++examples;
        const Outcome outcome = command.shell(QStringLiteral("fairleadctl() { \"$ctl\" \"$@\"; };") + line);
        QVERIFY2(outcome.status == 0, line.toUtf8() + "\n" + outcome.text());
        QVERIFY2(!outcome.out.isEmpty() || line.contains(QLatin1String("--dry-run")), line.toUtf8());
        QVERIFY2(outcome.err.isEmpty(), line.toUtf8() + "\n" + outcome.text());
    }
    QVERIFY(examples > 0);
}

void FairleadctlUseTest::linesOfHelpFitATerminal_data() {
    QTest::addColumn<QString>("page");
    for (const QString& page : words("--help check fix list show resolve families archs config extensions"))
        QTest::newRow(qPrintable(page)) << page;
}

void FairleadctlUseTest::linesOfHelpFitATerminal() {
    QFETCH(QString, page);
    const Outcome outcome = Command().run({QStringLiteral("help"), page});
    QVERIFY2(outcome.out.startsWith("Usage: "), outcome.text());
    for (const QString& line : QString::fromUtf8(outcome.out).split(QLatin1Char('\n'))) {
        QVERIFY2(line.size() <= 80, qPrintable(line));
        QVERIFY2(!line.endsWith(QLatin1Char(' ')), qPrintable(line));
    }
}

void FairleadctlUseTest::versionNamesBothVersions() {
    QCOMPARE(Command().run({QStringLiteral("--version")}).out,
             QByteArray("fairleadctl 0.1.0 (knows fairseq2 0.8.1)\n"));
}

void FairleadctlUseTest::doubleDashEndsTheOptions() {
    const Command command;
    command.write(QStringLiteral("--strict"), good_cards);
    const Outcome outcome = command.run(words("check --format json -- --strict"));
    QVERIFY2(outcome.status == 0, outcome.text());
    QCOMPARE(outcome.json()["summary"]["cards"].toInt(), 1);
    QCOMPARE(command.run(words("show -- --strict")).err,
             QByteArray("fairleadctl: AssetNotFoundError: --strict asset is not found.\n"));
}

void FairleadctlUseTest::optionsMayFollowWords() {
    const Command command;
    command.write(QStringLiteral("a.yaml"), good_cards);
    const Outcome after = command.run(words("check a.yaml --format json --alone"));
    QVERIFY2(after.status == 0, after.text());
    QCOMPARE(after.out, command.run(words("check --alone --format=json a.yaml")).out);
}

void FairleadctlUseTest::aWordInBracketsIsOneWord() {
    const Command command;
    command.write(QStringLiteral("[a,b]"), good_cards);
    QCOMPARE(command.run(words("check --format json [a,b]")).json()["summary"]["files"].toInt(), 1);
    QCOMPARE(command.run(words("list --alone --format json --source [a,b]")).json()["cards"].toArray().size(), 1);
}

void FairleadctlUseTest::emptyValuesAreValues() {
    const Outcome outcome = Command().run({QStringLiteral("list"), QStringLiteral("--format="), QStringLiteral("x")});
    QVERIFY2(outcome.err.startsWith("fairleadctl: list: --format is text or json, not empty\n"), outcome.text());
}

// What is left of a variable that is not set: nothing would be looked at, and all be well.
void FairleadctlUseTest::emptyPathsAreRefused_data() {
    QTest::addColumn<QStringList>("line");
    const QString empty;
    QTest::newRow("check") << QStringList{"check", empty};
    QTest::newRow("fix") << QStringList{"fix", "--dry-run", empty};
    QTest::newRow("source") << QStringList{"list", "--source", empty};
    QTest::newRow("equals") << QStringList{"resolve", "--source=", "m"};
    QTest::newRow("checkpoint") << QStringList{"check", "checkpoint:"};
}

void FairleadctlUseTest::emptyPathsAreRefused() {
    QFETCH(QStringList, line);
    const Outcome outcome = Command().run(line);
    QVERIFY2(outcome.err.startsWith("fairleadctl: " + line[0].toUtf8() +
                                    ": a path is empty; the working folder is .\nUsage: "),
             outcome.text());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.status, 2);
}

void FairleadctlUseTest::colorMayStandBeforeTheCall() {
    const Command command;
    const QByteArray colored = command.run(words("families --color always")).out;
    QVERIFY(colored.contains("\x1b["));
    QCOMPARE(command.run(words("--color always families")).out, colored);
    QCOMPARE(command.run(words("--color=always families")).out, colored);
}

QTEST_GUILESS_MAIN(FairleadctlUseTest)
#include "fairleadctl_use_test.moc"
