// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/conversation.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace fairlead {
namespace {

constexpr std::size_t piece_size = std::size_t{64} << 10;
/// Of what is told of a crash; more than the text of the deepest stack.
constexpr std::size_t longest_crash = std::size_t{512} << 10;
/// Of one stream in one turn; more than a pipe holds by default.
constexpr int most_pieces = 4;

} // namespace

Conversation::Conversation(ChildProcess& child, HostCollector& collector, const HostLimits& limits)
    : child_(child), collector_(collector), limits_(limits),
      reader_([this](HostMessage message) { take(std::move(message)); }),
      deadline_(Clock::now() + limits.start), messages_{child.streams().messages.get()},
      output_{child.streams().output.get()}, errors_{child.streams().errors.get()}, crash_{child.streams().crash.get()},
      piece_(piece_size, '\0') {}

ConversationEnd Conversation::listen(const std::stop_token& stop) {
    const OwnedDescriptor stopped(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (stopped.get() < 0)
        throw std::system_error(errno, std::generic_category(), "eventfd");
    const std::stop_callback wake(stop, [&] { ::eventfd_write(stopped.get(), 1); });

    auto end = ConversationEnd::by_itself;
    while (!child_.end()) {
        wait(stopped.get());
        turn();
        collector_.log().give_batch();
        if (stop.stop_requested())
            end = ConversationEnd::cancelled;
        else if (reader_.bytes() > limits_.protocol)
            end = ConversationEnd::said_too_much;
        else if (collector_.log().printed() > limits_.output)
            end = ConversationEnd::flooded;
        else if (Clock::now() > deadline_)
            end = ConversationEnd::timed_out;
        if (end != ConversationEnd::by_itself) {
            child_.stop();
            break;
        }
    }
    drain();
    return end;
}

void Conversation::wait(int stop_descriptor) const {
    pollfd waited[] = {{messages_.descriptor, POLLIN, 0},      {output_.descriptor, POLLIN, 0},
                       {errors_.descriptor, POLLIN, 0},        {crash_.descriptor, POLLIN, 0},
                       {child_.ended_descriptor(), POLLIN, 0}, {stop_descriptor, POLLIN, 0}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count() + 1;
    const long long longest = child_.ended_descriptor() < 0 ? 20 : 1000;
    ::poll(waited, std::size(waited), static_cast<int>(std::clamp<long long>(left, 0, longest)));
}

bool Conversation::turn() {
    // Taken before what is printed is read, and understood after it: what was printed before a message comes first.
    std::string messages;
    read(messages_, messages);
    std::string printed;
    for (const auto& [stream, origin] :
         {std::pair{&output_, LogOrigin::standard_output}, std::pair{&errors_, LogOrigin::standard_error}}) {
        const std::size_t before = printed.size();
        read(*stream, printed);
        collector_.log().take_printed(origin, std::string_view(printed).substr(before));
    }
    std::string crash;
    read(crash_, crash);
    crash_text_ += crash.substr(0, longest_crash - std::min(crash_text_.size(), longest_crash));
    reader_.read(messages);
    return !messages.empty() || !printed.empty() || !crash.empty();
}

void Conversation::read(Incoming& stream, std::string& bytes) {
    for (int piece = 0; piece < most_pieces && stream.descriptor >= 0;) {
        const ssize_t size = ::read(stream.descriptor, piece_.data(), piece_.size());
        if (size > 0) {
            bytes.append(piece_, 0, static_cast<std::size_t>(size));
            ++piece;
        } else if (size == 0 || (errno != EINTR && errno != EAGAIN)) {
            stream.descriptor = -1;
        } else if (errno == EAGAIN) {
            return;
        }
    }
}

void Conversation::take(HostMessage message) {
    const bool step =
        std::holds_alternative<ExtensionMessage>(message) || std::holds_alternative<HostProgress>(message);
    collector_.take(std::move(message));
    deadline_ = Clock::now() + limits_.step;
    if (step)
        child_.answer();
}

void Conversation::drain() {
    for (int turns = 0; turns < 1000 && turn(); ++turns)
        if (collector_.log().printed() > limits_.output || reader_.bytes() > limits_.protocol)
            break;
    reader_.finish();
    collector_.log().give_batch();
}

} // namespace fairlead
