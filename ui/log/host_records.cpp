// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/host_records.h"

#include "core/files/printable_text.h"

#include <chrono>
#include <string>
#include <utility>

namespace fairlead::ui {

namespace {

using Line = LogTraceLine;

LogLevel levelOf(LogSeverity severity) {
    switch (severity) {
    case LogSeverity::info:
        return LogLevel::Info;
    case LogSeverity::warning:
        return LogLevel::Warning;
    case LogSeverity::error:
        break;
    }
    return LogLevel::Error;
}

bool isPrinted(LogOrigin origin) { return origin == LogOrigin::standard_output || origin == LogOrigin::standard_error; }

/// What was thrown and the first line of what it says, then the others. Whatever they hold, it can be seen.
void appendCause(QList<Line>& lines, const ReportedError& error) {
    const std::string text = error.message.empty() ? error.type : error.type + ": " + error.message;
    auto kind = Line::Kind::Exception;
    for (const QString& part : QString::fromStdString(text).split(u'\n')) {
        Line line;
        line.kind = std::exchange(kind, Line::Kind::Text);
        line.text = QString::fromStdString(printable_text(part.toStdString()));
        lines.append(line);
    }
}

/// The person's own frames; those of the runtime and of Fairlead are on the extension's page.
QList<Line> traceOf(const ExtensionReport& report) {
    QList<Line> lines;
    for (auto at = report.errors.crbegin(); at != report.errors.crend(); ++at) {
        const ReportedError& error = *at;
        appendCause(lines, error);
        for (const ReportedFrame& frame : error.frames) {
            if (!frame.own)
                continue;
            Line line;
            line.kind = Line::Kind::Frame;
            line.line = frame.line;
            line.text = QString::fromStdString(frame.code);
            line.file = QString::fromStdString(frame.file);
            line.function = QString::fromStdString(frame.function);
            lines.append(line);
        }
    }
    return lines;
}

} // namespace

LogRecord recordOf(const fairlead::LogRecord& record, const ExtensionReport* report) {
    const std::string_view origin = to_string(record.origin);
    const QString text = QString::fromStdString(record.text);
    LogRecord made;
    made.time = std::chrono::duration_cast<std::chrono::milliseconds>(record.time.time_since_epoch()).count();
    made.level = levelOf(record.severity);
    made.origin = record.extension.empty() ? QString::fromUtf8(origin.data(), static_cast<qsizetype>(origin.size()))
                                           : QString::fromStdString(record.extension);
    made.isPrinted = isPrinted(record.origin);
    made.text = text.section(u'\n', 0, 0);
    const bool isTraced = record.origin == LogOrigin::fairseq2 && text.contains(u'\n');
    if (isTraced && report != nullptr && !report->errors.empty()) {
        made.trace = traceOf(*report);
    } else if (const qsizetype rest = text.indexOf(u'\n'); rest >= 0) {
        for (const QString& line : text.mid(rest + 1).split(u'\n', Qt::SkipEmptyParts)) {
            Line below;
            below.text = line;
            made.trace.append(below);
        }
    }
    made.bound();
    return made;
}

} // namespace fairlead::ui
