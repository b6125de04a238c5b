// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_message.h"

#include <cstddef>
#include <mutex>
#include <string>

namespace fairlead::host {

/// Sends messages to whoever started the host. Ends the process, quietly, when there is nobody any more.
///
/// Only the process that made it sends: a child that an extension forks, and that goes on as if it were the host, is
/// ended at the first attempt. Nothing is sent any more while a crash of another thread is being written down. May be
/// used from any thread.
class MessageChannel {
public:
    /// Takes over the descriptors. `control`: -1 if nobody answers.
    MessageChannel(int protocol, int control);
    MessageChannel(const MessageChannel&) = delete;
    MessageChannel& operator=(const MessageChannel&) = delete;

    /// What no line can hold is left out, and the log says so.
    void send(const HostMessage& message);
    /// Sends the last message, with how many came before it. What others send from here on is passed over.
    void send_done(DoneMessage message);
    /// Sends, and waits until the reader has taken the message: what is printed from here on comes after it.
    void send_and_wait(const HostMessage& message);

private:
    void end_if_forked() const;
    /// Ends a child, and waits for ever once a crash is written down.
    void stop_if_nothing_is_to_be_said() const;
    void write(std::string line);

    std::mutex mutex_;
    int protocol_;
    int control_;
    int process_;
    std::size_t count_ = 0; ///< of messages sent
    bool done_ = false;
};

} // namespace fairlead::host
