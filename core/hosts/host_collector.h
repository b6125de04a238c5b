// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_log.h"
#include "core/hosts/host_message.h"
#include "core/hosts/snapshot_builder.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fairlead {

/// What a run has given so far, over all starts of its host.
class HostCollector {
public:
    HostCollector(const HostLimits& limits, const HostListener& listener)
        : log_(limits, listener), listener_(listener) {}

    [[nodiscard]] HostLog& log() noexcept { return log_; }

    /// The host is started (again): what it said before is said again.
    void start();
    void take(HostMessage message);

    /// The extension whose code runs; none: it is the host's own.
    [[nodiscard]] const std::optional<std::size_t>& running() const noexcept { return running_; }
    /// The one that ran last; none: none has.
    [[nodiscard]] const std::optional<std::size_t>& last() const noexcept { return last_; }
    /// What is known of an extension.
    [[nodiscard]] const ExtensionReport& report(std::size_t index) const { return reports_[index]; }
    /// An extension has ended its process: the report stays, whatever the host says when it is started without it.
    void settle(std::size_t index, ExtensionReport report);
    [[nodiscard]] bool is_settled(std::size_t index) const { return settled_.contains(index); }
    /// Names of those that have.
    [[nodiscard]] std::vector<std::string> settled() const;
    /// Whether the host has said its last word.
    [[nodiscard]] bool is_done() const noexcept { return done_; }

    void finish(HostRun& run);

private:
    void take_report(ExtensionMessage message);
    void take_progress(const HostProgress& progress);
    void run(std::optional<std::size_t> index);

    HostLog log_;
    const HostListener& listener_;
    SnapshotBuilder snapshot_;
    std::vector<ExtensionReport> reports_;
    std::set<std::size_t> settled_;
    std::optional<std::size_t> running_;
    std::optional<std::size_t> last_;
    bool done_ = false;
};

} // namespace fairlead
