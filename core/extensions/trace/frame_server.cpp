// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/frame_server.h"

#include "core/extensions/trace/code_places.h"
#include "core/extensions/trace/signal_text.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace fairlead {
namespace {

constexpr unsigned patience = 20; // seconds that the work may take, then it is given up
constexpr std::size_t maps_limit = std::size_t{16} * 1024 * 1024;

struct Request {
    std::string headline;
    std::string maps;
    std::vector<std::uintptr_t> addresses;
};

/// Names come from the debug information of any library: a line stays a line.
std::string one_line(std::string name) {
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, '?');
    return name;
}

std::string line_of(std::size_t number, const TraceFrame& frame) {
    std::string line = "#" + std::to_string(number) + " ";
    line += frame.function.empty() ? "a function without a name" : one_line(frame.function);
    if (!frame.file.empty())
        line += " at " + one_line(frame.file) + ":" + std::to_string(frame.line);
    if (frame.inlined) {
        line += " (inlined in " + one_line(frame.library) + ")";
    } else {
        line += " (" + one_line(frame.library) + "+";
        line += SignalText().add_hexadecimal(frame.offset).add(")").text();
    }
    return line + "\n";
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written >= 0)
            text.remove_prefix(static_cast<std::size_t>(written));
        else if (pollfd ready = {descriptor, POLLOUT, 0}; errno == EAGAIN)
            (void)::poll(&ready, 1, -1);
        else if (errno != EINTR)
            return;
    }
}

/// Reads what is asked for. False if nothing is, and the process that could ask has ended.
bool read_request(int socket, int process, Request& request) {
    FramePacket packet;
    for (bool ended = false;;) {
        std::array<pollfd, 2> events = {pollfd{socket, POLLIN, 0}, pollfd{process, POLLIN, 0}};
        if (::poll(events.data(), events.size(), ended ? 0 : -1) < 0 && errno != EINTR)
            return false;
        ended = ended || (events[1].revents & POLLIN) != 0;
        if (events[0].revents == 0 && !ended)
            continue;
        const ssize_t size = ::recv(socket, &packet, sizeof packet, MSG_DONTWAIT);
        if (size == 0 || (size < 0 && ended))
            return !request.addresses.empty();
        if (size < static_cast<ssize_t>(offsetof(FramePacket, bytes)))
            continue;
        if (request.headline.empty())
            ::alarm(patience); // nobody may be left to end this process
        const auto bytes = std::string_view(packet.bytes.data(), std::min<std::size_t>(packet.size, FramePacket::room));
        if (packet.what == FramePacket::What::headline)
            request.headline = bytes;
        else if (packet.what == FramePacket::What::maps && request.maps.size() < maps_limit)
            request.maps += bytes;
        else if (packet.what == FramePacket::What::address && request.addresses.size() < frame_depth_limit)
            request.addresses.push_back(packet.number);
    }
}

[[noreturn]] void serve(int socket, int descriptor, int process) {
    (void)::prctl(PR_SET_NAME, "fairlead-frames");
    // Whatever else this process has of the other one's would not be seen to end with it.
    std::array kept = {socket, descriptor, process};
    std::ranges::sort(kept);
    int from = 0;
    for (const int one : kept) {
        if (one > from)
            (void)::close_range(static_cast<unsigned>(from), static_cast<unsigned>(one - 1), 0);
        from = std::max(from, one + 1);
    }
    (void)::close_range(static_cast<unsigned>(from), ~0U, 0);

    Request request;
    if (read_request(socket, process, request)) {
        std::string text = request.headline + "\n";
        std::size_t number = 0;
        for (const TraceFrame& frame : places_of(request.addresses, request.maps))
            text += line_of(number++, frame);
        write_all(descriptor, text);
        (void)::send(socket, "", 1, MSG_NOSIGNAL);
    }
    ::_exit(0);
}

} // namespace

int start_frame_server(int descriptor) noexcept {
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return -1;
    const int process = static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0));
    const pid_t between = process < 0 ? -1 : ::fork();
    if (between == 0) {
        const pid_t server = ::fork();
        if (server == 0)
            serve(sockets[1], descriptor, process);
        ::_exit(server < 0 ? 1 : 0);
    }
    int status = 1;
    if (between > 0)
        while (::waitpid(between, &status, 0) < 0 && errno == EINTR) {
        }
    ::close(sockets[1]);
    if (process >= 0)
        ::close(process);
    if (status == 0)
        return sockets[0];
    ::close(sockets[0]);
    return -1;
}

} // namespace fairlead
