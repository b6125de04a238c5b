// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/output.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace fairlead::ctl {
namespace {

constexpr std::size_t piece = 1 << 16;

// 0, or errno of what could not be written.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready{descriptor, POLLOUT, 0}; // a pipe that its owner made non-blocking
            static_cast<void>(::poll(&ready, 1, -1));
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

std::string_view escape_of(Ink ink) {
    switch (ink) {
    case Ink::plain:
        return "";
    case Ink::bold:
        return "\x1b[1m";
    case Ink::dim:
        return "\x1b[2m";
    case Ink::error:
        return "\x1b[1;31m";
    case Ink::warning:
        return "\x1b[1;33m";
    case Ink::info:
        return "\x1b[1;34m";
    case Ink::good:
        return "\x1b[1;32m";
    }
    return "";
}

} // namespace

void Output::write(std::string_view text) {
    if (closed())
        return;
    buffer_ += text;
    if (buffer_.size() >= piece)
        flush();
}

void Output::flush() {
    if (!closed())
        error_ = write_all(descriptor_, buffer_);
    buffer_.clear();
}

std::string Output::finish() {
    flush();
    if (error_ == 0 || error_ == EPIPE)
        return {};
    return std::string("standard output cannot be written: ") + std::strerror(error_);
}

void say(std::string_view message) {
    std::string line = "fairleadctl: ";
    line += message;
    line += '\n';
    static_cast<void>(write_all(STDERR_FILENO, line)); // there is nowhere left to say that this failed
}

bool wants_color(std::string_view when) {
    if (when != "auto")
        return when == "always";
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    if ((no_color != nullptr && *no_color != '\0') || terminal == nullptr || std::strcmp(terminal, "dumb") == 0)
        return false;
    return ::isatty(STDOUT_FILENO) == 1;
}

std::string inked(const Output& output, Ink ink, std::string_view text) {
    if (!output.color() || ink == Ink::plain)
        return std::string(text);
    std::string colored(escape_of(ink));
    colored += text;
    colored += "\x1b[0m";
    return colored;
}

std::size_t columns(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80; }));
}

std::string padded(std::string_view text, std::size_t width) {
    std::string filled(text);
    filled.append(width - std::min(width, columns(text)), ' ');
    return filled;
}

} // namespace fairlead::ctl
