// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_mailbox.h"

#include <chrono>

namespace fairlead::ui {

namespace {

/// Longer records are cut: the panel is for reading.
constexpr qsizetype maxRecordLength = qsizetype{64} * 1024;

LogLevel levelOf(spdlog::level::level_enum level) {
    switch (level) {
    case spdlog::level::trace:
    case spdlog::level::debug:
        return LogLevel::Debug;
    case spdlog::level::warn:
        return LogLevel::Warning;
    case spdlog::level::err:
    case spdlog::level::critical:
        return LogLevel::Error;
    default:
        return LogLevel::Info;
    }
}

} // namespace

void LogMailbox::setWake(std::function<void()> wake) {
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
    if (m_wake && !m_records.empty()) {
        m_wake();
    }
}

void LogMailbox::post(LogRecord record) {
    const std::lock_guard lock(m_mutex);
    const bool first = m_records.empty();
    if (m_records.size() == m_limit) {
        m_records.pop_front();
        ++m_dropped;
    }
    m_records.push_back(std::move(record));
    if (first && m_wake) {
        m_wake();
    }
}

LogMailbox::Contents LogMailbox::fetch() {
    const std::lock_guard lock(m_mutex);
    Contents contents{std::move(m_records), m_dropped};
    m_records.clear();
    m_dropped = 0;
    return contents;
}

void MailboxSink::sink_it_(const spdlog::details::log_msg& message) {
    LogRecord record;
    record.time = std::chrono::duration_cast<std::chrono::milliseconds>(message.time.time_since_epoch()).count();
    record.level = levelOf(message.level);
    record.origin = QString::fromUtf8(message.logger_name.data(), static_cast<qsizetype>(message.logger_name.size()));
    record.text = QString::fromUtf8(message.payload.data(), static_cast<qsizetype>(message.payload.size()));
    if (record.text.size() > maxRecordLength) {
        record.text.truncate(maxRecordLength);
        record.text += QStringLiteral("…");
    }
    m_mailbox->post(std::move(record));
}

} // namespace fairlead::ui
