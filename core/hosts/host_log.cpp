// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/host_log.h"

#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace fairlead {
namespace {

constexpr std::size_t longest_tail = 4096;

} // namespace

void HostLog::add(LogRecord record) {
    if (listener_.log)
        batch_.push_back(record);
    records_.push_back(std::move(record));
    if (records_.size() > limits_.log_records) {
        records_.pop_front();
        ++dropped_;
    }
}

void HostLog::add(LogSeverity severity, const std::string& extension, std::string text) {
    add(record_now(severity, std::move(text), extension));
}

void HostLog::take_printed(LogOrigin origin, std::string_view bytes) {
    printed_ += bytes.size();
    tail_ += bytes.substr(bytes.size() - std::min(bytes.size(), longest_tail));
    if (tail_.size() > 2 * longest_tail)
        tail_.erase(0, tail_.size() - longest_tail);
    const std::size_t most = limits_.lines_of_extension - std::min(lines_, limits_.lines_of_extension);
    PrintedLines& lines = origin == LogOrigin::standard_output ? output_ : errors_;
    left_out_ += lines.take(bytes, most, [&](std::string line) {
        ++lines_;
        add(record_now(LogSeverity::info, std::move(line), extension_, origin));
    });
}

void HostLog::flush_lines() {
    const auto flush = [this](PrintedLines& lines, LogOrigin origin) {
        lines.flush([&](std::string line) { add(record_now(LogSeverity::info, std::move(line), extension_, origin)); });
    };
    flush(output_, LogOrigin::standard_output);
    flush(errors_, LogOrigin::standard_error);
}

void HostLog::say_left_out() {
    if (left_out_ == 0)
        return;
    add(LogSeverity::warning, extension_,
        fmt::format("{} more {} printed, and left out of the log.", left_out_,
                    left_out_ == 1 ? "line was" : "lines were"));
    dropped_ += std::exchange(left_out_, 0);
}

void HostLog::set_printing(const std::string& extension) {
    flush_lines();
    if (extension == extension_)
        return;
    say_left_out();
    extension_ = extension;
    printed_ = 0;
    lines_ = 0;
    tail_.clear();
}

std::string HostLog::last_printed() const {
    std::string text;
    for (std::string_view rest = std::string_view(tail_).substr(tail_.size() - std::min(tail_.size(), longest_tail));
         !rest.empty();) {
        const std::size_t end = rest.find('\n');
        text += printable_text(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (end != std::string_view::npos)
            text += '\n';
    }
    return text;
}

void HostLog::give_batch() {
    if (!batch_.empty() && listener_.log)
        listener_.log(batch_);
    batch_.clear();
}

void HostLog::finish(HostRun& run) {
    set_printing({});
    say_left_out();
    give_batch();
    run.log.assign(std::make_move_iterator(records_.begin()), std::make_move_iterator(records_.end()));
    run.dropped_records = dropped_;
    records_.clear();
}

} // namespace fairlead
