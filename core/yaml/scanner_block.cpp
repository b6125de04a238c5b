// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

#include <algorithm>

namespace fairlead::yaml {

namespace {

constexpr const char* context = "while scanning a block scalar";

} // namespace

BlockScalarHeader Scanner::scan_block_header() {
    BlockScalarHeader header;
    const auto indentation = [&] {
        if (*p_ == '0') {
            fail(Refusal::syntax, context, "expected indentation indicator in the range 1-9, but found 0", here(),
                 "The indentation of a block text must be 1 to 9: correct the number after `|` or `>`, or leave it "
                 "out.");
        }
        header.increment = *p_++ - '0';
    };
    const auto chomping = [&] { header.chomping = *p_++ == '+' ? Chomping::keep : Chomping::strip; };
    if (*p_ == '+' || *p_ == '-') {
        chomping();
        if (is_digit(*p_))
            indentation();
    } else if (is_digit(*p_)) {
        indentation();
        if (*p_ == '+' || *p_ == '-')
            chomping();
    }
    const char* const after = p_;
    if (is_end_or_space(p_)) {
        pass_spaces();
        pass_comment();
    }
    if (!is_end(p_)) {
        const bool tab = *p_ == '\t';
        fail(tab ? Refusal::tab : Refusal::syntax, context,
             (p_ == after ? "expected chomping or indentation indicators, but found "
                          : "expected a comment or a line break, but found ") +
                 shown(p_),
             here(),
             tab ? "A tab stands where YAML takes only spaces: replace the tab by spaces."
                 : "The text of a block scalar begins on the line after `|` or `>`: move it there, or put it in "
                   "quotes.");
    }
    pass_break();
    return header;
}

// Blank lines before the first line of text; the result is how far the first line, or a blank one, is indented.
std::int32_t Scanner::scan_block_indentation(std::string& breaks, std::uint32_t& end) {
    std::int32_t first = -1;
    std::int32_t deepest = 0;
    end = offset(p_);
    for (;;) {
        const char* const at = p_;
        pass_spaces();
        if (p_ != at)
            deepest = std::max(deepest, column());
        const std::int32_t now = first < 0 ? column() : 0;
        const char* const line_break = p_;
        if (pass_break() == 0)
            break;
        if (first < 0)
            first = now;
        append_break(breaks, line_break);
        end = offset(p_);
    }
    if (first > 0 && deepest > first) {
        fail(Refusal::syntax, "more indented follow up line than first in a block scalar", "", here(),
             "The first line of this block text is blank but less indented than the text: take away the spaces on the "
             "blank line, or give the indentation after `|` or `>`.");
    }
    return deepest;
}

void Scanner::scan_block_breaks(std::int32_t indent, std::string& breaks, std::uint32_t& end) {
    end = offset(p_);
    const auto skip_indentation = [&] {
        for (std::int32_t now = column(); now < indent && *p_ == ' '; ++now)
            ++p_;
    };
    skip_indentation();
    for (;;) {
        const char* const at = p_;
        if (pass_break() == 0)
            return;
        append_break(breaks, at);
        end = offset(p_);
        skip_indentation();
    }
}

void Scanner::scan_block_scalar(bool folded) {
    const std::uint32_t begin = offset(p_++);
    const BlockScalarHeader header = scan_block_header();
    const auto decoded_begin = decoded_->size();
    std::int32_t least = indent_ + 1;
    std::int32_t indent = 0;
    std::uint32_t end = 0;
    std::string breaks;
    if (header.increment == 0) {
        indent = std::max(least, scan_block_indentation(breaks, end));
    } else {
        least = std::max(least, 1);
        indent = least + header.increment - 1;
        scan_block_breaks(indent, breaks, end);
    }
    std::string line_break;
    while (column() == indent && *p_ != '\0') {
        *decoded_ += breaks;
        breaks.clear();
        const bool blank_first = has_class(*p_, character::blank);
        const char* const line = p_;
        while (!is_end(p_))
            ++p_;
        decoded_->append(line, p_);
        line_break.clear();
        if (*p_ != '\0')
            append_break(line_break, p_);
        pass_break();
        scan_block_breaks(indent, breaks, end);
        if (least == 0 && is_marker(p_) && at_line_start())
            break;
        if (column() != indent || *p_ == '\0')
            break;
        if (folded && line_break == "\n" && !blank_first && !has_class(*p_, character::blank)) {
            if (breaks.empty())
                *decoded_ += ' ';
        } else {
            *decoded_ += line_break;
        }
    }
    if (header.chomping != Chomping::strip)
        *decoded_ += line_break;
    if (header.chomping == Chomping::keep)
        *decoded_ += breaks;
    tokens_.push({.type = TokenType::scalar,
                  .style = folded ? Style::folded : Style::literal,
                  .decoded = true,
                  .begin = begin,
                  .end = end,
                  .data = static_cast<std::uint32_t>(decoded_begin),
                  .size = static_cast<std::uint32_t>(decoded_->size() - decoded_begin)});
}

} // namespace fairlead::yaml
