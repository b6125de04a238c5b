// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairlead-host/message_channel.h"
#include "core/extensions/extension_record.h"

#include <fairlead/dependency_container.h>
#include <fairlead/throw_traces.h>

#include <cstddef>
#include <mutex>

namespace fairlead::host {

/// Knows which extension runs, so that one that ends the process by exit() or by an exception that nobody catches (of a
/// thread of its own, of a noexcept function) still has its report sent: with what it has registered, and the trace.
/// An end that runs no code of ours, by a signal or _exit(), is told by whoever started the host. The end of a child
/// that an extension forks is its own affair: nothing is told of it and it stays as it is.
///
/// That report is the last word on the extension: enter() and leave() never return once an end is being told.
///
/// One in a process: it lives until the process ends, as the handlers do that it sets. May be used from any thread.
class ExtensionWatch {
public:
    ExtensionWatch(MessageChannel& channel, DependencyContainer& container, const ThrowTraces& traces);
    ExtensionWatch(const ExtensionWatch&) = delete;
    ExtensionWatch& operator=(const ExtensionWatch&) = delete;

    /// From here on it is the code of this extension that runs; the report is what is known of it so far. `before`: how
    /// many registrations there were. `message` says so to whoever started the host, who answers.
    void enter(std::size_t index, ExtensionReport report, std::size_t before, const HostMessage& message);
    void leave();

private:
    static void on_exit(int code, void* watch);
    [[noreturn]] static void on_terminate();
    void report_end(ExtensionReport end);

    MessageChannel& channel_;
    DependencyContainer& container_;
    const ThrowTraces& traces_;
    const int process_;
    /// Recursive: telling an end may run an extension's code (what() of its exception), which may end the process in
    /// its turn.
    std::recursive_mutex mutex_;
    bool running_ = false;
    std::size_t index_ = 0;
    std::size_t before_ = 0;
    ExtensionReport report_;
};

} // namespace fairlead::host
