// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/mailbox_sink.h"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace fairlead::ui {

namespace {

constexpr std::size_t mostBytes = std::size_t{1} << 20; // of a text; what is beyond would be cut after all

LogLevel levelOf(spdlog::level::level_enum level) {
    switch (level) {
    case spdlog::level::trace:
    case spdlog::level::debug:
        return LogLevel::Debug;
    case spdlog::level::warn:
        return LogLevel::Warning;
    case spdlog::level::err:
        return LogLevel::Error;
    case spdlog::level::critical:
        return LogLevel::Critical;
    default:
        return LogLevel::Info;
    }
}

QString textOf(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(std::min(bytes.size(), mostBytes)));
}

} // namespace

void MailboxSink::sink_it_(const spdlog::details::log_msg& message) {
    LogRecord record;
    record.time = std::chrono::duration_cast<std::chrono::milliseconds>(message.time.time_since_epoch()).count();
    record.level = levelOf(message.level);
    record.origin = textOf({message.logger_name.data(), message.logger_name.size()});
    record.text = textOf({message.payload.data(), message.payload.size()});
    if (const qsizetype end = record.text.indexOf(u'\n'); end >= 0) {
        for (const QString& line : record.text.mid(end + 1).split(u'\n'))
            record.trace.append({LogTraceLine::Kind::Text, 0, line});
        while (!record.trace.isEmpty() && record.trace.last().text.isEmpty())
            record.trace.removeLast();
        record.text.truncate(end);
    }
    m_mailbox->post(std::move(record));
}

} // namespace fairlead::ui
