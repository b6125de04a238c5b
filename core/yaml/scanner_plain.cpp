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
    const bool question_marks_end = in_force_.is_1_1();
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
        while (*p_ == ' ')
            ++p_;
        if (break_size(p_) == 0) {
            if (p_ == end)
                break;
            if (spans_lines)
                breaks.assign(end, p_);
            continue;
        }
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
    tokens_.push_back(token);
}

// Passes line breaks and the white space after them; `breaks` becomes what joins the text before to that after them.
// False at a document marker.
bool Scanner::scan_plain_breaks(std::string& breaks) {
    std::string first;
    append_break(first, p_);
    pass_break();
    allow_simple_key_ = true;
    if (is_marker(p_))
        return false;
    for (;;) {
        while (*p_ == ' ')
            ++p_;
        const char* const at = p_;
        if (pass_break() == 0)
            break;
        append_break(breaks, at);
        if (is_marker(p_))
            return false;
    }
    if (first != "\n")
        breaks.insert(0, first);
    else if (breaks.empty())
        breaks = " ";
    return true;
}

} // namespace fairlead::yaml
