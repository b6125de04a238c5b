// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/characters.h"
#include "core/yaml/text_range.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// A place in a text that ends with a NUL: its line, its column and its index as ruamel's reader counts them, in code
/// points. What is cheap to know is kept; columns and indexes are counted when they are asked for, as far as the text
/// is not ASCII. A base of the scanner, which moves `p_` as it likes within a line.
class Cursor {
protected:
    explicit Cursor(std::string_view text) noexcept : text_(text) {}

    /// Goes to `begin`, the start of a line. `first_non_ascii`: the first byte beyond ASCII at or after it.
    void go_to(std::uint32_t begin, std::uint32_t first_non_ascii) noexcept;
    /// Passes the mark that a file may begin with; it has no column.
    void pass_byte_order_mark() noexcept;
    void pass_spaces() noexcept {
        while (*p_ == ' ')
            ++p_;
    }
    /// Passes a comment, if one begins here, up to the end of its line.
    void pass_comment() noexcept {
        if (*p_ == '#') {
            while (!is_end(p_))
                ++p_;
        }
    }
    /// Passes a line break and returns the size of it, 0 if there is none.
    std::uint32_t pass_break() noexcept {
        const std::uint32_t size = has_class(*p_, character::end | character::lead) ? break_size(p_) : 0;
        if (size == 0)
            return 0;
        const bool counted = *p_ == '\n' || *p_ == '\r'; // after others ruamel counts no new line
        p_ += size;
        if (counted) {
            ++line_;
            line_begin_ = p_;
        }
        return size;
    }

    [[nodiscard]] std::uint32_t offset(const char* p) const noexcept {
        return static_cast<std::uint32_t>(p - text_.data());
    }
    [[nodiscard]] std::int32_t column() noexcept {
        return p_ <= first_non_ascii_ ? static_cast<std::int32_t>(p_ - line_begin_) : count_column();
    }
    [[nodiscard]] std::uint32_t index() noexcept {
        return p_ <= first_non_ascii_ ? static_cast<std::uint32_t>(p_ - begin_) : count_index();
    }
    [[nodiscard]] bool at_line_start() noexcept { return p_ == line_begin_ || column() == 0; }
    [[nodiscard]] TextRange here() const noexcept;        ///< the character at this place
    [[nodiscard]] std::string shown(const char* p) const; ///< a character as Python's repr(), NUL for the end

    std::string_view text_;
    const char* p_ = nullptr;
    const char* line_begin_ = nullptr;
    std::uint32_t line_ = 0;

private:
    [[nodiscard]] std::int32_t count_column() noexcept;
    [[nodiscard]] std::uint32_t count_index() noexcept;

    const char* begin_ = nullptr; // of the document
    const char* first_non_ascii_ = nullptr;
    const char* counted_column_to_ = nullptr;
    const char* counted_index_to_ = nullptr;
    std::int32_t counted_column_ = 0;
    std::uint32_t counted_index_ = 0;
};

} // namespace fairlead::yaml
