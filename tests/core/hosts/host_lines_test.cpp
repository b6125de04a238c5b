// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// fairlead-host run by itself: what it prints, line by line, and how it ends.
#include "protocol_schema.h"
#include "tests/core/files/disk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <csignal>

namespace {

struct Ended {
    QByteArrayList lines;
    QByteArray errors;
    int code = -1;
    bool crashed = false;
};

Ended run_host(const QStringList& arguments, const QString& search_path, int limit_ms = 20'000) {
    QProcess process;
    QProcessEnvironment environment;
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
        if (qEnvironmentVariableIsSet(name))
            environment.insert(name, qEnvironmentVariable(name));
    environment.insert("FAIRLEAD_EXTENSION_PATH", search_path);
    environment.insert("HOME", "/nowhere");
    environment.insert("XDG_DATA_DIRS", "/nowhere");
    process.setProcessEnvironment(environment);
    process.start(FAIRLEAD_HOST, arguments);
    Ended ended;
    if (!process.waitForFinished(limit_ms)) {
        process.terminate(); // its guard ends the rest
        process.waitForFinished();
    }
    ended.code = process.exitCode();
    ended.crashed = process.exitStatus() == QProcess::CrashExit;
    ended.lines = process.readAllStandardOutput().split('\n');
    if (!ended.lines.isEmpty() && ended.lines.back().isEmpty())
        ended.lines.removeLast();
    ended.errors = process.readAllStandardError();
    return ended;
}

QString type_of(const QByteArray& line) { return QJsonDocument::fromJson(line)["type"].toString(); }

/// Writes a manifest with one extension of the fixtures' libraries.
void write_manifest(const fairlead::test::Disk& disk, const QString& value) {
    const QString library = value.section(':', 0, 0);
    disk.write("lab.toml", "[project.entry-points.\"fairseq2.extension\"]\nodd = \"" FAIRLEAD_FIXTURE_LIBRARIES "/lib" +
                               library.toStdString() + ".so" + value.mid(library.size()).toStdString() + "\"\n");
}

} // namespace

class HostLinesTest : public QObject {
    Q_OBJECT

private slots:
    void everyLineFitsTheSchema_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("done");
        for (const char* value : {"registers:registers::two",
                                  "registers:registers::one_then_throws",
                                  "registers:registers::twice",
                                  "registers:registers::resolves",
                                  "registers:registers::only_resolves",
                                  "throws:sample::plain",
                                  "throws:sample::nested",
                                  "throws:sample::number",
                                  "throws:sample::unprintable",
                                  "throws:sample::other_thread",
                                  "throws_when_opened:opened::setup",
                                  "other_parameters:sample::number",
                                  "unresolved:sample::setup",
                                  "no_note:sample::setup",
                                  "none:none::setup",
                                  "brings_assets:lab::setup",
                                  "brings_assets:lab::missing_package",
                                  "brings_assets:lab::inits_again",
                                  "brings_families:lab::families",
                                  "misbehaves:misbehaves::prints",
                                  "misbehaves:misbehaves::forks"})
            QTest::newRow(value) << value << true;
        for (const char* value :
             {"misbehaves:misbehaves::crashes", "misbehaves:misbehaves::exits", "misbehaves:misbehaves::exits_at_once",
              "misbehaves:misbehaves::thread_throws", "misbehaves:misbehaves::noexcept_throws",
              "crashes_when_opened:opened::setup", "exits_when_opened:opened::setup"})
            QTest::newRow(value) << value << false;
    }
    void everyLineFitsTheSchema() {
        QFETCH(QString, value);
        QFETCH(bool, done);
        const fairlead::test::Disk disk;
        write_manifest(disk, value);
        for (const QStringList& arguments : {QStringList(), QStringList("--trace")}) {
            const Ended ended = run_host(arguments, QString::fromStdString(disk.root().string()));
            QVERIFY(ended.lines.size() > 2);
            QCOMPARE(type_of(ended.lines.front()), QString("hello"));
            for (const QByteArray& line : ended.lines) {
                const std::string errors = fairlead::test::protocol_errors(line.toStdString());
                QVERIFY2(errors.empty(), (errors + line.toStdString()).c_str());
            }
            QCOMPARE(type_of(ended.lines.back()) == "done", done);
            if (done) {
                QCOMPARE(QJsonDocument::fromJson(ended.lines.back())["messages"].toInt(), int(ended.lines.size()) - 1);
                QCOMPARE(ended.code, 0);
            }
        }
    }

    void processEndsAsTheExtensionEndsIt() {
        const fairlead::test::Disk disk;
        const QString path = QString::fromStdString(disk.root().string());
        write_manifest(disk, "misbehaves:misbehaves::exits");
        QCOMPARE(run_host({}, path).code, 3);
        write_manifest(disk, "misbehaves:misbehaves::crashes");
        const Ended crashed = run_host({}, path);
        QVERIFY(crashed.crashed);
        QCOMPARE(crashed.code, SIGSEGV);
        QVERIFY2(crashed.errors.startsWith("the last words\nSIGSEGV"), crashed.errors); // whatever it was printed to
    }

    void processEndsWhereEndsOfChildrenAreIgnored() {
        const fairlead::test::Disk disk;
        write_manifest(disk, "registers:registers::two");
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("FAIRLEAD_EXTENSION_PATH", QString::fromStdString(disk.root().string()));
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] { std::signal(SIGCHLD, SIG_IGN); });
        process.start(FAIRLEAD_HOST, QStringList());
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(type_of(process.readAllStandardOutput().trimmed().split('\n').back()), QString("done"));
    }

    void wrongUseIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("unknown") << QStringList("--fast") << QByteArray("fairlead-host: --fast is no option\n");
        QTest::newRow("no value") << QStringList("--off") << QByteArray("fairlead-host: --off needs a value\n");
        QTest::newRow("closed") << QStringList{"--protocol", "77"}
                                << QByteArray("fairlead-host: 77 is no open descriptor\n");
        QTest::newRow("no number") << QStringList{"--control", "3x"}
                                   << QByteArray("fairlead-host: 3x is no open descriptor\n");
    }
    void wrongUseIsRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, error);
        const Ended ended = run_host(arguments, "/nowhere");
        QCOMPARE(ended.code, 2);
        QCOMPARE(ended.errors, error + "Try fairlead-host --help.\n");
    }

    void helpNamesEveryOption() {
        const QByteArray page = run_host({"--help"}, "/nowhere").lines.join('\n');
        for (const char* option :
             {"--trace", "--no-trace", "--off NAME", "--protocol N", "--control N", "--crash N", "--help"})
            QVERIFY2(page.contains(option), option);
    }
};

QTEST_GUILESS_MAIN(HostLinesTest)
#include "host_lines_test.moc"
