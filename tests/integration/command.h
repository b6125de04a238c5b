// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

/// The arguments of a line, which stand between blanks.
[[nodiscard]] QStringList words(const char* line);

/// What a run of fairleadctl gave.
struct Outcome {
    int status = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    /// The one JSON object that was printed; empty if it was none.
    [[nodiscard]] const QJsonObject json() const; // const: what [] gives is then a value
    /// The JSON objects, one a line.
    [[nodiscard]] QList<QJsonObject> json_lines() const;
    /// All of it, for the message of a failed test.
    [[nodiscard]] QByteArray text() const;
};

/// Runs fairleadctl as people do: a process with its own folder, home and variables, none of which are the tester's.
class Command {
public:
    Command();

    [[nodiscard]] Outcome run(const QStringList& arguments, const QByteArray& standard_input = {}) const;
    /// A line for bash, in which $ctl is the program: for redirections, pipes and bytes that QString cannot hold.
    [[nodiscard]] Outcome shell(const QString& line, const QByteArray& standard_input = {}) const;
    /// The program's output on a terminal. Throws std::system_error if there is none to be had.
    [[nodiscard]] QByteArray on_terminal(const QStringList& arguments) const;
    /// The program with a standard output that nobody reads.
    [[nodiscard]] Outcome into_closed_pipe(const QStringList& arguments) const;

    /// Writes a file below the folder in which the program runs, and its folders.
    void write(const QString& path, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& path) const;
    /// The absolute path of a file below that folder.
    [[nodiscard]] QString path(const QString& relative = {}) const;

    void set_variable(const QString& name, const QString& value) { environment_.insert(name, value); }
    void unset_variable(const QString& name) { environment_.remove(name); }

private:
    [[nodiscard]] Outcome run_program(const QString& program, const QStringList& arguments,
                                      const QByteArray& standard_input) const;

    QTemporaryDir folder_;
    QProcessEnvironment environment_;
};
