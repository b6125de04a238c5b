// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

#include <algorithm>

namespace fairlead::yaml {

std::string_view python_name(TokenType type) noexcept {
    static constexpr std::string_view names[] = {
        "<stream end>",
        "<directive>",
        "<document start>",
        "<document end>",
        "<block sequence start>",
        "<block mapping start>",
        "<block end>",
        "[",
        "{",
        "]",
        "}",
        "-",
        ",",
        "?",
        ":",
        "<alias>",
        "<anchor>",
        "<tag>",
        "<scalar>",
    };
    return names[static_cast<std::size_t>(type)];
}

Scanner::Scanner(std::string_view text, std::string& decoded) noexcept : Cursor(text), decoded_(&decoded) {}

void Scanner::start(std::uint32_t begin, const Boundary& boundary, std::uint32_t first_non_ascii) {
    go_to(begin, first_non_ascii);
    indent_ = -1;
    looked_to_ = nullptr;
    done_ = false;
    saw_directive_ = false;
    unfinished_directive_.reset();
    stream_start_ = boundary.kind == Boundary::Kind::stream_start;
    allow_simple_key_ = true;
    tokens_.start();
    keys_.clear();
    indents_.clear();
    flow_.clear();
    tags_.clear();
    directives_.clear();
    versions_.start(boundary);
}

std::uint32_t Scanner::position() const noexcept {
    const std::uint32_t looked_to = looked_to_ ? offset(looked_to_) : 0;
    // Markers and some indicators are known by the character after them.
    const std::uint32_t more = is_marker(p_) ? 3 : *p_ == '-' || *p_ == '?' || *p_ == ':' ? 1 : 0;
    return std::max(looked_to, offset(p_) + more);
}

void Scanner::fetch_more_tokens() {
    tokens_.reuse();
    skip_to_next_token();
    if (!keys_.empty())
        drop_stale_keys();
    if (!in_flow() && indent_ > column())
        unwind_indent(column());
    switch (*p_) {
    case '\0':
        return fetch_stream_end();
    case '%':
        if (at_line_start())
            return fetch_directive();
        break;
    case '-':
        if (is_marker(p_) && at_line_start())
            return fetch_document_marker(TokenType::document_start);
        if (is_end_or_blank(p_ + 1))
            return fetch_block_entry();
        break;
    case '.':
        if (is_marker(p_) && at_line_start())
            return fetch_document_marker(TokenType::document_end);
        break;
    case '[':
        return fetch_flow_start(TokenType::flow_sequence_start, '[');
    case '{':
        return fetch_flow_start(TokenType::flow_mapping_start, '{');
    case ']':
        return fetch_flow_end(TokenType::flow_sequence_end);
    case '}':
        return fetch_flow_end(TokenType::flow_mapping_end);
    case ',':
        return fetch_flow_entry();
    case '?':
        if (in_flow() || is_end_or_blank(p_ + 1))
            return fetch_key();
        break;
    case ':':
        if (is_value())
            return fetch_value();
        break;
    case '*':
        return fetch_anchor(TokenType::alias);
    case '&':
        return fetch_anchor(TokenType::anchor);
    case '!':
        return fetch_tag();
    case '|':
    case '>':
        if (!in_flow())
            return fetch_block_scalar(*p_ == '>');
        break;
    case '\'':
    case '"':
        return fetch_quoted(*p_);
    default:
        break;
    }
    if (!is_plain_start())
        fail_at_character();
    fetch_plain();
}

void Scanner::skip_to_next_token() {
    if (stream_start_ && p_ == text_.data()) {
        pass_byte_order_mark();
        stream_start_ = false;
    }
    const bool flow = in_flow();
    for (;;) {
        while (*p_ == ' ' || (flow && *p_ == '\t'))
            ++p_;
        pass_comment();
        if (pass_break() == 0)
            return;
        if (!flow)
            allow_simple_key_ = true;
    }
}

void Scanner::unwind_indent(std::int32_t column) {
    while (!in_flow() && indent_ > column) {
        indent_ = indents_.back();
        indents_.pop_back();
        push(TokenType::block_end, offset(p_), offset(p_));
    }
}

bool Scanner::add_indent(std::int32_t column) {
    if (indent_ >= column)
        return false;
    indents_.push_back(indent_);
    indent_ = column;
    return true;
}

void Scanner::push(TokenType type, std::uint32_t begin, std::uint32_t end) {
    tokens_.push({.type = type, .begin = begin, .end = end});
}

void Scanner::insert(std::uint32_t token_number, TokenType type, std::uint32_t at) {
    tokens_.insert(token_number, {.type = type, .begin = at, .end = at});
}

void Scanner::append_break(std::string& out, const char* p) {
    if (*p == '\xE2')
        out.append(p, 3);
    else
        out += '\n';
}

void Scanner::fail(Refusal what, const char* context, std::string problem, TextRange range, std::string message,
                   std::optional<TextRange> related) const {
    throw Failure{.what = what,
                  .origin = Failure::Origin::scanner,
                  .range = range,
                  .related = related,
                  .message = std::move(message),
                  .problem = std::move(problem),
                  .context = context};
}

} // namespace fairlead::yaml
