// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_writer.h"

#include <fmt/format.h>
#include <iterator>

namespace fairlead {

void JsonWriter::open(char opening, char closing, Layout layout) {
    start_member();
    text_ += opening;
    open_.push_back({.closing = closing, .layout = layout});
}

void JsonWriter::close() {
    const Container container = open_.back();
    open_.pop_back();
    if (container.layout == Layout::lines && !container.empty) {
        start_line();
    }
    text_ += container.closing;
}

void JsonWriter::key(std::string_view name) {
    start_member();
    append_quoted(name);
    text_ += open_.back().layout == Layout::lines ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
    start_member();
    append_quoted(text);
}

void JsonWriter::string_or_null(const std::optional<std::string>& text) {
    if (text) {
        string(*text);
    } else {
        raw("null");
    }
}

void JsonWriter::integer(int value) { raw(fmt::format_int(value).c_str()); }

void JsonWriter::raw(std::string_view json) {
    start_member();
    text_ += json;
}

void JsonWriter::start_member() {
    if (after_key_ || open_.empty()) {
        after_key_ = false;
        return;
    }
    Container& container = open_.back();
    if (!container.empty) {
        text_ += ',';
    }
    container.empty = false;
    if (container.layout == Layout::lines) {
        start_line();
    }
}

void JsonWriter::start_line() {
    text_ += '\n';
    text_.append(open_.size(), ' ');
}

void JsonWriter::append_quoted(std::string_view text) {
    text_ += '"';
    for (const char c : text) {
        constexpr std::string_view escaped = "\"\\\b\f\n\r\t";
        if (const auto at = escaped.find(c); at != std::string_view::npos) {
            text_ += '\\';
            text_ += "\"\\bfnrt"[at];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(text_), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            text_ += c;
        }
    }
    text_ += '"';
}

} // namespace fairlead
