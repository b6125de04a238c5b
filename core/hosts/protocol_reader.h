// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_message.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Reads a host's messages from whatever bytes come, in pieces of any size. What is no message is passed over and
/// noted; no byte makes it fail, wait or grow without bound. One thread at a time.
class ProtocolReader {
public:
    static constexpr std::size_t longest_line = std::size_t{16} << 20;

    /// `sink` gets the messages in their order: nothing before a `hello` of this version, nothing after `done`.
    explicit ProtocolReader(std::function<void(HostMessage)> sink) : sink_(std::move(sink)) {}

    void read(std::string_view bytes);
    /// The host has ended: what is left of a line is noted as broken off.
    void finish();

    [[nodiscard]] bool is_done() const noexcept { return state_ == State::done; }
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
    /// What was wrong, a sentence for each sort of fault, with how often it occurred.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    enum class State : std::uint8_t { before_hello, running, done, refused };
    enum class Fault : std::uint8_t {
        nothing,
        no_hello,
        other_version,
        second_hello,
        too_long,
        no_json,
        no_type,
        unknown_type,
        wrong_member,
        after_done,
        lost,
        cut,
        count_,
    };
    struct Noted {
        std::size_t times = 0;
        std::size_t line = 0;  ///< of the first
        std::string text = {}; ///< of the first
    };

    void take_line(std::string_view line);
    void take_message(std::string_view line);
    void note(Fault fault, std::string text);

    std::function<void(HostMessage)> sink_;
    State state_ = State::before_hello;
    std::string line_;      ///< the beginning of one that is not whole yet
    bool too_long_ = false; ///< the rest of the line is passed over
    std::size_t number_ = 0;
    std::size_t messages_ = 0;
    std::size_t bytes_ = 0;
    std::array<Noted, static_cast<std::size_t>(Fault::count_)> noted_;
};

} // namespace fairlead
