// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/extension_watch.h"

#include "core/extensions/exception_report.h"
#include "core/hosts/report_extension.h"

#include <cstdlib>
#include <exception>
#include <utility>

#include <unistd.h>

namespace fairlead::host {
namespace {

/// What std::terminate() is to know, as its handler takes no arguments.
ExtensionWatch*& watch_of_process() {
    static ExtensionWatch* watch = nullptr;
    return watch;
}

} // namespace

ExtensionWatch::ExtensionWatch(MessageChannel& channel, DependencyContainer& container, const ThrowTraces& traces)
    : channel_(channel), container_(container), traces_(traces), process_(::getpid()) {
    watch_of_process() = this;
    ::on_exit(on_exit, this);
    std::set_terminate(on_terminate);
}

void ExtensionWatch::enter(std::size_t index, ExtensionReport report, std::size_t before, const HostMessage& message) {
    const std::lock_guard lock(mutex_);
    index_ = index;
    report_ = std::move(report);
    before_ = before;
    running_ = true;
    channel_.send_and_wait(message); // under the lock: it would take back what is told of an end
}

void ExtensionWatch::leave() {
    const std::lock_guard lock(mutex_);
    running_ = false;
}

void ExtensionWatch::report_end(ExtensionReport end) {
    running_ = false;
    auto registrations = container_.registrations();
    const auto own = std::span(registrations).subspan(std::min(before_, registrations.size()));
    if (end.registered.empty())
        end.registered = report_registrations(own);
    channel_.send(ExtensionMessage{index_, std::move(end)});
}

void ExtensionWatch::on_exit(int code, void* watch) {
    auto& self = *static_cast<ExtensionWatch*>(watch);
    if (::getpid() != self.process_)
        return;
    self.mutex_.lock(); // for good
    if (!self.running_)
        return;
    ExtensionReport end = self.report_;
    end.outcome = ExtensionOutcome::exited;
    end.exit_code = code;
    self.report_end(std::move(end));
}

void ExtensionWatch::on_terminate() {
    ExtensionWatch& self = *watch_of_process();
    std::set_terminate(std::abort); // what fails here fails for good
    if (::getpid() != self.process_)
        std::abort();
    self.mutex_.lock(); // likewise
    if (self.running_) {
        ExtensionReport end = self.report_;
        end.outcome = ExtensionOutcome::crashed;
        end.signal = "SIGABRT";
        if (const std::exception_ptr exception = std::current_exception())
            end.errors = report_errors(report_exception(exception, &self.traces_));
        self.report_end(std::move(end));
    }
    std::abort();
}

} // namespace fairlead::host
