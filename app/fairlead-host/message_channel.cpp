// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/message_channel.h"

#include "core/files/printable_text.h"
#include "core/files/utf8.h"

#include <fairlead/fatal_signals.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

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

/// A name as a sentence can hold it.
std::string shown(std::string_view name) {
    constexpr std::size_t longest_name = 200;
    return printable_text(shortened(name, longest_name));
}

/// Of a message that no line can hold.
struct Shortened {
    std::string what{};                ///< is left out
    std::string extension{};           ///< whose it is, if that is known
    std::optional<HostMessage> rest{}; ///< is kept
};

Shortened shorten(const SourceMessage& message) {
    Shortened shortened;
    for (const RecordedFile& file : message.source.files)
        shortened.what += "The file " + shown(file.path) + " of ";
    shortened.what += "the card source " + shown(message.source.name);
    shortened.extension = message.source.owner.value_or("");
    SourceMessage rest = message;
    rest.source.files.clear();
    shortened.rest = std::move(rest);
    return shortened;
}

Shortened shorten(const ExtensionMessage& message) {
    ExtensionMessage rest = message;
    rest.report.registered.clear();
    rest.report.errors.clear();
    rest.report.lacks.clear();
    return {"What " + shown(message.report.name) + " has registered, lacks and has thrown", message.report.name,
            std::move(rest)};
}

Shortened shorten(const CardMessage& message) { return {"The card " + shown(message.card.name)}; }
Shortened shorten(const LogRecord& record) { return {"A line of the log", record.extension}; }
Shortened shorten(const ConfigSchema& schema) { return {"The config class " + shown(schema.class_name)}; }
Shortened shorten(const FamilyMessage& message) {
    return {"The family " + shown(message.family.name), message.family.owner.value_or("")};
}
Shortened shorten(const ArchitectureMessage& message) {
    return {"The architecture " + shown(message.architecture.name) + " of the family " + shown(message.family),
            message.architecture.owner.value_or("")};
}
template <class Other>
Shortened shorten(const Other&) {
    return {"A message"};
}

/// One line; of a message that is too long one that says so, and one with the rest.
std::vector<std::string> lines_of(const HostMessage& message) {
    std::vector<std::string> lines = {write_host_message(message)};
    if (lines.front().size() <= longest_line)
        return lines;
    const Shortened shortened = std::visit([](const auto& what) { return shorten(what); }, message);
    lines.front() = write_host_message(
        record_now(LogSeverity::warning, shortened.what + " is too long for a message of the host, and is left out.",
                   shortened.extension));
    if (shortened.rest)
        lines.push_back(write_host_message(*shortened.rest));
    return lines;
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
    std::vector<std::string> lines = lines_of(message);
    const std::lock_guard lock(mutex_);
    for (std::string& line : lines)
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
