// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/log_record.h"
#include "core/registry/fairseq2_course.h"
#include "core/registry/snapshot.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

/// What a host may cost before it is ended.
struct HostLimits {
    std::chrono::milliseconds start{30'000}; ///< until it says hello
    std::chrono::milliseconds step{
        30'000}; ///< an import, a call, or work between them; see ExtensionOutcome::timed_out
    std::size_t output = std::size_t{64} << 20; ///< bytes that one extension may print; see ExtensionOutcome::flooded
    std::size_t log_records = 100'000;          ///< that are kept; of more, the oldest go
    std::size_t lines_of_extension = 100'000;   ///< that become records; what it prints beyond is counted only
    std::size_t protocol = std::size_t{128} << 20; ///< bytes of messages
};

/// An environment variable of a host: set, or removed where there is no value. FAIRSEQ2_EXTENSION_TRACE counts by its
/// mere presence, so that it has to be removed to be off.
struct HostVariable {
    std::string name;
    std::optional<std::string> value;
    bool operator==(const HostVariable&) const = default;
};

/// How to bring up a container with the native extensions.
struct NativeHostOptions {
    std::filesystem::path program;              ///< fairlead-host; empty: find_native_host()
    std::vector<HostVariable> variables = {};   ///< changes to this process's environment
    bool traced = false;                        ///< FAIRSEQ2_EXTENSION_TRACE is set, or removed
    std::vector<std::string> switched_off = {}; ///< names of extensions that are not looked at
    HostLimits limits = {};
};

/// What is going on in a host.
struct HostProgress {
    std::string step;      ///< `extensions`, `sources`, `families`, `download managers`
    std::size_t done = 0;  ///< of the step
    std::size_t total = 0; ///< 0: not known
    std::string extension; ///< whose code runs; empty: nobody's
    bool operator==(const HostProgress&) const = default;
};

/// Hears of a run while it goes on, on the thread that runs it. Any of them may be empty. They should be quick: the
/// host waits.
struct HostListener {
    /// A report has changed. `index`: its place in the order of loading. A later start of the host goes through the
    /// extensions again.
    std::function<void(std::size_t index, const ExtensionReport&)> extension = {};
    std::function<void(std::span<const LogRecord>)> log = {};
    std::function<void(const HostProgress&)> progress = {};
};

enum class HostEnd : std::uint8_t {
    finished,    ///< every extension has its state
    cancelled,   ///< asked to stop; what came before is there
    not_started, ///< there is no such program, or it cannot be run
    failed,      ///< it broke off, and no extension is to blame
};

/// What a run has given. A value.
struct HostRun {
    HostEnd end = HostEnd::finished;
    std::string error; ///< of `not_started` and `failed`: a sentence
    bool traced = false;
    int starts = 0;            ///< of the process: one, and one more for each extension that took it with it
    RegistrySnapshot snapshot; ///< with the extensions' reports
    Fairseq2Courses fairseq2;  ///< what fairseq2 itself would do with them
    std::vector<LogRecord> log;
    std::size_t dropped_records = 0;              ///< of the log, that are not in it
    std::vector<std::string> notes;               ///< what was wrong with the host's messages, a sentence each
    std::chrono::system_clock::time_point time{}; ///< of its end
};

} // namespace fairlead
