// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_cursor.h"

#include "core/files/utf8.h"
#include "core/registry/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace fairlead {

namespace {

std::string_view kind_of(char first) noexcept {
    switch (first) {
    case '{':
        return "an object";
    case '[':
        return "an array";
    case '"':
        return "a string";
    case 't':
    case 'f':
        return "a boolean";
    case 'n':
        return "null";
    default:
        return "a number";
    }
}

constexpr std::size_t longest_name = 80; // of a member, in a message

} // namespace

JsonCursor::JsonCursor(std::string_view text) : scanner_(text) {
    if (text.size() > max_size) {
        throw SnapshotError(fmt::format("A snapshot has at most {} MiB.", max_size >> 20));
    }
    path_.reserve(16);
}

// Values -------------------------------------------------------------------------------------------------------------

std::string JsonCursor::string() {
    start_value();
    if (scanner_.peek() != '"') {
        fail_kind("a string");
    }
    return unescape_json(scanner_.skip_string());
}

std::optional<std::string> JsonCursor::optional_string() {
    if (null()) {
        return std::nullopt;
    }
    return string();
}

bool JsonCursor::boolean() {
    start_value();
    if (scanner_.peek() != 't' && scanner_.peek() != 'f') {
        fail_kind("a boolean");
    }
    const bool value = scanner_.peek() == 't';
    scanner_.skip_scalar();
    return value;
}

int JsonCursor::integer(int least) {
    start_value();
    if (scanner_.peek() != '-' && (scanner_.peek() < '0' || scanner_.peek() > '9')) {
        fail_kind("an integer");
    }
    scanner_.skip_number();
    int value = 0;
    const char* const end = scanner_.text().data() + scanner_.at();
    const auto [parsed, error] = std::from_chars(scanner_.text().data() + value_begin_, end, value);
    if (error != std::errc{} || parsed != end || value < least) {
        fail(fmt::format("must be an integer from {} to {}", least, std::numeric_limits<int>::max()));
    }
    return value;
}

double JsonCursor::number(double least) {
    start_value();
    if (scanner_.peek() != '-' && (scanner_.peek() < '0' || scanner_.peek() > '9')) {
        fail_kind("a number");
    }
    scanner_.skip_number(); // none that is beyond a double passes
    double value = 0;
    std::from_chars(scanner_.text().data() + value_begin_, scanner_.text().data() + scanner_.at(), value);
    if (value < least) {
        fail(fmt::format("must be at least {}", least));
    }
    return value;
}

bool JsonCursor::null() {
    start_value();
    if (scanner_.peek() != 'n') {
        return false;
    }
    scanner_.skip_scalar();
    return true;
}

std::string_view JsonCursor::skip() {
    start_value();
    const std::size_t begin = scanner_.at();
    std::array<char, max_depth> closings{};
    std::size_t open = 0;
    for (;;) {
        scanner_.skip_blanks();
        const char first = scanner_.peek();
        if (first == '{' || first == '[') {
            if (path_.size() + open >= max_depth) {
                scanner_.fail(fmt::format("values are nested over {} levels deep", max_depth));
            }
            closings[open++] = first == '{' ? '}' : ']';
            scanner_.skip_bytes(1);
            scanner_.skip_blanks();
            if (scanner_.peek() != closings[open - 1]) {
                if (first == '{') {
                    take_key();
                }
                continue;
            }
            scanner_.skip_bytes(1);
            --open;
        } else {
            scanner_.skip_scalar();
        }
        for (; open > 0; --open, scanner_.skip_bytes(1)) { // a value has ended: with it perhaps those around it
            scanner_.skip_blanks();
            if (scanner_.peek() == ',') {
                break;
            }
            if (scanner_.peek() != closings[open - 1]) {
                scanner_.fail(fmt::format("a comma or {} is expected", closings[open - 1]));
            }
        }
        if (open == 0) {
            value_begin_ = begin;
            return scanner_.text().substr(begin, scanner_.at() - begin);
        }
        scanner_.skip_bytes(1);
        if (closings[open - 1] == '}') {
            take_key();
        }
    }
}

std::string_view JsonCursor::take_rest() {
    start_value();
    const auto end = std::min(scanner_.text().rfind('}'), scanner_.text().size());
    scanner_.skip_bytes(std::max(end, scanner_.at()) - scanner_.at());
    return last();
}

void JsonCursor::finish() {
    scanner_.skip_blanks();
    if (!scanner_.at_end()) {
        scanner_.fail("the snapshot has ended, but the text goes on");
    }
}

// Containers ---------------------------------------------------------------------------------------------------------

void JsonCursor::begin(char opening, std::string_view expected) {
    start_value();
    if (scanner_.peek() != opening) {
        fail_kind(expected);
    }
    if (path_.size() >= max_depth) {
        scanner_.fail(fmt::format("values are nested over {} levels deep", max_depth));
    }
    path_.push_back({.closing = opening == '{' ? '}' : ']', .begin = scanner_.at(), .key = {}});
    scanner_.skip_bytes(1);
}

bool JsonCursor::next_in_container() {
    Step& step = path_.back();
    scanner_.skip_blanks();
    if (scanner_.peek() == step.closing) {
        scanner_.skip_bytes(1);
        value_begin_ = step.begin;
        path_.pop_back();
        return false;
    }
    if (!step.first) {
        if (scanner_.peek() != ',') {
            scanner_.fail(fmt::format("a comma or {} is expected", step.closing));
        }
        scanner_.skip_bytes(1);
        ++step.index;
    }
    step.first = false;
    if (++taken_ > max_taken) {
        scanner_.fail(fmt::format("a snapshot has at most {} members and elements", max_taken));
    }
    return true;
}

bool JsonCursor::next_member() {
    if (!next_in_container()) {
        return false;
    }
    path_.back().key = take_key();
    return true;
}

std::string_view JsonCursor::take_key() {
    scanner_.skip_blanks();
    if (scanner_.peek() != '"') {
        scanner_.fail("a member's name in quotes is expected");
    }
    const auto key = scanner_.skip_string();
    scanner_.skip_blanks();
    if (scanner_.peek() != ':') {
        scanner_.fail("a colon is expected");
    }
    scanner_.skip_bytes(1);
    return key;
}

void JsonCursor::start_value() noexcept {
    scanner_.skip_blanks();
    value_begin_ = scanner_.at();
}

// Errors -------------------------------------------------------------------------------------------------------------

std::string JsonCursor::path_text() const {
    std::string path;
    for (const Step& step : path_) {
        if (step.closing == ']') {
            path += fmt::format("[{}]", step.index);
        } else if (const auto key = shortened(step.key, longest_name);
                   key.find_first_of(".[]\" ") == std::string::npos) {
            path += path.empty() ? key : "." + key;
        } else {
            path += fmt::format("[\"{}\"]", key);
        }
    }
    return path.empty() ? "the snapshot" : path;
}

void JsonCursor::fail(std::string_view message) const {
    throw SnapshotError(fmt::format("{}: {} {}.", scanner_.place_text(value_begin_), path_text(), message));
}

void JsonCursor::fail_kind(std::string_view expected) const {
    if (scanner_.at_end()) {
        scanner_.fail("the text ends where a value is expected");
    }
    const char first = scanner_.peek();
    if (std::string_view("{[\"tfn-0123456789").find(first) == std::string_view::npos) {
        scanner_.fail("a value is expected");
    }
    fail(fmt::format("must be {}, but is {}", expected, kind_of(first)));
}

} // namespace fairlead
