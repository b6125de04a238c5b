// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/compile_program.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace fairlead::test {

Compiled compile_program(const QString& compiler, const QString& text, const QStringList& more_folders) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("program.cpp");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write(text.toUtf8());
    file.close();
    QStringList arguments{"-std=c++20", "-Wall",         "-Wextra",
                          "-Wpedantic", "-Wconversion",  "-Wshadow",
                          "-Werror",    "-fsyntax-only", QStringLiteral("-I%1/core/include").arg(FAIRLEAD_SOURCE_DIR)};
    for (const QString& more : more_folders)
        arguments += "-I" + more;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(compiler, arguments << path);
    if (!process.waitForFinished(120'000))
        qFatal("%s does not end", qPrintable(compiler));
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

} // namespace fairlead::test
