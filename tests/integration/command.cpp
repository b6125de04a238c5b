// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "command.h"

#include "tests/support/pseudo_terminal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int longest_run_ms = 60'000;

/// A program started with descriptors of our choice as its standard output and error.
class Child {
public:
    Child(const QStringList& words, const QProcessEnvironment& environment, const QString& folder, int out, int err) {
        QList<QByteArray> bytes;
        for (const QString& word : words)
            bytes.append(word.toLocal8Bit());
        const qsizetype count = bytes.size();
        for (const QString& line : environment.toStringList())
            bytes.append(line.toLocal8Bit());
        std::vector<char*> arguments;
        std::vector<char*> variables;
        for (qsizetype at = 0; at < bytes.size(); ++at)
            (at < count ? arguments : variables).push_back(bytes[at].data());
        arguments.push_back(nullptr);
        variables.push_back(nullptr);
        posix_spawn_file_actions_t actions{};
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addchdir_np(&actions, folder.toLocal8Bit().constData());
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
        if (posix_spawn(&id_, arguments[0], &actions, nullptr, arguments.data(), variables.data()) != 0)
            id_ = -1;
        posix_spawn_file_actions_destroy(&actions);
    }

    [[nodiscard]] int wait() const {
        int status = 0;
        if (id_ < 0 || waitpid(id_, &status, 0) != id_ || !WIFEXITED(status))
            return -1;
        return WEXITSTATUS(status);
    }

private:
    pid_t id_ = -1;
};

QByteArray read_to_end(int descriptor) {
    QByteArray bytes;
    char piece[4096];
    ssize_t size = 0;
    while ((size = ::read(descriptor, piece, sizeof piece)) > 0)
        bytes.append(piece, size);
    return bytes;
}

} // namespace

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

const QJsonObject Outcome::json() const { return QJsonDocument::fromJson(out).object(); }

QList<QJsonObject> Outcome::json_lines() const {
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n'))
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    return objects;
}

QByteArray Outcome::text() const {
    return "status " + QByteArray::number(status) + "\n--- out\n" + out + "--- err\n" + err;
}

Command::Command() {
    QDir(folder_.path()).mkpath(QStringLiteral("home"));
    environment_.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment_.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
    environment_.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    environment_.insert(QStringLiteral("ctl"), QStringLiteral(FAIRLEADCTL));
    // The machine's own cards, if it has any, are not the test's.
    environment_.insert(QStringLiteral("FAIRSEQ2_ASSET_DIR"), path(QStringLiteral("home")));
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
        if (qEnvironmentVariableIsSet(name))
            environment_.insert(QLatin1String(name), qEnvironmentVariable(name));
}

Outcome Command::run(const QStringList& arguments, const QByteArray& standard_input) const {
    return run_program(QStringLiteral(FAIRLEADCTL), arguments, standard_input);
}

Outcome Command::shell(const QString& line, const QByteArray& standard_input) const {
    return run_program(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), line}, standard_input);
}

Outcome Command::run_program(const QString& program, const QStringList& arguments,
                             const QByteArray& standard_input) const {
    QProcess process;
    process.setWorkingDirectory(folder_.path());
    process.setProcessEnvironment(environment_);
    process.start(program, arguments);
    process.write(standard_input);
    process.closeWriteChannel();
    Outcome outcome;
    if (!process.waitForFinished(longest_run_ms)) {
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        outcome.status = process.exitCode();
    }
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

QByteArray Command::on_terminal(const QStringList& arguments) const {
    fairlead::test::PseudoTerminal terminal;
    const Child child(QStringList(QStringLiteral(FAIRLEADCTL)) + arguments, environment_, folder_.path(),
                      terminal.program_side(), terminal.program_side());
    terminal.close_program_side();
    const QByteArray out = read_to_end(terminal.tests_side());
    static_cast<void>(child.wait());
    return out;
}

Outcome Command::into_closed_pipe(const QStringList& arguments) const {
    int out[2];
    int err[2];
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0)
        return {};
    ::close(out[0]);
    const Child child(QStringList(QStringLiteral(FAIRLEADCTL)) + arguments, environment_, folder_.path(), out[1],
                      err[1]);
    ::close(out[1]);
    ::close(err[1]);
    Outcome outcome;
    outcome.err = read_to_end(err[0]);
    ::close(err[0]);
    outcome.status = child.wait();
    return outcome;
}

void Command::write(const QString& relative, const QByteArray& bytes) const {
    const QString whole = path(relative);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(whole));
}

QByteArray Command::read(const QString& relative) const {
    QFile file(path(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QString Command::path(const QString& relative) const {
    return relative.isEmpty() ? folder_.path() : folder_.path() + QLatin1Char('/') + relative;
}
