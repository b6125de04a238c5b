// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/printed_lines.h"

#include "core/files/printable_text.h"
#include "core/hosts/log_record.h"

#include <algorithm>

namespace fairlead {

std::size_t PrintedLines::take(std::string_view bytes, std::size_t most, const Sink& sink) {
    std::size_t given = 0;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        if (end != std::string_view::npos && given == most) { // only counted: many short lines are to cost little
            line_.clear();
            cut_ = false;
            const auto left_out = static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
            append(bytes.substr(bytes.rfind('\n') + 1));
            return left_out;
        }
        append(bytes.substr(0, end));
        if (end == std::string_view::npos)
            return 0;
        give(sink);
        ++given;
        bytes.remove_prefix(end + 1);
    }
    return 0;
}

void PrintedLines::flush(const Sink& sink) {
    if (!line_.empty())
        give(sink);
}

void PrintedLines::append(std::string_view piece) {
    const std::size_t room = LogRecord::longest_line - line_.size();
    cut_ = cut_ || piece.size() > room;
    line_ += piece.substr(0, room);
}

void PrintedLines::give(const Sink& sink) {
    if (line_.ends_with('\r'))
        line_.pop_back();
    std::string text = printable_text(line_);
    if (cut_)
        text += "…";
    line_.clear();
    cut_ = false;
    sink(std::move(text));
}

} // namespace fairlead
