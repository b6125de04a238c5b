// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/program.h"
#include "app/fairleadctl/call.h"
#include "app/fairleadctl/help.h"
#include "app/fairleadctl/output.h"
#include "core/checks/suggest.h"
#include "core/files/printable_text.h"
#include "core/files/read.h"
#include "core/registry/bundled.h"
#include "core/registry/snapshot.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <unistd.h>

namespace fairlead::ctl {
namespace {

// A file that is opened later must not take the place of a closed standard stream. What is opened here refuses to be
// written to, so that lost output is noticed.
void occupy_standard_streams() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) == -1)
            static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
}

int finish(Output& output, int status) {
    const std::string failure = output.finish();
    if (failure.empty())
        return status;
    say(failure);
    return status_failed;
}

int print(const std::string& text) {
    Output output(STDOUT_FILENO, false);
    output.write(text);
    return finish(output, status_good);
}

std::string version() {
    return "fairleadctl " FAIRLEAD_VERSION " (knows fairseq2 " + bundled_snapshot()->fairseq2_version + ")\n";
}

const Call& call_named(const std::string& name) {
    if (const Call* call = find_call(name))
        return *call;
    if (is_later_call(name))
        throw UsageError("the call " + name + " is not in this version");
    const std::string shown = printable_text(name);
    if (name.starts_with('-') && name.size() > 1)
        throw UsageError(shown + " is no option that may stand before the call");
    std::string message = "there is no call \"" + shown + "\"";
    const std::string near = nearest_name(name, [](const std::function<void(std::string_view)>& offer) {
        for (const Call* call : calls())
            offer(call->name);
    });
    if (!near.empty())
        message += "; did you mean " + near + "?";
    throw UsageError(message);
}

bool is_help(const std::string& argument) { return argument == "-h" || argument == "--help" || argument == "help"; }

// "--color WHEN" may stand before the call, as it is about the whole.
void move_color_behind_call(std::vector<std::string>& arguments) {
    if (arguments.empty())
        return;
    if (arguments[0].starts_with("--color=") && arguments.size() > 1)
        std::swap(arguments[0], arguments[1]);
    else if (arguments[0] == "--color" && arguments.size() > 2)
        std::rotate(arguments.begin(), arguments.begin() + 2, arguments.begin() + 3);
}

int run(std::vector<std::string> arguments) {
    move_color_behind_call(arguments);
    if (arguments.empty())
        throw UsageError("a call is missing");
    if (arguments[0] == "--version" || arguments[0] == "-V")
        return print(version());
    if (is_help(arguments[0])) {
        if (arguments.size() == 1 || is_help(arguments[1]))
            return print(overview());
        return print(page_of(call_named(arguments[1])));
    }
    const Call& call = call_named(arguments[0]);
    arguments.erase(arguments.begin());
    const Arguments parsed = parse_arguments(call, std::move(arguments));
    if (parsed.help)
        return print(page_of(call));
    Output output(STDOUT_FILENO, !parsed.json() && wants_color(parsed.color));
    return finish(output, call.run(parsed, output));
}

} // namespace

int run_program(const std::vector<std::string>& arguments) {
    occupy_standard_streams();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away ends the output, not the work: see Output
    try {
        return run(arguments);
    } catch (const UsageError& error) {
        const Call* call = error.call();
        say(call == nullptr ? std::string(error.what()) : std::string(call->name) + ": " + error.what());
        std::string form = call == nullptr ? "Usage: fairleadctl CALL [OPTIONS] [WORDS]" : right_form(*call);
        form +=
            call == nullptr ? "\nTry fairleadctl --help." : "\nTry fairleadctl " + std::string(call->name) + " --help.";
        std::fputs((form + "\n").c_str(), stderr);
    } catch (const std::bad_alloc&) {
        say("there is not enough memory");
    } catch (const std::exception& error) {
        say(printable_text(error.what()));
    }
    return status_failed;
}

} // namespace fairlead::ctl
