// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_record.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include <spdlog/sinks/base_sink.h>

namespace fairlead::ui {

/// Where records wait between the thread that logs and the window's. Any thread may post.
///
/// Bounded: when more come than are fetched, the oldest waiting ones go, and are counted.
class LogMailbox {
public:
    explicit LogMailbox(std::size_t limit) : m_limit(limit) {}

    /// `wake` is called from the posting thread when the box was empty; it must only pass the word on.
    void setWake(std::function<void()> wake);
    void post(LogRecord record);

    struct Contents {
        std::deque<LogRecord> records;
        quint64 dropped = 0; ///< lost before these
    };
    [[nodiscard]] Contents fetch();

private:
    std::mutex m_mutex;
    std::deque<LogRecord> m_records;
    std::function<void()> m_wake;
    std::size_t m_limit;
    quint64 m_dropped = 0;
};

/// A spdlog sink that posts to a mailbox. The logger's name is the record's origin.
class MailboxSink : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit MailboxSink(std::shared_ptr<LogMailbox> mailbox) : m_mailbox(std::move(mailbox)) {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override;
    void flush_() override {}

private:
    std::shared_ptr<LogMailbox> m_mailbox;
};

} // namespace fairlead::ui
