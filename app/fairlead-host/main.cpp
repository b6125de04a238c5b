// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/arguments.h"
#include "app/fairlead-host/bring_up.h"
#include "app/fairlead-host/guard.h"
#include "app/fairlead-host/message_channel.h"

#include <fairlead/fatal_signals.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace fairlead::host;

constexpr int failed = 2;
constexpr int first_private_descriptor = 100; // above those that extensions are likely to close or take for theirs

/// Takes a descriptor out of the extensions' way. Without one, messages go to standard output, and what is printed to
/// standard error.
int private_descriptor(int given) {
    if (given < 0)
        return -1;
    const int moved = ::fcntl(given, F_DUPFD_CLOEXEC, first_private_descriptor);
    if (moved >= 0 && given > STDERR_FILENO)
        ::close(given);
    return moved;
}

int run(const Arguments& arguments) {
    const int protocol = private_descriptor(arguments.protocol < 0 ? STDOUT_FILENO : arguments.protocol);
    const int control = private_descriptor(arguments.control);
    const int crash = private_descriptor(arguments.crash < 0 ? STDERR_FILENO : arguments.crash);
    if (protocol < 0) {
        std::perror("fairlead-host: there is nowhere to send messages");
        return failed;
    }
    if (arguments.protocol < 0)
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
    guard_process(control);
    fairlead::report_fatal_signals(crash);
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // a crash loses no line that was printed
    std::signal(SIGPIPE, SIG_IGN);                 // as in Python
    if (arguments.traced) {
        if (*arguments.traced)
            ::setenv("FAIRSEQ2_EXTENSION_TRACE", "1", 1);
        else
            ::unsetenv("FAIRSEQ2_EXTENSION_TRACE");
    }
    // Never destroyed: an extension may end this thread, and the handlers of the process's end use it.
    auto& channel = *new MessageChannel(protocol, control); // NOLINT(cppcoreguidelines-owning-memory)
    bring_up(arguments, channel);
    std::fflush(stdout);
    ::_exit(0); // neither extensions' destructors nor their handlers have a say any more
}

} // namespace

int main(int argc, char* argv[]) {
    try {
        const Arguments arguments = parse_arguments({argv + (argc > 0 ? 1 : 0), argv + argc});
        if (arguments.help) {
            std::fputs(help_page().c_str(), stdout);
            return 0;
        }
        return run(arguments);
    } catch (const UsageError& error) {
        std::fprintf(stderr, "fairlead-host: %s\nTry fairlead-host --help.\n", error.what());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fairlead-host: %s\n", error.what());
    }
    return failed;
}
