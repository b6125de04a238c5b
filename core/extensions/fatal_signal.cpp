// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/fatal_signal.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace fairlead {
namespace {

constexpr std::size_t frame_limit = 1000;

template <class Number>
bool read_number(std::string_view digits, Number& number, int base) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return error == std::errc() && end == digits.data() + digits.size();
}

/// The two parts around the last `separator`; the second is empty without one.
std::pair<std::string_view, std::string_view> split_last(std::string_view text, std::string_view separator) {
    const std::size_t at = text.rfind(separator);
    if (at == std::string_view::npos)
        return {text, {}};
    return {text.substr(0, at), text.substr(at + separator.size())};
}

/// Takes `at file:line` off the end of the line, if it is there. A file may be relative (-ffile-prefix-map), and its
/// name may hold ` at `: then it is an absolute one.
void take_place(std::string_view& line, TraceFrame& frame) {
    for (const std::string_view at : {" at /", " at "}) {
        const auto [function, place] = split_last(line, at);
        const auto [file, row] = split_last(place, ":");
        if (file.empty() || !read_number(row, frame.line, 10))
            continue;
        frame.file = (at.ends_with('/') ? "/" : "") + std::string(file);
        line = function;
        return;
    }
}

/// `#0 function at file:line (library+0xoffset)`, `#0 function at file:line (inlined in library)`; the file and its
/// line may be missing.
std::optional<TraceFrame> frame_in(std::string_view line) {
    const std::size_t blank = line.find(' ');
    int number = 0;
    if (!line.starts_with('#') || blank == std::string_view::npos || !line.ends_with(')') ||
        !read_number(line.substr(1, blank - 1), number, 10))
        return std::nullopt;
    line = line.substr(blank + 1, line.size() - blank - 2);

    TraceFrame frame;
    constexpr std::string_view inlined = " (inlined in ";
    // The names of libraries and of functions may hold parentheses: it is the last that counts which can be understood.
    if (const auto [before, library] = split_last(line, inlined); !library.empty()) {
        frame.inlined = true;
        frame.library = library;
        line = before;
    } else {
        const auto [head, offset] = split_last(line, "+0x");
        const std::size_t open = std::min(head.rfind(" (/"), head.rfind(" ("));
        if (open == std::string_view::npos || !read_number(offset, frame.offset, 16))
            return std::nullopt;
        frame.library = head.substr(open + 2);
        line = head.substr(0, open);
    }
    take_place(line, frame);
    if (line != "a function without a name")
        frame.function = line;
    frame.foreign = is_foreign(frame);
    return frame;
}

} // namespace

std::optional<ReportedException> read_fatal_signal(std::string_view text) {
    const auto next_line = [&] {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return line;
    };
    const std::string_view headline = next_line();
    const std::size_t end = std::min(headline.find(": "), headline.size());
    const std::string_view name = headline.substr(0, end);
    if (!name.starts_with("SIG") || name.size() > 10 ||
        !std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; }))
        return std::nullopt;
    ReportedException signal;
    signal.type = name;
    signal.message = headline.substr(std::min(end + 2, headline.size()));
    while (!text.empty() && signal.frames.size() < frame_limit)
        if (auto frame = frame_in(next_line()))
            signal.frames.push_back(std::move(*frame));
    return signal;
}

} // namespace fairlead
