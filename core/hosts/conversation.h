// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/child_process.h"
#include "core/hosts/host_collector.h"
#include "core/hosts/protocol_reader.h"

#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

namespace fairlead {

/// How a process came to its end.
enum class ConversationEnd : std::uint8_t {
    by_itself, ///< see ProcessEnd
    timed_out,
    flooded,       ///< an extension printed more than the limit
    said_too_much, ///< its messages were more than the limit
    cancelled,
};

/// Listens to one process of a host until it has ended, by itself or because it was ended here.
///
/// What is printed is read before the message after it, and the host waits for an answer to each report: so every
/// printed line goes to the extension that has printed it. A turn takes at most what pipes hold, so that a host that
/// floods does not keep the thread.
class Conversation {
public:
    Conversation(ChildProcess& child, HostCollector& collector, const HostLimits& limits);

    /// Blocks until the process has ended.
    [[nodiscard]] ConversationEnd listen(const std::stop_token& stop);
    /// What was wrong with the messages.
    [[nodiscard]] std::vector<std::string> notes() const { return reader_.notes(); }
    /// What the process was told to have died of: for read_fatal_signal(). Empty: nothing.
    [[nodiscard]] const std::string& crash() const noexcept { return crash_text_; }

private:
    using Clock = std::chrono::steady_clock;

    struct Incoming {
        int descriptor = -1; ///< -1: its other side is closed
    };

    void wait(int stop_descriptor) const;
    bool turn();
    /// What is there, up to a limit, appended to `bytes`.
    void read(Incoming& stream, std::string& bytes);
    void take(HostMessage message);
    void drain();

    ChildProcess& child_;
    HostCollector& collector_;
    const HostLimits& limits_;
    ProtocolReader reader_;
    Clock::time_point deadline_;
    Incoming messages_;
    Incoming output_;
    Incoming errors_;
    Incoming crash_;
    std::string crash_text_;
    std::string piece_;
};

} // namespace fairlead
