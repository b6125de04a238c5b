// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fairlead {
namespace {

// In the child; its ends of pipes are kept above, so that putting one in place takes no other's.
constexpr int child_protocol = 3;
constexpr int child_control = 4;
constexpr int child_crash = 5;
constexpr int first_passed_descriptor = 10;

[[noreturn]] void fail(int error, const std::string& what) {
    throw std::system_error(error, std::generic_category(), what);
}

struct Pipe {
    OwnedDescriptor here;
    OwnedDescriptor there;
};

OwnedDescriptor above_others(OwnedDescriptor descriptor) {
    const int moved = ::fcntl(descriptor.get(), F_DUPFD_CLOEXEC, first_passed_descriptor);
    if (moved < 0)
        fail(errno, "a descriptor for the host");
    return OwnedDescriptor(moved);
}

/// The child writes, we read without blocking.
Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        fail(errno, "a pipe for the host");
    Pipe pipe{OwnedDescriptor(ends[0]), OwnedDescriptor(ends[1])};
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    pipe.there = above_others(std::move(pipe.there));
    return pipe;
}

/// A socket, because writing to one whose reader is gone can be done without a signal.
Pipe make_control() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        fail(errno, "a socket for the host");
    Pipe pipe{OwnedDescriptor(ends[0]), OwnedDescriptor(ends[1])};
    pipe.there = above_others(std::move(pipe.there));
    return pipe;
}

std::vector<std::string> changed_environment(std::span<const HostVariable> variables) {
    std::vector<std::string> lines;
    for (char** line = environ; *line != nullptr; ++line) {
        const std::string_view text = *line;
        const std::string_view name = text.substr(0, text.find('='));
        if (std::ranges::find(variables, name, &HostVariable::name) == variables.end())
            lines.emplace_back(text);
    }
    for (const HostVariable& variable : variables)
        if (variable.value)
            lines.push_back(variable.name + "=" + *variable.value);
    return lines;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (std::string& text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

class SpawnSettings {
public:
    SpawnSettings() {
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_init(&actions);
        sigset_t none{};
        sigset_t all{};
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    }
    ~SpawnSettings() {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    posix_spawnattr_t attributes{};
    posix_spawn_file_actions_t actions{};
};

int open_process(pid_t process) {
#ifdef SYS_pidfd_open
    return static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
#else
    static_cast<void>(process);
    return -1;
#endif
}

std::string signal_name(int signal) {
    const char* name = ::sigabbrev_np(signal);
    return name == nullptr ? fmt::format("signal {}", signal) : fmt::format("SIG{}", name);
}

} // namespace

OwnedDescriptor::OwnedDescriptor(OwnedDescriptor&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

OwnedDescriptor& OwnedDescriptor::operator=(OwnedDescriptor&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

OwnedDescriptor::~OwnedDescriptor() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

ChildProcess ChildProcess::start(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                 std::span<const HostVariable> variables) {
    Pipe messages = make_pipe();
    Pipe output = make_pipe();
    Pipe errors = make_pipe();
    Pipe crash = make_pipe();
    Pipe control = make_control();
    SpawnSettings settings;
    const std::pair<int, int> passed[] = {{output.there.get(), STDOUT_FILENO},
                                          {errors.there.get(), STDERR_FILENO},
                                          {messages.there.get(), child_protocol},
                                          {control.there.get(), child_control},
                                          {crash.there.get(), child_crash}};
    for (const auto& [from, to] : passed)
        posix_spawn_file_actions_adddup2(&settings.actions, from, to);

    std::vector<std::string> words = {program.string()};
    for (const auto& [option, descriptor] :
         {std::pair("--protocol", child_protocol), std::pair("--control", child_control),
          std::pair("--crash", child_crash)}) {
        words.emplace_back(option);
        words.push_back(std::to_string(descriptor));
    }
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = changed_environment(variables);
    pid_t process = -1;
    const int error = posix_spawn(&process, program.c_str(), &settings.actions, &settings.attributes,
                                  pointers(words).data(), pointers(environment).data());
    if (error != 0)
        fail(error, program.string());
    return {process,
            {std::move(messages.here), std::move(control.here), std::move(output.here), std::move(errors.here),
             std::move(crash.here)}};
}

ChildProcess::ChildProcess(int process, Streams streams)
    : process_(process), streams_(std::move(streams)), ended_(open_process(process)) {}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), streams_(std::move(other.streams_)), ended_(std::move(other.ended_)),
      end_(std::move(other.end_)) {}

ChildProcess::~ChildProcess() {
    if (process_ >= 0)
        stop();
}

void ChildProcess::answer() const noexcept {
    const char byte = '.';
    static_cast<void>(::send(streams_.control.get(), &byte, 1, MSG_NOSIGNAL | MSG_DONTWAIT));
}

const std::optional<ProcessEnd>& ChildProcess::end() {
    if (end_)
        return end_;
    int status = 0;
    const pid_t ended = ::waitpid(process_, &status, WNOHANG);
    if (ended == process_) {
        if (WIFSIGNALED(status))
            end_ = ProcessEnd{std::nullopt, signal_name(WTERMSIG(status))};
        else
            end_ = ProcessEnd{WEXITSTATUS(status), std::nullopt};
        ::kill(-process_, SIGKILL); // what has stayed in its group, if its guard was ended by force
    } else if (ended < 0 && errno == ECHILD) {
        end_ = ProcessEnd{}; // its number may be another's by now, and is left alone
    }
    return end_;
}

void ChildProcess::stop(std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    if (end())
        return;
    ::kill(process_, SIGTERM);
    const auto deadline = Clock::now() + patience;
    while (!end()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            ::kill(-process_, SIGKILL);
        pollfd waited{ended_.get(), POLLIN, 0};
        const long long wait = std::clamp<long long>(left.count(), 1, ended_.get() < 0 ? 5 : 100);
        ::poll(&waited, 1, static_cast<int>(wait));
    }
}

} // namespace fairlead
