// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead::ctl {

/// Standard output in big pieces. What cannot be written is known at the end: a reader that has gone away is no error,
/// the rest is then dropped; anything else is.
class Output {
public:
    explicit Output(int descriptor, bool color) : descriptor_(descriptor), color_(color) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);
    /// True when nobody reads any more (or nothing can be written): long work may stop.
    [[nodiscard]] bool closed() const noexcept { return error_ != 0; }
    [[nodiscard]] bool color() const noexcept { return color_; }
    /// Writes what is left. Empty, or why not all could be written.
    [[nodiscard]] std::string finish();

private:
    void flush();

    int descriptor_;
    bool color_;
    int error_ = 0; // errno of the first failure
    std::string buffer_;
};

/// A line about the work itself, on standard error: "fairleadctl: " and the text.
void say(std::string_view message);

/// Whether colours go to standard output: a terminal that can, unless NO_COLOR is set; `when` decides otherwise.
[[nodiscard]] bool wants_color(std::string_view when);

enum class Ink : unsigned char { plain, bold, dim, error, warning, info, good };

/// The text in a colour, or as it is where there are none.
[[nodiscard]] std::string inked(const Output& output, Ink ink, std::string_view text);

/// How many columns a text takes: its code points.
[[nodiscard]] std::size_t columns(std::string_view text) noexcept;
/// The text, filled with blanks up to a number of columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

} // namespace fairlead::ctl
