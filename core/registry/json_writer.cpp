// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_writer.h"

#include "core/files/utf8.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace fairlead {

namespace {

// The lone surrogate that `text` begins with.
unsigned surrogate_of(std::string_view text) noexcept {
    return 0xd000U + ((static_cast<unsigned char>(text[1]) & 0x3fU) << 6U) +
           (static_cast<unsigned char>(text[2]) & 0x3fU);
}

} // namespace

void JsonWriter::open(char opening, char closing, Layout layout) {
    start_member();
    text_ += opening;
    open_.push_back({.closing = closing, .layout = std::min(layout, at_most_)});
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

void JsonWriter::integer(std::int64_t value) { raw(fmt::format_int(value).c_str()); }

void JsonWriter::real(double value) {
    if (std::isnan(value)) {
        raw(R"(".nan")");
    } else if (std::isinf(value)) {
        raw(value < 0 ? R"("-.inf")" : R"(".inf")");
    } else {
        std::string text = fmt::format("{}", value); // the shortest that reads back the same
        if (text.find_first_of(".e") == std::string::npos) {
            text += ".0";
        }
        raw(text);
    }
}

void JsonWriter::member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
}

void JsonWriter::member(std::string_view name, std::int64_t value) {
    key(name);
    integer(value);
}

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
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const auto byte = static_cast<unsigned char>(c);
        constexpr std::string_view escaped = "\"\\\b\f\n\r\t";
        std::size_t size = 1;
        if (const auto found = escaped.find(c); found != std::string_view::npos) {
            text_ += '\\';
            text_ += "\"\\bfnrt"[found];
        } else if (byte < 0x20) {
            fmt::format_to(std::back_inserter(text_), "\\u{:04x}", byte);
        } else if (size = utf8_length(text.substr(at)); size != 0) {
            text_ += text.substr(at, size);
        } else if (begins_with_surrogate(text.substr(at))) {
            size = 3;
            fmt::format_to(std::back_inserter(text_), "\\u{:04x}", surrogate_of(text.substr(at)));
        } else {
            size = 1;
            fmt::format_to(std::back_inserter(text_), "\\\\x{:02x}", byte);
        }
        at += size;
    }
    text_ += '"';
}

} // namespace fairlead
