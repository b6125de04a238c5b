// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_record.h"

#include "ui/text/at_line.h"
#include "ui/text/shortened.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype longestText = qsizetype{64} * 1024; // in characters
constexpr qsizetype longestLine = qsizetype{8} * 1024;
constexpr qsizetype mostLines = 1000;

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("fairlead::ui::LogRecord", text, nullptr, n);
}

void cut(QString& text, qsizetype longest) {
    if (text.size() <= longest)
        return;
    text = beginningOf(text, longest);
    text.squeeze();
    text += QStringLiteral("…");
}

qint64 bytesOf(const QString& text) { return text.isEmpty() ? 0 : 24 + 2 * qint64(text.size()); }

} // namespace

QString LogTraceLine::placeText() const { return file.isEmpty() ? QString() : atLineInFolder(file, line); }

QString LogTraceLine::toText() const {
    if (kind != Kind::Frame)
        return text;
    QString place = file;
    if (line > 0)
        place += QStringLiteral(":%1").arg(line);
    QStringList parts;
    if (!place.isEmpty())
        parts << place;
    if (!function.isEmpty())
        parts << tr("in %1").arg(function);
    if (!text.isEmpty())
        parts << QStringLiteral("  ") + text;
    return parts.join(u' ');
}

QString LogRecord::toText() const {
    const QString said = isPrinted ? tr("printed: %1").arg(text) : text;
    QString all = QStringLiteral("%1  %2  %3  %4").arg(timeText(time), levelText(level), origin, said);
    for (const LogTraceLine& line : trace)
        all += QStringLiteral("\n%1%2").arg(QLatin1String(line.kind == LogTraceLine::Kind::Frame ? "        " : "    "),
                                            line.toText());
    return all;
}

QString LogRecord::summary() const {
    const auto is = [](LogTraceLine::Kind kind) {
        return [kind](const LogTraceLine& line) { return line.kind == kind; };
    };
    const auto cause = std::ranges::find_if(trace, is(LogTraceLine::Kind::Exception));
    const auto frames = static_cast<int>(std::ranges::count_if(trace, is(LogTraceLine::Kind::Frame)));
    QStringList parts;
    if (cause != trace.end())
        parts << cause->text;
    if (frames > 0)
        parts << tr("%n frame(s)", frames);
    else if (cause == trace.end() && !trace.isEmpty())
        parts << tr("%n more line(s)", static_cast<int>(trace.size()));
    return parts.join(QStringLiteral(" · "));
}

qint64 LogRecord::bytes() const {
    qint64 sum = qint64(sizeof(LogRecord)) + bytesOf(text) + bytesOf(origin);
    for (const LogTraceLine& line : trace)
        sum += qint64(sizeof(LogTraceLine)) + bytesOf(line.text) + bytesOf(line.file) + bytesOf(line.function);
    return sum;
}

void LogRecord::bound() {
    cut(text, longestText);
    cut(origin, 200);
    if (trace.isEmpty())
        return;
    if (const qsizetype more = trace.size() - mostLines; more > 0) {
        trace.resize(mostLines);
        trace.squeeze();
        trace.append({LogTraceLine::Kind::Text, 0, tr("… %n more line(s)", static_cast<int>(more))});
    }
    for (LogTraceLine& line : trace)
        for (QString* part : {&line.text, &line.file, &line.function})
            cut(*part, longestLine);
}

QString levelText(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return tr("Debug");
    case LogLevel::Info:
        return tr("Info");
    case LogLevel::Warning:
        return tr("Warning");
    case LogLevel::Error:
        return tr("Error");
    case LogLevel::Critical:
        return tr("Critical");
    }
    return {};
}

QString timeText(qint64 time) { return QDateTime::fromMSecsSinceEpoch(time).toString(QStringLiteral("HH:mm:ss.zzz")); }

} // namespace fairlead::ui
