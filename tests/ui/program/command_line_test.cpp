// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fairlead/command_line.h"

#include <QTest>

using namespace fairlead;
using fairlead::ui::Theme;

class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void init() { qunsetenv("FAIRLEAD_THEME"); }

    void nothingIsAskedFor();
    void everythingIsAskedFor();
    void whatFollowsTwoDashesIsAPath();
    void theVariableChoosesAThemeTheOptionAnother();
    void helpAndVersion_data();
    void helpAndVersion();
    void wrongUseIsSaid_data();
    void wrongUseIsSaid();
    void bytesThatAreNoTextAreKept();
};

void CommandLineTest::nothingIsAskedFor() {
    const auto read = readCommandLine({});
    const auto& line = std::get<CommandLine>(read);
    QVERIFY(line.paths.isEmpty());
    QVERIFY(line.screenshot.isEmpty());
    QVERIFY(line.place.isEmpty());
    QVERIFY(!line.size);
    QVERIFY(!line.theme);
    QVERIFY(!line.traces);
}

void CommandLineTest::everythingIsAskedFor() {
    const auto read = readCommandLine(
        {QStringLiteral("--screenshot"), QStringLiteral("w.png"), QStringLiteral("--size=1440x900"),
         QStringLiteral("a"), QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--open-card"),
         QStringLiteral("my_llama@user"), QStringLiteral("b/c.yaml"), QStringLiteral("--trace")});
    const auto& line = std::get<CommandLine>(read);
    QCOMPARE(line.paths, (QStringList{QStringLiteral("a"), QStringLiteral("b/c.yaml")}));
    QCOMPARE(line.screenshot, QStringLiteral("w.png"));
    QCOMPARE(line.place, QStringLiteral("my_llama@user"));
    QCOMPARE(*line.size, QSize(1440, 900));
    QCOMPARE(*line.theme, Theme::Choice::Dark);
    QVERIFY(line.traces);
}

void CommandLineTest::whatFollowsTwoDashesIsAPath() {
    const auto read = readCommandLine({QStringLiteral("--"), QStringLiteral("--theme")});
    QCOMPARE(std::get<CommandLine>(read).paths, QStringList{QStringLiteral("--theme")});
}

void CommandLineTest::theVariableChoosesAThemeTheOptionAnother() {
    qputenv("FAIRLEAD_THEME", "dark");
    QCOMPARE(*std::get<CommandLine>(readCommandLine({})).theme, Theme::Choice::Dark);
    QCOMPARE(*std::get<CommandLine>(readCommandLine({QStringLiteral("--theme=light")})).theme, Theme::Choice::Light);
    qputenv("FAIRLEAD_THEME", "blue");
    QCOMPARE(
        std::get<Answer>(readCommandLine({})).text,
        QStringLiteral("fairlead: FAIRLEAD_THEME is light, dark or system, not 'blue'.\nTry 'fairlead --help'.\n"));
}

void CommandLineTest::helpAndVersion_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("begin");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("Usage: fairlead [OPTION…] [PATH…]\n");
    QTest::newRow("h") << QStringLiteral("-h") << QStringLiteral("Usage: fairlead [OPTION…] [PATH…]\n");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("fairlead " FAIRLEAD_VERSION "\n");
}

void CommandLineTest::helpAndVersion() {
    QFETCH(const QString, option);
    QFETCH(const QString, begin);
    const auto read = readCommandLine({option});
    QCOMPARE(std::get<Answer>(read).status, 0);
    QVERIFY(std::get<Answer>(read).text.startsWith(begin));
}

void CommandLineTest::wrongUseIsSaid_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")}
                                    << QStringLiteral("Unknown option 'fast'.");
    QTest::newRow("no value") << QStringList{QStringLiteral("--screenshot")}
                              << QStringLiteral("Missing value after '--screenshot'.");
    QTest::newRow("empty file") << QStringList{QStringLiteral("--screenshot=")}
                                << QStringLiteral("--screenshot needs the name of a file.");
    QTest::newRow("theme") << QStringList{QStringLiteral("--theme=blue")}
                           << QStringLiteral("--theme is light, dark or system, not 'blue'.");
    for (const char* size : {"1440", "x900", "0x0", "99999x99999", "1440x900x2", "-5x900"})
        QTest::newRow(size) << QStringList{QStringLiteral("--size=") + QString::fromLatin1(size)}
                            << QStringLiteral("--size is WIDTHxHEIGHT in pixels, such as 1440x900, not '%1'.")
                                   .arg(QString::fromLatin1(size));
}

void CommandLineTest::wrongUseIsSaid() {
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, text);
    const auto read = readCommandLine(arguments);
    QCOMPARE(std::get<Answer>(read).status, 2);
    QCOMPARE(std::get<Answer>(read).text, QStringLiteral("fairlead: %1\nTry 'fairlead --help'.\n").arg(text));
}

void CommandLineTest::bytesThatAreNoTextAreKept() {
    char program[] = "fairlead";
    char plain[] = "käse";
    char bytes[] = "caf\xe9";
    char* arguments[] = {program, plain, bytes, nullptr};
    QCOMPARE(argumentsOf(3, arguments), (QStringList{QStringLiteral("käse"), QStringLiteral("caf\\xe9")}));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
