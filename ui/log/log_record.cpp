// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_record.h"

#include <QCoreApplication>
#include <QDateTime>

namespace fairlead::ui {

QString levelText(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return QCoreApplication::translate("LogRecord", "Debug");
    case LogLevel::Info:
        return QCoreApplication::translate("LogRecord", "Info");
    case LogLevel::Warning:
        return QCoreApplication::translate("LogRecord", "Warning");
    case LogLevel::Error:
        return QCoreApplication::translate("LogRecord", "Error");
    }
    return {};
}

QString timeText(qint64 time) { return QDateTime::fromMSecsSinceEpoch(time).toString(QStringLiteral("HH:mm:ss.zzz")); }

QString LogRecord::toLine() const {
    return QStringLiteral("%1  %2  %3  %4").arg(timeText(time), levelText(level), origin, text);
}

} // namespace fairlead::ui
