// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fairlead {

/// A line that a signal handler may put together: in its own memory, cut off where that is full.
class SignalText {
public:
    SignalText& add(std::string_view text) noexcept;
    SignalText& add_decimal(std::uint64_t number) noexcept;
    /// With `0x`.
    SignalText& add_hexadecimal(std::uint64_t number) noexcept;
    [[nodiscard]] std::string_view text() const noexcept { return {memory_.data(), size_}; }

private:
    std::array<char, 512> memory_{};
    std::size_t size_ = 0;
};

/// `SIGSEGV: access to 0x0`, `SIGABRT`: what a process dies of. `stack`: its stack pointer at that moment.
[[nodiscard]] SignalText headline_of(int signal, const siginfo_t& info, std::uintptr_t stack) noexcept;

} // namespace fairlead
