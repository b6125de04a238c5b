// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/signal_text.h"

#include <algorithm>

namespace fairlead {
namespace {

std::string_view name_of(int signal) noexcept {
    switch (signal) {
    case SIGSEGV:
        return "SIGSEGV";
    case SIGBUS:
        return "SIGBUS";
    case SIGFPE:
        return "SIGFPE";
    case SIGILL:
        return "SIGILL";
    case SIGABRT:
        return "SIGABRT";
    case SIGSYS:
        return "SIGSYS";
    case SIGTRAP:
        return "SIGTRAP";
    default:
        return "a signal";
    }
}

SignalText& add_number(SignalText& text, std::uint64_t number, unsigned base) noexcept {
    std::array<char, 20> digits{};
    std::size_t first = digits.size();
    do
        digits[--first] = "0123456789abcdef"[number % base];
    while ((number /= base) != 0);
    return text.add({&digits[first], digits.size() - first});
}

} // namespace

SignalText& SignalText::add(std::string_view text) noexcept {
    size_ += text.copy(&memory_[size_], memory_.size() - 1 - size_);
    return *this;
}

SignalText& SignalText::add_decimal(std::uint64_t number) noexcept { return add_number(*this, number, 10); }

SignalText& SignalText::add_hexadecimal(std::uint64_t number) noexcept { return add_number(add("0x"), number, 16); }

SignalText headline_of(int signal, const siginfo_t& info, std::uintptr_t stack) noexcept {
    SignalText text;
    text.add(name_of(signal));
    const auto address = reinterpret_cast<std::uintptr_t>(info.si_addr);
    if (signal == SIGFPE && info.si_code == FPE_INTDIV)
        return text.add(": division by zero");
    const bool memory = (signal == SIGSEGV && (info.si_code == SEGV_MAPERR || info.si_code == SEGV_ACCERR)) ||
                        (signal == SIGBUS && info.si_code > 0 && info.si_code <= BUS_OBJERR);
    if (!memory)
        return text;
    // Only where a stack ends can there be no memory at its pointer.
    constexpr std::uintptr_t near = 65536;
    if (std::max(address, stack) - std::min(address, stack) < near && stack != 0)
        return text.add(": the stack is full");
    return text.add(": access to ").add_hexadecimal(address);
}

} // namespace fairlead
