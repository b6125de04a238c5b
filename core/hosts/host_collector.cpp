// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/host_collector.h"

#include <algorithm>
#include <utility>

namespace fairlead {

void HostCollector::start() {
    snapshot_ = {};
    run(std::nullopt);
    last_.reset();
    done_ = false;
}

void HostCollector::run(std::optional<std::size_t> index) {
    running_ = index;
    if (index)
        last_ = index;
    log_.set_printing(index ? reports_[*index].name : std::string());
}

void HostCollector::take(HostMessage message) {
    if (auto* record = std::get_if<LogRecord>(&message)) {
        log_.add(std::move(*record));
    } else if (auto* extension = std::get_if<ExtensionMessage>(&message)) {
        take_report(std::move(*extension));
    } else if (const auto* progress = std::get_if<HostProgress>(&message)) {
        take_progress(*progress);
    } else {
        done_ = std::holds_alternative<DoneMessage>(message);
        std::visit(
            [this](auto&& other) {
                if constexpr (requires { snapshot_.take(std::forward<decltype(other)>(other)); })
                    snapshot_.take(std::forward<decltype(other)>(other));
            },
            std::move(message));
    }
}

void HostCollector::take_report(ExtensionMessage message) {
    const std::size_t index = message.index;
    if (index > reports_.size())
        return; // they come in their order
    if (index == reports_.size())
        reports_.emplace_back();
    if (!settled_.contains(index)) {
        reports_[index] = std::move(message.report);
        if (listener_.extension)
            listener_.extension(index, reports_[index]);
    }
    const ExtensionOutcome outcome = reports_[index].outcome;
    if (outcome == ExtensionOutcome::importing || outcome == ExtensionOutcome::calling)
        run(index);
    else if (running_ == index && !ends_process(outcome))
        run(std::nullopt);
}

void HostCollector::take_progress(const HostProgress& progress) {
    const auto found = std::ranges::find(reports_, progress.extension, &ExtensionReport::name);
    if (progress.extension.empty() || found == reports_.end())
        run(std::nullopt);
    else
        run(static_cast<std::size_t>(found - reports_.begin()));
    if (listener_.progress)
        listener_.progress(progress);
}

void HostCollector::settle(std::size_t index, ExtensionReport report) {
    settled_.insert(index);
    reports_[index] = std::move(report);
    if (listener_.extension)
        listener_.extension(index, reports_[index]);
}

std::vector<std::string> HostCollector::settled() const {
    std::vector<std::string> names;
    names.reserve(settled_.size());
    for (const std::size_t index : settled_)
        names.push_back(reports_[index].name);
    return names;
}

void HostCollector::finish(HostRun& run) {
    run.snapshot = snapshot_.finish();
    run.snapshot.extensions = std::move(reports_);
    run.fairseq2 = foretell_fairseq2(run.snapshot.extensions);
    log_.finish(run);
}

} // namespace fairlead
