// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/alternate_stack.h"
#include "core/extensions/trace/frame_server.h"
#include "core/extensions/trace/signal_text.h"

#include <fairlead/fatal_signals.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <poll.h>
#include <span>
#include <sys/socket.h>
#include <ucontext.h>
#include <unistd.h>
#include <unwind.h>

// What runs in the handler calls only what POSIX allows there, and of the unwinder what takes no lock: since 2.35 the C
// library finds libraries without one.

namespace fairlead {
namespace {

constexpr std::array fatal_signals = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP};

/// What a handler can know. There is one set of handlers in a process.
struct Reporter {
    int descriptor = -1;
    int server = -1;
    pid_t process = 0;
    std::atomic<pid_t> thread = 0; ///< the one that reports
    std::atomic<int> signal = 0;   ///< what it reports
    timespec end{};                ///< when it gives up
    std::uintptr_t where = 0;      ///< of the instruction that the signal met
    bool met = false;              ///< unwinding has come to it
    std::size_t depth = 0;
    std::array<std::uintptr_t, frame_depth_limit> addresses{};
};
constinit Reporter reporter; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

int milliseconds_left() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto left = (reporter.end.tv_sec - now.tv_sec) * 1000 + (reporter.end.tv_nsec - now.tv_nsec) / 1'000'000;
    return static_cast<int>(std::max<long>(left, 0));
}

/// Whether a descriptor can be written to, or read from, in time.
bool wait_for(int descriptor, short event) {
    pollfd ready = {descriptor, event, 0};
    int count = 0;
    do
        count = ::poll(&ready, 1, milliseconds_left());
    while (count < 0 && errno == EINTR && milliseconds_left() > 0);
    return count == 1;
}

bool send(const FramePacket& packet) {
    const std::size_t size = offsetof(FramePacket, bytes) + packet.size;
    return reporter.server >= 0 && wait_for(reporter.server, POLLOUT) &&
           ::send(reporter.server, &packet, size, MSG_NOSIGNAL | MSG_DONTWAIT) == static_cast<ssize_t>(size);
}

void send_maps() {
    const int file = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    FramePacket packet;
    packet.what = FramePacket::What::maps;
    packet.number = 0;
    for (;;) {
        const ssize_t size = ::read(file, packet.bytes.data(), packet.bytes.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        packet.size = static_cast<std::uint16_t>(size);
        if (!send(packet))
            break;
    }
    ::close(file);
}

void take(std::uintptr_t address) {
    if (reporter.depth == reporter.addresses.size())
        return;
    reporter.addresses[reporter.depth++] = address;
    // At once: if the stack cannot be read further, this one is told of.
    FramePacket packet;
    packet.what = FramePacket::What::address;
    packet.size = 0;
    packet.number = address;
    send(packet);
}

_Unwind_Reason_Code take_call(_Unwind_Context* context, void* /*unused*/) {
    int before_instruction = 0;
    const std::uintptr_t address = _Unwind_GetIPInfo(context, &before_instruction);
    reporter.met = reporter.met || address == reporter.where; // before it: the handler itself
    if (reporter.met && address != 0)
        take(address + (before_instruction != 0 ? 1 : 0)); // as where a call would return to
    return reporter.depth == reporter.addresses.size() ? _URC_END_OF_STACK : _URC_NO_REASON;
}

struct Place {
    std::uintptr_t instruction = 0;
    std::uintptr_t stack = 0;
    std::uintptr_t caller = 0; ///< where it returns to, if the instruction itself is what cannot be read
};

Place place_of(const ucontext_t& context, const void* fault) {
    Place place;
#if defined(__x86_64__)
    place.instruction = static_cast<std::uintptr_t>(context.uc_mcontext.gregs[REG_RIP]);
    place.stack = static_cast<std::uintptr_t>(context.uc_mcontext.gregs[REG_RSP]);
    if (place.instruction == reinterpret_cast<std::uintptr_t>(fault))
        place.caller = *reinterpret_cast<const std::uintptr_t*>(place.stack); // NOLINT: a register holds the address
#elif defined(__aarch64__)
    place.instruction = context.uc_mcontext.pc;
    place.stack = context.uc_mcontext.sp;
    if (place.instruction == reinterpret_cast<std::uintptr_t>(fault))
        place.caller = context.uc_mcontext.regs[30];
#endif
    return place;
}

/// Sends where the process is, and keeps it.
void take_calls(const Place& place) {
    reporter.where = place.instruction;
    if (place.caller == 0) {
        _Unwind_Backtrace(take_call, nullptr);
    } else { // what is no code has no calls that an unwinder can see, save the one that came there
        take(place.instruction);
        take(place.caller);
    }
}

/// Whether the process that writes frames has done so.
bool is_answered() {
    std::array<char, 1> byte{};
    return reporter.server >= 0 && ::shutdown(reporter.server, SHUT_WR) == 0 && wait_for(reporter.server, POLLIN) &&
           ::recv(reporter.server, byte.data(), byte.size(), MSG_DONTWAIT) == 1;
}

void write_line(const SignalText& line) {
    if (wait_for(reporter.descriptor, POLLOUT))
        static_cast<void>(!::write(reporter.descriptor, line.text().data(), line.text().size()));
}

/// What there is without the process that reads debug information.
void write_bare(const SignalText& headline) {
    write_line(SignalText().add(headline.text()).add("\n"));
    std::size_t number = 0;
    for (const std::uintptr_t address : std::span(reporter.addresses).first(reporter.depth)) {
        SignalText line;
        line.add("#").add_decimal(number++).add(" a function without a name (");
#ifdef DLFO_STRUCT_HAS_EH_DBASE // the C library has what needs no lock
        dl_find_object found{};
        if (::_dl_find_object(reinterpret_cast<void*>(address - 1), &found) == 0) { // NOLINT: the unwinder's address
            const char* name = found.dlfo_link_map->l_name;
            line.add(*name == '\0' ? "the program" : name)
                .add("+")
                .add_hexadecimal(address - found.dlfo_link_map->l_addr);
        } else
#endif
            line.add("+").add_hexadecimal(address);
        write_line(line.add(")\n"));
    }
}

[[noreturn]] void die_by(int signal) {
    struct sigaction action {};
    action.sa_handler = SIG_DFL;
    ::sigaction(signal, &action, nullptr);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(signal);
    ::_exit(128 + signal); // for those that it does not kill: there are none
}

void report(int signal, const siginfo_t* info, void* context) {
    if (::getpid() != reporter.process)
        die_by(signal); // a process that was forked later
    pid_t nobody = 0;
    const pid_t self = ::gettid();
    if (!reporter.thread.compare_exchange_strong(nobody, self)) {
        if (nobody == self)
            die_by(reporter.signal); // the report itself cannot go on
        for (;;)
            ::pause(); // the other thread ends the process
    }
    reporter.signal = signal;
    sigset_t pipe;
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    constexpr long patience = 10; // seconds
    ::clock_gettime(CLOCK_MONOTONIC, &reporter.end);
    reporter.end.tv_sec += patience;

    const bool is_access = signal == SIGSEGV || signal == SIGBUS;
    const Place place = place_of(*static_cast<const ucontext_t*>(context), is_access ? info->si_addr : info);
    const SignalText headline = headline_of(signal, *info, place.stack);
    FramePacket packet;
    packet.what = FramePacket::What::headline;
    packet.number = 0;
    packet.size = static_cast<std::uint16_t>(headline.text().copy(packet.bytes.data(), packet.bytes.size()));
    send(packet);
    send_maps();
    take_calls(place);
    if (!is_answered())
        write_bare(headline);
    die_by(signal);
}

_Unwind_Reason_Code stop(_Unwind_Context* /*unused*/, void* /*unused*/) { return _URC_END_OF_STACK; }

} // namespace

inline namespace abi1 {

void report_fatal_signals(int descriptor) {
    if (reporter.process != 0)
        return;
    reporter.descriptor = descriptor;
    reporter.process = ::getpid();
    reporter.server = start_frame_server(descriptor);
    // This thread's, for good: what is destroyed at the end of the program may fail too.
    static const auto* const stack = new AlternateStack; // NOLINT(cppcoreguidelines-owning-memory)
    static_cast<void>(stack);
    give_threads_alternate_stacks();
    _Unwind_Backtrace(stop, nullptr); // what it does only once is done by now
    for (const int signal : fatal_signals) {
        struct sigaction present {};
        if (::sigaction(signal, nullptr, &present) != 0 || (present.sa_flags & SA_SIGINFO) != 0 ||
            present.sa_handler != SIG_DFL)
            continue;
        struct sigaction action {};
        action.sa_sigaction = [](int number, siginfo_t* info, void* context) { report(number, info, context); };
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(signal, &action, nullptr);
    }
}

bool fatal_signal_is_reported() noexcept { return reporter.thread != 0 && ::getpid() == reporter.process; }

} // namespace abi1
} // namespace fairlead
