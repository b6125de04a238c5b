// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/protocol_reader.h"

#include "core/files/printable_text.h"
#include "core/hosts/read_host_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fairlead {
namespace {

constexpr std::size_t longest_excerpt = 80;

std::string excerpt(std::string_view line) {
    if (line.size() <= longest_excerpt)
        return printable_text(line);
    return printable_text(line.substr(0, longest_excerpt)) + "…";
}

/// What the reader of JSON says of a text, said of a message on its line.
std::string reason(std::string text) {
    constexpr std::string_view place = "line 1, ";
    constexpr std::string_view whole = "the snapshot";
    if (text.starts_with(place))
        text.erase(0, place.size());
    if (const auto at = text.find(whole); at != std::string::npos)
        text.replace(at, whole.size(), "the message");
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

} // namespace

void ProtocolReader::read(std::string_view bytes) {
    bytes_ += bytes.size();
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view piece = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        if (!too_long_ && line_.size() + piece.size() > longest_line) {
            note(Fault::too_long, fmt::format("is longer than {} MiB and is passed over", longest_line >> 20U));
            too_long_ = true;
            line_ = {};
        }
        if (end == std::string_view::npos) {
            if (!too_long_)
                line_ += piece;
            return;
        }
        if (too_long_)
            ++number_;
        else if (line_.empty())
            take_line(piece);
        else
            take_line(std::exchange(line_, {}) += piece);
        too_long_ = false;
    }
}

void ProtocolReader::finish() {
    if (!line_.empty() && state_ != State::done)
        note(Fault::cut, "has no end: the host broke off in it");
    line_ = {};
    if (number_ == 0 && noted_[static_cast<std::size_t>(Fault::cut)].times == 0 && !too_long_)
        note(Fault::nothing, {});
}

void ProtocolReader::take_line(std::string_view line) {
    ++number_;
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.empty() || state_ == State::refused)
        return;
    if (state_ == State::done) {
        note(Fault::after_done, fmt::format("comes after the last message and is passed over: {}", excerpt(line)));
        return;
    }
    try {
        take_message(line);
    } catch (const SnapshotError& error) {
        const Fault fault = line.starts_with('{') ? Fault::wrong_member : Fault::no_json;
        note(fault, fmt::format("is no message and is passed over: {} ({})", excerpt(line), reason(error.what())));
    }
}

void ProtocolReader::take_message(std::string_view line) {
    const HostMessageHead head = read_host_message_head(line);
    if (!head.type) {
        note(Fault::no_type, fmt::format("has no type and is passed over: {}", excerpt(line)));
        return;
    }
    const bool hello = head.type == "hello";
    if (state_ == State::before_hello && !hello) {
        note(Fault::no_hello,
             fmt::format("comes before the host has said hello and is passed over: {}", excerpt(line)));
        return;
    }
    if (state_ == State::running && hello) {
        note(Fault::second_hello, "is a second hello and is passed over");
        return;
    }
    if (hello && head.protocol != host_protocol) {
        state_ = State::refused;
        note(Fault::other_version,
             head.protocol ? fmt::format("speaks version {} of the protocol; this version of Fairlead understands {} "
                                         "only. Use the host that belongs to it.",
                                         *head.protocol, host_protocol)
                           : std::string("does not say which version of the protocol the host speaks"));
        return;
    }
    std::optional<HostMessage> message = read_host_message(*head.type, line);
    if (!message) {
        ++messages_; // of a later version
        note(Fault::unknown_type, fmt::format("is of an unknown type and is passed over: {}", excerpt(*head.type)));
        return;
    }
    state_ = State::running;
    if (const auto* done = std::get_if<DoneMessage>(&*message)) {
        state_ = State::done;
        if (done->messages != messages_)
            note(Fault::lost, fmt::format("says that there were {} messages before it, but {} have come",
                                          done->messages, messages_));
    }
    ++messages_;
    sink_(std::move(*message));
}

void ProtocolReader::note(Fault fault, std::string text) {
    Noted& noted = noted_[static_cast<std::size_t>(fault)];
    if (noted.times++ == 0) {
        noted.line = number_ + (fault == Fault::too_long || fault == Fault::cut ? 1 : 0);
        noted.text = std::move(text);
    }
}

std::vector<std::string> ProtocolReader::notes() const {
    std::vector<std::string> notes;
    std::vector<const Noted*> found;
    for (const Noted& noted : noted_)
        if (noted.times > 0)
            found.push_back(&noted);
    std::ranges::stable_sort(found, {}, &Noted::line);
    for (const Noted* noted : found) {
        if (noted->text.empty()) {
            notes.emplace_back("The host has said nothing.");
            continue;
        }
        notes.push_back(fmt::format("Line {} of the host's messages {}", noted->line, noted->text));
        if (noted->times > 1)
            notes.back() += fmt::format(" (and {} more of this sort)", noted->times - 1);
    }
    return notes;
}

} // namespace fairlead
