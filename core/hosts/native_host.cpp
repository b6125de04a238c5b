// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/native_host.h"

#include "core/extensions/fatal_signal.h"
#include "core/files/printable_text.h"
#include "core/hosts/child_process.h"
#include "core/hosts/conversation.h"
#include "core/hosts/host_collector.h"
#include "core/hosts/report_extension.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

constexpr const char* trace_variable = "FAIRSEQ2_EXTENSION_TRACE";

/// `12 s`, `250 ms`.
std::string duration(std::chrono::milliseconds time) {
    return time.count() % 1000 == 0 ? fmt::format("{} s", time.count() / 1000) : fmt::format("{} ms", time.count());
}

/// What an extension has done to its process, in a sentence without its end.
std::string what_happened(const ExtensionReport& report) {
    const char* const where = report.call_ms || report.import_ms ? "while its code ran" : "while it was imported";
    switch (report.outcome) {
    case ExtensionOutcome::timed_out:
        return fmt::format("{} did not come back within {} and was ended", report.name, limit_text(report));
    case ExtensionOutcome::flooded:
        return fmt::format("{} printed more than {} and was ended", report.name, limit_text(report));
    case ExtensionOutcome::crashed:
        return fmt::format("{} crashed ({}) {}", report.name, report.signal.value_or("no signal"), where);
    default:
        if (!report.exit_code)
            return fmt::format("{} ended the process {}", report.name, where);
        return fmt::format("{} ended the process with exit code {} {}", report.name, *report.exit_code, where);
    }
}

/// The run of a host that is started as often as it takes.
class Run {
public:
    Run(const NativeHostOptions& options, const HostListener& listener)
        : options_(options), collector_(options.limits, listener) {
        run_.traced = options.traced;
    }

    HostRun run(const std::stop_token& stop) {
        while (start_once(stop)) {
        }
        collector_.finish(run_);
        run_.time = std::chrono::system_clock::now();
        return std::move(run_);
    }

private:
    /// Whether the host is to be started again.
    bool start_once(const std::stop_token& stop) {
        ++run_.starts;
        collector_.start();
        crash_.reset();
        ProcessEnd process;
        auto end = ConversationEnd::by_itself;
        try {
            const fs::path program = options_.program.empty() ? find_native_host() : options_.program;
            if (program.empty())
                return broke_off(HostEnd::not_started, "There is no program fairlead-host beside this one.");
            ChildProcess child = ChildProcess::start(program, arguments(), variables());
            Conversation conversation(child, collector_, options_.limits);
            end = conversation.listen(stop);
            process = child.end().value_or(ProcessEnd{});
            take_notes(conversation.notes());
            crash_ = read_fatal_signal(conversation.crash());
            if (!process.exit_code && !process.signal && crash_)
                process.signal = crash_->type;
        } catch (const std::system_error& error) {
            return broke_off(HostEnd::not_started,
                             fmt::format("The host cannot be started: {}.", printable_text(error.what())));
        }
        if (end == ConversationEnd::cancelled) {
            run_.end = HostEnd::cancelled;
            return false;
        }
        if (collector_.is_done())
            return false;
        return blame(end, process);
    }

    [[nodiscard]] std::vector<std::string> arguments() const {
        std::vector<std::string> arguments;
        const auto switch_off = [&](const std::string& name) {
            arguments.emplace_back("--off");
            arguments.push_back(name);
        };
        std::ranges::for_each(options_.switched_off, switch_off);
        std::ranges::for_each(collector_.settled(), switch_off);
        return arguments;
    }

    [[nodiscard]] std::vector<HostVariable> variables() const {
        std::vector<HostVariable> variables = options_.variables;
        std::erase_if(variables, [](const HostVariable& variable) { return variable.name == trace_variable; });
        variables.push_back({trace_variable, options_.traced ? std::optional<std::string>("1") : std::nullopt});
        return variables;
    }

    void take_notes(std::vector<std::string> notes) {
        for (std::string& note : notes)
            if (std::ranges::find(run_.notes, note) == run_.notes.end()) {
                collector_.log().add(LogSeverity::warning, {}, note);
                run_.notes.push_back(std::move(note));
            }
    }

    bool broke_off(HostEnd end, std::string error) {
        run_.end = end;
        run_.error = std::move(error);
        collector_.log().add(LogSeverity::error, {}, run_.error);
        return false;
    }

    /// Charges the end of the process to the extension that ran, or to the one that ran last (a thread of it, say).
    bool blame(ConversationEnd end, const ProcessEnd& process) {
        const auto index = collector_.running() ? collector_.running() : collector_.last();
        if (!index || collector_.is_settled(*index) || end == ConversationEnd::said_too_much)
            return broke_off(HostEnd::failed, host_failure(end, process));
        ExtensionReport report = collector_.report(*index);
        switch (end) {
        case ConversationEnd::timed_out:
            report.outcome = ExtensionOutcome::timed_out;
            report.limit_ms = std::chrono::duration<double, std::milli>(options_.limits.step).count();
            break;
        case ConversationEnd::flooded:
            report.outcome = ExtensionOutcome::flooded;
            report.limit_mib = static_cast<int>(options_.limits.output >> 20U);
            break;
        default:
            if (process.exit_code || process.signal) {
                report.outcome = process.signal ? ExtensionOutcome::crashed : ExtensionOutcome::exited;
                report.exit_code = process.exit_code;
                report.signal = process.signal;
            } else if (!ends_process(report.outcome)) { // else it is as the host itself has said
                report.outcome = ExtensionOutcome::exited;
            }
        }
        if (report.outcome == ExtensionOutcome::crashed && report.errors.empty() && crash_)
            report.errors = report_errors(std::span(&*crash_, 1));
        report.output = collector_.log().last_printed();
        collector_.log().set_printing({});
        collector_.log().add(LogSeverity::error, report.name,
                             fmt::format("{}. The host is started again without it.", what_happened(report)));
        collector_.settle(*index, std::move(report));
        return true;
    }

    [[nodiscard]] std::string host_failure(ConversationEnd end, const ProcessEnd& process) const {
        std::string text;
        if (end == ConversationEnd::timed_out)
            text = fmt::format("The host did not answer within {} and was ended.", duration(options_.limits.start));
        else if (end == ConversationEnd::flooded || end == ConversationEnd::said_too_much)
            text = "The host said more than it should and was ended.";
        else if (process.signal)
            text = fmt::format("The host crashed ({}).", *process.signal);
        else if (process.exit_code)
            text = fmt::format("The host ended with exit code {} before it was done.", *process.exit_code);
        else
            text = "The host ended before it was done.";
        if (!run_.notes.empty())
            text += " " + run_.notes.front() + (run_.notes.front().ends_with('.') ? "" : ".");
        return text;
    }

    const NativeHostOptions& options_;
    HostCollector collector_;
    HostRun run_;
    std::optional<ReportedException> crash_; ///< of the last start
};

} // namespace

fs::path find_native_host() {
    std::error_code error;
    const fs::path beside = fs::read_symlink("/proc/self/exe", error).parent_path() / "fairlead-host";
    return !error && fs::is_regular_file(beside, error) ? beside : fs::path();
}

HostRun run_native_host(const NativeHostOptions& options, const HostListener& listener, const std::stop_token& stop) {
    return Run(options, listener).run(stop);
}

} // namespace fairlead
