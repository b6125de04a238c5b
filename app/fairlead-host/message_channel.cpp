// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/message_channel.h"

#include <fairlead/fatal_signals.h>

#include <cerrno>
#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace fairlead::host {
namespace {

constexpr int nobody_reads = 120;
/// What a line may have: see ProtocolReader::longest_line.
constexpr std::size_t longest_line = std::size_t{15} << 20;

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t size = ::write(descriptor, text.data(), text.size());
        if (size > 0)
            text.remove_prefix(static_cast<std::size_t>(size));
        else if (errno != EINTR)
            ::_exit(nobody_reads);
    }
}

/// A message that a line can hold, in place of one that it cannot.
std::string shortened(const HostMessage& message) {
    if (const auto* source = std::get_if<SourceMessage>(&message)) {
        SourceMessage bare = *source;
        bare.source.files.clear();
        return write_host_message(bare);
    }
    if (const auto* extension = std::get_if<ExtensionMessage>(&message)) {
        ExtensionMessage bare = *extension;
        bare.report.registered.clear();
        bare.report.errors.clear();
        bare.report.lacks.clear();
        return write_host_message(bare);
    }
    LogRecord record;
    record.severity = LogSeverity::warning;
    record.text = "A message was too long and was left out.";
    return write_host_message(record);
}

} // namespace

MessageChannel::MessageChannel(int protocol, int control)
    : protocol_(protocol), control_(control), process_(::getpid()) {}

void MessageChannel::end_if_forked() const {
    if (::getpid() != process_)
        ::_exit(0);
}

void MessageChannel::stop_if_nothing_is_to_be_said() const {
    end_if_forked();
    while (fatal_signal_is_reported())
        ::pause(); // it is another thread that ends the process
}

void MessageChannel::write(std::string line) {
    if (done_)
        return;
    line += '\n';
    ++count_;
    write_all(protocol_, line);
}

void MessageChannel::send(const HostMessage& message) {
    stop_if_nothing_is_to_be_said();
    std::string line = write_host_message(message);
    if (line.size() > longest_line)
        line = shortened(message);
    const std::lock_guard lock(mutex_);
    write(std::move(line));
}

void MessageChannel::send_done(DoneMessage message) {
    stop_if_nothing_is_to_be_said();
    const std::lock_guard lock(mutex_);
    message.messages = count_;
    write(write_host_message(message));
    done_ = true;
}

void MessageChannel::send_and_wait(const HostMessage& message) {
    end_if_forked();
    std::fflush(stdout); // what was printed before belongs before
    send(message);
    if (control_ < 0)
        return;
    char answer = 0;
    ssize_t size = 0;
    do
        size = ::read(control_, &answer, 1);
    while (size < 0 && errno == EINTR);
    if (size <= 0)
        ::_exit(nobody_reads);
}

} // namespace fairlead::host
