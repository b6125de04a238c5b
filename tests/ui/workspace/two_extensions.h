// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/native_host.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace fairlead::ui {

inline ExtensionReport extension(std::string name, ExtensionOutcome outcome) {
    ExtensionReport report;
    report.name = std::move(name);
    report.value = report.name + ":setup";
    report.outcome = outcome;
    return report;
}

/// A host of two extensions, of which the second one fails; it says what it was asked for. Families come after both:
/// one that is stopped has brought the first extension, and no family.
class TwoExtensions {
public:
    HostRun operator()(const NativeHostOptions& options, const HostListener& listener, const std::stop_token& stop) {
        ++runs;
        asked = options;
        HostRun run;
        run.traced = options.traced;
        run.starts = 1;
        run.snapshot.extensions = {extension("good", ExtensionOutcome::registered),
                                   extension("bad", ExtensionOutcome::failed)};
        for (ExtensionReport& report : run.snapshot.extensions)
            if (std::ranges::find(options.switched_off, report.name) != options.switched_off.end())
                report.outcome = ExtensionOutcome::off;
        if (swapped)
            std::ranges::reverse(run.snapshot.extensions);
        listener.progress({.step = "extensions", .done = 1, .total = 2, .extension = "bad"});
        listener.extension(0, run.snapshot.extensions[0]);
        const fairlead::LogRecord record{.text = "hello"};
        if (listener.log)
            listener.log({&record, 1});
        while (waits && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (stop.stop_requested()) {
            run.end = HostEnd::cancelled;
            run.snapshot.extensions.resize(1);
        } else {
            FamilyRecord family;
            family.name = "brought";
            family.class_name = "x.Brought";
            run.snapshot.families = {family};
        }
        run.fairseq2 = foretell_fairseq2(run.snapshot.extensions);
        ++ended;
        return run;
    }

    std::atomic<int> runs = 0;
    std::atomic<int> ended = 0;
    std::atomic<bool> waits = false;
    std::atomic<bool> swapped = false; ///< the second one is loaded first
    NativeHostOptions asked;
};

} // namespace fairlead::ui
