// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairlead-host/extension_watch.h"
#include "app/fairlead-host/message_channel.h"
#include "core/extensions/extension_record.h"

#include <fairlead/dependency_container.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::host {

/// Loads extensions one after another, each as if no earlier one had failed or frozen the container, and sends what is
/// known of each before it is opened, before it is called, and after.
class ExtensionRound {
public:
    ExtensionRound(DependencyContainer& container, MessageChannel& channel, ExtensionWatch& watch)
        : container_(container), channel_(channel), watch_(watch) {}

    void run(std::vector<ExtensionRecord> records, std::span<const std::string> switched_off, bool traced);

    /// The report of an extension that has been run, by name; none: there is no such extension.
    [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
    [[nodiscard]] ExtensionReport& report(std::size_t index) { return reports_[index]; }
    /// Sends again what has been added to reports since.
    void send_last();

private:
    void load(std::size_t index, ExtensionRecord& record, bool traced);
    void log(const ExtensionRecord& record, bool traced);

    DependencyContainer& container_;
    MessageChannel& channel_;
    ExtensionWatch& watch_;
    std::vector<ExtensionReport> reports_;
    std::vector<ExtensionReport> sent_;
};

} // namespace fairlead::host
