// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_mailbox.h"

#include <memory>
#include <mutex>
#include <spdlog/sinks/base_sink.h>

namespace fairlead::ui {

/// A spdlog sink that posts to a mailbox. The logger's name is the record's origin; lines after the first are below it.
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
