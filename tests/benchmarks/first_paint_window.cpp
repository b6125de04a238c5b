// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// As app/fairlead/main.cpp, up to the first paint.
#include "app/fairlead/command_line.h"
#include "app/fairlead/program.h"
#include "until_first_paint.h"

int main(int argc, char** argv) {
    const auto read = fairlead::readCommandLine(fairlead::argumentsOf(argc, argv));
    const auto* line = std::get_if<fairlead::CommandLine>(&read);
    if (line == nullptr)
        return 2;
    QCoreApplication::setApplicationName(QStringLiteral("fairlead"));
    QCoreApplication::setOrganizationName(QStringLiteral("fairlead"));
    int noArguments = 1;
    fairlead::benchmarks::UntilFirstPaint application(noArguments, argv);
    fairlead::Program program(application, *line);
    return program.run();
}
