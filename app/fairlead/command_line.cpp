// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fairlead/command_line.h"

#include "core/files/read.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace fairlead {

namespace {

constexpr int smallestSide = 200;
constexpr int largestSide = 10000;

const char usage[] = R"(Usage: fairlead [OPTION…] [PATH…]

Opens the window on PATH: folders of fairseq2 asset cards, or card files. Without PATH it shows what fairseq2 0.8.1
brings. No code is run.

  --open-card PLACE      show a card (NAME, NAME@ENV), FILE:LINE, a model family, or FAMILY/ARCHITECTURE
  --screenshot FILE      write a picture of the window to FILE (PNG) when PATH is loaded, and end; needs no display
  --size WIDTHxHEIGHT    the size of the window, such as 1440x900
  --theme THEME          light, dark or system (also: FAIRLEAD_THEME); system follows the desktop
  --trace                trace extensions, this time: each failure shows its whole trace in the log
  --version              say which version this is
  -h, --help             say this

Example: fairlead ~/.config/fairseq2/assets
Example: fairlead --screenshot window.png --size 1440x900 --theme dark --open-card my_llama ~/lab/cards
)";

Answer wrongUse(const QString& what) { return {QStringLiteral("fairlead: %1\nTry 'fairlead --help'.\n").arg(what), 2}; }

std::optional<QSize> sizeOf(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})[x×](\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto isFit = [](int side) { return side >= smallestSide && side <= largestSide; };
    return match.hasMatch() && isFit(size.width()) && isFit(size.height()) ? std::optional(size) : std::nullopt;
}

} // namespace

std::variant<CommandLine, Answer> readCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    const auto option = [&](const QString& name, const QString& value) {
        QCommandLineOption made(name);
        made.setValueName(value);
        parser.addOption(made);
    };
    option(QStringLiteral("open-card"), QStringLiteral("PLACE"));
    option(QStringLiteral("screenshot"), QStringLiteral("FILE"));
    option(QStringLiteral("size"), QStringLiteral("SIZE"));
    option(QStringLiteral("theme"), QStringLiteral("THEME"));
    parser.addOption(QCommandLineOption(QStringLiteral("trace")));
    parser.addOption(QCommandLineOption(QStringLiteral("version")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    if (!parser.parse(QStringList{QStringLiteral("fairlead")} + arguments))
        return wrongUse(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return Answer{QString::fromUtf8(usage), 0};
    if (parser.isSet(QStringLiteral("version")))
        return Answer{QStringLiteral("fairlead " FAIRLEAD_VERSION "\n"), 0};

    CommandLine line;
    line.paths = parser.positionalArguments();
    line.traces = parser.isSet(QStringLiteral("trace"));
    line.place = parser.value(QStringLiteral("open-card"));
    line.screenshot = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("screenshot")) && line.screenshot.isEmpty())
        return wrongUse(QStringLiteral("--screenshot needs the name of a file."));
    if (const QString size = parser.value(QStringLiteral("size")); parser.isSet(QStringLiteral("size"))) {
        line.size = sizeOf(size);
        if (!line.size)
            return wrongUse(QStringLiteral("--size is WIDTHxHEIGHT in pixels, such as 1440x900, not '%1'.").arg(size));
    }
    const bool isThemeGiven = parser.isSet(QStringLiteral("theme"));
    const QString theme = isThemeGiven ? parser.value(QStringLiteral("theme")) : qEnvironmentVariable("FAIRLEAD_THEME");
    if (isThemeGiven || !theme.isEmpty()) {
        line.theme = ui::Theme::choiceOf(theme);
        if (!line.theme)
            return wrongUse(
                QStringLiteral("%1 is light, dark or system, not '%2'.")
                    .arg(isThemeGiven ? QStringLiteral("--theme") : QStringLiteral("FAIRLEAD_THEME"), theme));
    }
    return line;
}

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromStdString(printable_path(argv[i])));
    return arguments;
}

} // namespace fairlead
