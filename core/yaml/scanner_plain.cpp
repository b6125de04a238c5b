// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

namespace fairlead::yaml {

// The end of a run of plain text without white space.
const char* Scanner::plain_run_end(const char* p) const noexcept {
    if (!in_flow()) {
        for (;; ++p) {
            while (!has_class(*p, character::plain_stop))
                ++p;
            if (*p == ':' ? is_end_or_blank(p + 1) : is_end_or_blank(p))
                return p;
        }
    }
    const bool question_marks_end = versions_.in_force().is_1_1();
    for (;; ++p) {
        while (!has_class(*p, character::flow_stop))
            ++p;
        if (*p == ':') {
            if (is_end_or_blank(p + 1))
                return p;
        } else if (*p == '?') {
            if (question_marks_end)
                return p;
        } else if (!has_class(*p, character::lead) || break_size(p) != 0) {
            return p;
        }
    }
}

// A key of a block mapping as nearly all are, plain and followed by its colon: the tokens that are made of it one after
// another elsewhere are made at once. False, with nothing done, if it is something else.
bool Scanner::fetch_plain_key() {
    constexpr std::ptrdiff_t largest = 1024;
    const char* const begin = p_;
    const char* end = plain_run_end(begin);
    const char* next = end;
    for (;;) {
        while (*next == ' ')
            ++next;
        if (*next == ':' && is_end_or_blank(next + 1))
            break;
        const char* const run_end = *next == '#' ? next : plain_run_end(next);
        if (run_end == next || next == end)
            return false;
        end = next = run_end;
    }
    if (end == begin || next - begin > largest)
        return false;
    remove_possible_key();
    const std::uint32_t from = offset(begin);
    const std::uint32_t size = static_cast<std::uint32_t>(end - begin);
    if (add_indent(column()))
        push(TokenType::block_mapping_start, from, from);
    push(TokenType::key, from, from);
    tokens_.push({.type = TokenType::scalar, .begin = from, .end = from + size, .data = from, .size = size});
    push(TokenType::value, offset(next), offset(next) + 1);
    p_ = next + 1;
    allow_simple_key_ = false;
    return true;
}

// At the end of a line in a block: goes on to the next text, if that ends the scalar. False, with nothing done, if it
// may go on.
bool Scanner::end_plain_at_line(std::int32_t indent) {
    const char* next = p_;
    const char* line = line_begin_;
    std::uint32_t lines = 0;
    while (*next == '\n' || *next == '\r') {
        next += break_size(next);
        ++lines;
        line = next;
        look_for_marker(line);
        if (is_marker(next))
            break;
        while (*next == ' ')
            ++next;
    }
    const bool ends = next == line ? is_marker(next) || indent > 0 : next - line < indent;
    if (lines == 0 || (!ends && *next != '#') || has_class(*next, character::lead))
        return false;
    p_ = next;
    line_begin_ = line;
    line_ += lines;
    allow_simple_key_ = true;
    return true;
}

void Scanner::scan_plain() {
    const char* const begin = p_;
    const std::int32_t indent = indent_ + 1;
    const char* end = p_;
    std::size_t decoded_begin = 0; // of the text, once it spans lines
    bool spans_lines = false;
    std::string breaks;
    while (*p_ != '#') {
        const char* const run = p_;
        const char* const run_end = plain_run_end(run);
        if (run_end == run)
            break;
        allow_simple_key_ = false;
        if (spans_lines) {
            decoded_->append(breaks);
            decoded_->append(run, run_end);
        }
        end = p_ = run_end;
        pass_spaces();
        if (break_size(p_) == 0) {
            if (p_ == end)
                break;
            if (spans_lines)
                breaks.assign(end, p_);
            continue;
        }
        if (!in_flow() && end_plain_at_line(indent))
            break;
        breaks.clear();
        if (!scan_plain_breaks(breaks) || *p_ == '#' || (!in_flow() && column() < indent))
            break;
        if (!spans_lines) {
            spans_lines = true;
            decoded_begin = decoded_->size();
            decoded_->append(begin, end);
        }
    }
    Token token{.type = TokenType::scalar,
                .style = Style::plain,
                .decoded = spans_lines,
                .begin = offset(begin),
                .end = offset(end),
                .data = offset(begin),
                .size = offset(end) - offset(begin)};
    if (spans_lines) {
        token.data = static_cast<std::uint32_t>(decoded_begin);
        token.size = static_cast<std::uint32_t>(decoded_->size() - decoded_begin);
    }
    tokens_.push(token);
}

// Passes line breaks and the white space after them; `breaks` becomes what joins the text before to that after them.
// False at a document marker.
bool Scanner::scan_plain_breaks(std::string& breaks) {
    std::string first;
    append_break(first, p_);
    pass_break();
    look_for_marker(p_);
    allow_simple_key_ = true;
    if (is_marker(p_))
        return false;
    for (;;) {
        pass_spaces();
        const char* const at = p_;
        if (pass_break() == 0)
            break;
        append_break(breaks, at);
        look_for_marker(p_);
        if (is_marker(p_))
            return false;
    }
    if (first != "\n")
        breaks.insert(0, first);
    else if (breaks.empty())
        breaks += ' ';
    return true;
}

} // namespace fairlead::yaml
