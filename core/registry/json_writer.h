// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead {

/// Writes JSON member by member, in the layout of recordings: outer containers have a line for each member, so that two
/// recordings can be compared by eye; inner ones stand on one line.
class JsonWriter {
public:
    enum class Layout : bool { flat, lines };

    JsonWriter() = default;
    /// `flat`: all on one line, whatever the containers ask for.
    explicit JsonWriter(Layout at_most) : at_most_(at_most) {}

    void open_object(Layout layout = Layout::flat) { open('{', '}', layout); }
    void open_array(Layout layout = Layout::flat) { open('[', ']', layout); }
    void close();

    /// The name of the object's next member, whose value comes next.
    void key(std::string_view name);
    /// Text in UTF-8; the three bytes of a lone surrogate become its escape, any other byte that is none `\\xNN`.
    void string(std::string_view text);
    void string_or_null(const std::optional<std::string>& text);
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    void integer(std::int64_t value);
    /// As Python prints it, with a fraction or an exponent; those that JSON does not have as ".nan", ".inf", "-.inf".
    void real(double value);
    /// A value that is JSON already.
    void raw(std::string_view json);
    void member(std::string_view name, std::string_view text);
    void member(std::string_view name, std::int64_t value);

    /// The text, after the outermost container is closed.
    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    struct Container {
        char closing = 0;
        Layout layout = Layout::flat;
        bool empty = true;
    };

    void open(char opening, char closing, Layout layout);
    void start_member();
    void start_line();
    void append_quoted(std::string_view text);

    Layout at_most_ = Layout::lines;
    std::string text_;
    std::vector<Container> open_;
    bool after_key_ = false;
};

} // namespace fairlead
