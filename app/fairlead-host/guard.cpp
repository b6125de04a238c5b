// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/guard.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fairlead::host {
namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

std::vector<pid_t> children_of(pid_t process) {
    const std::string task = std::to_string(process);
    std::ifstream list("/proc/" + task + "/task/" + task + "/children");
    std::vector<pid_t> children;
    for (pid_t child = 0; list >> child;)
        children.push_back(child);
    return children;
}

/// Ends what is left. Those whose parents end become children of this process, until there are none.
void end_descendants() {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    while (std::chrono::steady_clock::now() < deadline) {
        for (const pid_t child : children_of(::getpid()))
            ::kill(child, SIGKILL);
        pid_t ended = 0;
        while ((ended = ::waitpid(-1, nullptr, WNOHANG)) > 0) {
        }
        if (ended < 0 && errno == ECHILD)
            return;
        std::this_thread::sleep_for(1ms);
    }
}

/// As the child has ended, so that whoever waits for this process learns of it.
[[noreturn]] void end_like(int status) {
    if (!WIFSIGNALED(status))
        ::_exit(WEXITSTATUS(status));
    const int signal = WTERMSIG(status);
    ::signal(signal, SIG_DFL);
    sigset_t only{};
    sigemptyset(&only);
    sigaddset(&only, signal);
    sigprocmask(SIG_UNBLOCK, &only, nullptr);
    ::raise(signal);
    ::_exit(128 + signal);
}

class Guard {
public:
    Guard(pid_t child, int signals, int control) : child_(child), signals_(signals), control_(control) {}

    [[noreturn]] void watch() {
        while (!child_has_ended()) {
            pollfd waited[] = {{signals_, POLLIN, 0}, {control_, 0, 0}};
            if (::poll(waited, 2, -1) < 0 && errno != EINTR)
                ::kill(child_, SIGKILL);
            if (was_told_to_end() || (waited[1].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) {
                ::kill(child_, SIGKILL);
                control_ = -1;
            }
        }
        end_descendants();
        end_like(status_);
    }

private:
    bool child_has_ended() {
        int status = 0;
        for (pid_t ended = 0; (ended = ::waitpid(-1, &status, WNOHANG)) > 0;) {
            if (ended == child_) {
                status_ = status;
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool was_told_to_end() const {
        bool told = false;
        signalfd_siginfo info{};
        while (::read(signals_, &info, sizeof info) == sizeof info)
            told = told || info.ssi_signo != SIGCHLD;
        return told;
    }

    pid_t child_;
    int signals_;
    int control_;
    int status_ = 0;
};

/// The guard prints nothing, and holds nothing open that others wait to be closed.
void let_go_of_descriptors(int signals, int control) {
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (nothing < 0)
            ::close(descriptor);
        else
            ::dup2(nothing, descriptor);
    }
    const long most = ::sysconf(_SC_OPEN_MAX);
    const int end = static_cast<int>(most > 0 && most < 1024 ? most : 1024);
    for (int descriptor = STDERR_FILENO + 1; descriptor < end; ++descriptor)
        if (descriptor != signals && descriptor != control)
            ::close(descriptor);
}

} // namespace

void guard_process(int control) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core); // a crash is what the host is for
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::signal(SIGCHLD, SIG_DFL); // where it is ignored there is nothing to wait for
    sigset_t waited{};
    sigset_t before{};
    sigemptyset(&waited);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP})
        sigaddset(&waited, signal);
    sigprocmask(SIG_BLOCK, &waited, &before);

    const pid_t guard = ::getpid();
    const pid_t child = ::fork();
    if (child < 0)
        fail("fork");
    if (child == 0) {
        sigprocmask(SIG_SETMASK, &before, nullptr);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != guard)
            ::_exit(1);
        return;
    }
    const int signals = ::signalfd(-1, &waited, SFD_NONBLOCK | SFD_CLOEXEC);
    if (signals < 0) {
        ::kill(child, SIGKILL);
        fail("signalfd");
    }
    let_go_of_descriptors(signals, control);
    Guard(child, signals, control).watch();
}

} // namespace fairlead::host
