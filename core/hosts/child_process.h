// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_run.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

/// A descriptor that is closed at the end of its life.
class OwnedDescriptor {
public:
    OwnedDescriptor() = default;
    explicit OwnedDescriptor(int descriptor) noexcept : descriptor_(descriptor) {}
    OwnedDescriptor(OwnedDescriptor&& other) noexcept;
    OwnedDescriptor& operator=(OwnedDescriptor&& other) noexcept;
    ~OwnedDescriptor();

    [[nodiscard]] int get() const noexcept { return descriptor_; }

private:
    int descriptor_ = -1;
};

/// How a process has ended. Neither is known where this process ignores SIGCHLD: the system then keeps no end of a
/// child.
struct ProcessEnd {
    std::optional<int> exit_code;
    std::optional<std::string> signal; ///< `SIGSEGV`
};

/// A host's process: the leader of a session of its own, whose standard input is empty and whose outputs are pipes. At
/// the end of its life here the process, and all of its group, are ended and waited for. One thread at a time.
class ChildProcess {
public:
    struct Streams {
        OwnedDescriptor messages; ///< of the protocol
        OwnedDescriptor control;  ///< one byte is an answer; its end tells the host that nobody is there any more
        OwnedDescriptor output;   ///< standard output
        OwnedDescriptor errors;   ///< standard error
        OwnedDescriptor crash;    ///< what is told of a crash: see read_fatal_signal()
    };

    /// Starts a program with `--protocol`, `--control` and `--crash` before the arguments. All streams that are read do
    /// not block. Throws std::system_error: there is no such program, or no means to run it.
    [[nodiscard]] static ChildProcess start(const std::filesystem::path& program,
                                            const std::vector<std::string>& arguments,
                                            std::span<const HostVariable> variables);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess();

    [[nodiscard]] const Streams& streams() const noexcept { return streams_; }
    /// Becomes readable when the process ends; -1 where the system has no such thing.
    [[nodiscard]] int ended_descriptor() const noexcept { return ended_.get(); }
    [[nodiscard]] int process() const noexcept { return process_; }

    void answer() const noexcept;
    /// How it has ended; none: it has not.
    [[nodiscard]] const std::optional<ProcessEnd>& end();
    /// Ends it and what belongs to it: asks for it, and after `patience` makes sure of it.
    void stop(std::chrono::milliseconds patience = std::chrono::milliseconds(2000));

private:
    ChildProcess(int process, Streams streams);

    int process_ = -1;
    Streams streams_;
    OwnedDescriptor ended_;
    std::optional<ProcessEnd> end_;
};

} // namespace fairlead
