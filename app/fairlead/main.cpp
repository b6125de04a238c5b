// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fairlead/command_line.h"
#include "app/fairlead/program.h"

#include <QApplication>

#include <cstdio>

namespace {

bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

// Qt warns of what a person who starts the program can do nothing about; who looks for a fault sets QT_LOGGING_RULES.
void writeMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const bool isSerious = type == QtCriticalMsg || type == QtFatalMsg;
    if (isSerious || qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

} // namespace

int main(int argc, char** argv) {
    const auto read = fairlead::readCommandLine(fairlead::argumentsOf(argc, argv));
    if (const auto* answer = std::get_if<fairlead::Answer>(&read)) {
        std::fputs(qPrintable(answer->text), answer->status == 0 ? stdout : stderr);
        return answer->status;
    }
    const auto& line = std::get<fairlead::CommandLine>(read);
    if (!line.screenshot.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!hasDisplay()) {
        std::fputs("fairlead: there is no display here. 'fairlead --screenshot FILE PATH' writes a picture of the "
                   "window, 'fairleadctl check PATH' prints what is wrong.\n",
                   stderr);
        return 2;
    }

    qInstallMessageHandler(writeMessage);
    QCoreApplication::setApplicationName(QStringLiteral("fairlead"));
    QCoreApplication::setOrganizationName(QStringLiteral("fairlead"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FAIRLEAD_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("fairlead"));
    int noArguments = 1; // ours are read; Qt's own (-style, …) would only be another way to spoil the look
    QApplication application(noArguments, argv);
    QApplication::setApplicationDisplayName(QString());
    fairlead::Program program(application, line);
    return program.run();
}
