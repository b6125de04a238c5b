// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/cursor.h"

namespace fairlead::yaml {

void Cursor::go_to(std::uint32_t begin, std::uint32_t first_non_ascii) noexcept {
    begin_ = p_ = line_begin_ = counted_column_to_ = counted_index_to_ = text_.data() + begin;
    first_non_ascii_ = text_.data() + first_non_ascii;
    counted_column_ = 0;
    counted_index_ = 0;
    line_ = 0;
}

void Cursor::pass_byte_order_mark() noexcept {
    if (std::string_view(p_, text_.data() + text_.size()).starts_with("\xEF\xBB\xBF"))
        line_begin_ = p_ += 3;
}

std::int32_t Cursor::count_column() noexcept {
    if (counted_column_to_ < line_begin_) {
        counted_column_to_ = line_begin_;
        counted_column_ = 0;
    }
    for (; counted_column_to_ < p_; ++counted_column_to_) {
        if (is_continuation(*counted_column_to_))
            continue;
        const bool byte_order_mark =
            *counted_column_to_ == '\xEF' && counted_column_to_[1] == '\xBB' && counted_column_to_[2] == '\xBF';
        counted_column_ += byte_order_mark ? 0 : 1;
    }
    return counted_column_;
}

std::uint32_t Cursor::count_index() noexcept {
    for (; counted_index_to_ < p_; ++counted_index_to_)
        counted_index_ += is_continuation(*counted_index_to_) ? 0u : 1u;
    return counted_index_;
}

TextRange Cursor::here() const noexcept {
    const std::uint32_t at = offset(p_);
    if (at >= text_.size())
        return {at, at};
    return {at, at + (*p_ == '\r' || *p_ == '\n' ? 0 : character_size(p_))};
}

std::string Cursor::shown(const char* p) const {
    const std::uint32_t at = offset(p);
    if (*p == '\0')
        return "'\\x00'";
    if (*p == '\r')
        return "'\\n'"; // the file was opened as text
    return python_repr(text_.substr(at, character_size(p)));
}

} // namespace fairlead::yaml
