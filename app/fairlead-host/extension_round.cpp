// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/extension_round.h"

#include "app/fairlead-host/threads.h"
#include "core/extensions/exception_report.h"
#include "core/extensions/extension_loader.h"
#include "core/hosts/report_extension.h"

#include <fairlead/throw_traces.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fairlead::host {
namespace {

LogRecord fairseq2_says(LogSeverity severity, const std::string& extension, std::string text) {
    return record_now(severity, std::move(text), extension, LogOrigin::fairseq2);
}

} // namespace

void ExtensionRound::run(std::vector<ExtensionRecord> records, std::span<const std::string> switched_off, bool traced) {
    std::set<std::string> names;
    for (ExtensionRecord& record : records) {
        // What is off is the first of its name: a second one is never loaded, and to be told of that it has to be on.
        const bool first = names.insert(record.entry.name).second;
        record.enabled = !first || std::ranges::find(switched_off, record.entry.name) == switched_off.end();
        reports_.push_back(report_extension(record));
        channel_.send_and_wait(ExtensionMessage{reports_.size() - 1, reports_.back()});
    }
    for (std::size_t index = 0; index < records.size(); ++index) {
        channel_.send_and_wait(HostProgress{"extensions", index, records.size(), {}});
        if (records[index].enabled)
            load(index, records[index], traced);
    }
    channel_.send_and_wait(HostProgress{"extensions", records.size(), records.size(), {}});
    report_lacks(container_.check(), reports_);
}

void ExtensionRound::load(std::size_t index, ExtensionRecord& record, bool traced) {
    const std::size_t before = container_.registrations().size();
    const ThreadCount threads;
    ExtensionReport step = reports_[index];
    step.outcome = ExtensionOutcome::importing;
    watch_.enter(index, step, before, ExtensionMessage{index, step});

    static_cast<void>(load_extension(container_, record, &recorded_throws(), [&] {
        step = report_extension(record);
        step.outcome = ExtensionOutcome::calling;
        watch_.enter(index, step, before, ExtensionMessage{index, step});
    }));
    threads.wait_for_new_ones(); // a thread that is about to crash should do so while it is known whose it is
    watch_.leave();
    if (container_.is_frozen())
        container_.lift_freeze();
    reports_[index] = report_extension(record);
    sent_.resize(reports_.size());
    sent_[index] = reports_[index];
    channel_.send_and_wait(ExtensionMessage{index, reports_[index]});
    log(record, traced);
}

void ExtensionRound::log(const ExtensionRecord& record, bool traced) {
    const std::string& name = record.entry.name;
    if (!record.failure) {
        if (traced)
            channel_.send(fairseq2_says(LogSeverity::info, name,
                                        fmt::format("{} extension registered successfully.", record.entry.value)));
    } else if (traced) {
        channel_.send(fairseq2_says(LogSeverity::error, name, record.error + "\n" + to_string(record.exceptions)));
    } else {
        channel_.send(fairseq2_says(LogSeverity::warning, name, record.warning));
    }
}

std::optional<std::size_t> ExtensionRound::find(const std::string& name) const {
    const auto found = std::ranges::find(reports_, name, &ExtensionReport::name);
    return found == reports_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - reports_.begin()));
}

void ExtensionRound::send_last() {
    sent_.resize(reports_.size());
    for (std::size_t index = 0; index < reports_.size(); ++index)
        if (reports_[index].outcome != ExtensionOutcome::off && reports_[index] != sent_[index])
            channel_.send_and_wait(ExtensionMessage{index, reports_[index]});
    sent_ = reports_;
}

} // namespace fairlead::host
