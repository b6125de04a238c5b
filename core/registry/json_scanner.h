// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fairlead {

/// The tokens of a JSON text, checked and passed over one by one; what comes after what is up to JsonCursor.
///
/// As strict as every later reader: UTF-8, no lone surrogates, no number beyond the range of a double. The text is
/// borrowed.
class JsonScanner {
public:
    explicit JsonScanner(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] std::size_t at() const noexcept { return at_; }
    [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
    /// The byte at hand or some way ahead; a NUL at the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void skip_blanks() noexcept {
        while (at_ < text_.size() && text_[at_] <= ' ' && is_blank(text_[at_])) {
            ++at_;
        }
    }
    void skip_bytes(std::size_t count) noexcept { at_ += count; }
    /// Passes over the string that starts here and gives its text without the quotes.
    std::string_view skip_string();
    void skip_number();
    /// A string, a number, true, false or null.
    void skip_scalar();

    /// `line 3, column 14`: from 1, columns in code points.
    [[nodiscard]] std::string place_text(std::size_t offset) const;
    /// Throws SnapshotError: the place at hand, then `message`.
    [[noreturn]] void fail(std::string_view message) const;

private:
    static bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    void skip_escape();
    void skip_utf8();
    bool skip_digits();
    [[nodiscard]] unsigned hex4();

    std::string_view text_;
    std::size_t at_ = 0;
};

/// The text of a string that a scanner passed over.
[[nodiscard]] std::string unescape_json(std::string_view raw);

} // namespace fairlead
