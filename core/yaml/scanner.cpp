// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

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

Scanner::Scanner(std::string_view text, std::string& decoded) noexcept : text_(text), decoded_(&decoded) {}

void Scanner::start(std::uint32_t begin, const Boundary& boundary, std::uint32_t first_non_ascii) {
    begin_ = p_ = line_begin_ = counted_column_to_ = counted_index_to_ = text_.data() + begin;
    first_non_ascii_ = text_.data() + first_non_ascii;
    counted_column_ = 0;
    counted_index_ = 0;
    line_ = 0;
    indent_ = -1;
    taken_ = 0;
    head_ = 0;
    keys_head_ = 0;
    done_ = false;
    saw_directive_ = false;
    unfinished_directive_.reset();
    stream_start_ = boundary.kind == Boundary::Kind::stream_start;
    allow_simple_key_ = true;
    tokens_.clear();
    keys_.clear();
    indents_.clear();
    flow_.clear();
    changes_.clear();
    tags_.clear();
    directives_.clear();
    scanned_ = boundary.scanned;
    loaded_ = boundary.loaded;
    in_force_ = boundary.in_force();
}

void Scanner::set_loaded_version(Version version) noexcept {
    loaded_ = version;
    in_force_ = Boundary{Boundary::Kind::open, scanned_, loaded_}.in_force();
}

Version Scanner::version_before(std::uint32_t begin) const noexcept {
    for (const VersionChange& change : changes_) {
        if (change.begin >= begin)
            return change.before;
    }
    return scanned_;
}

void Scanner::fetch_more_tokens() {
    if (head_ == tokens_.size()) {
        tokens_.clear();
        head_ = 0;
    }
    skip_to_next_token();
    if (keys_head_ != keys_.size())
        drop_stale_keys();
    if (!in_flow())
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
        if (text_.starts_with("\xEF\xBB\xBF"))
            line_begin_ = p_ += 3; // the mark has no column
        stream_start_ = false;
    }
    const bool flow = in_flow();
    for (;;) {
        while (*p_ == ' ' || (flow && *p_ == '\t'))
            ++p_;
        if (*p_ == '#') {
            while (!is_end(p_))
                ++p_;
        }
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
    tokens_.push_back({.type = type, .begin = begin, .end = end});
}

void Scanner::insert(std::uint32_t token_number, TokenType type, std::uint32_t at) {
    const auto place = static_cast<std::ptrdiff_t>(head_ + (token_number - taken_));
    tokens_.insert(tokens_.begin() + place, Token{.type = type, .begin = at, .end = at});
}

std::int32_t Scanner::count_column() noexcept {
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

std::uint32_t Scanner::count_index() noexcept {
    for (; counted_index_to_ < p_; ++counted_index_to_)
        counted_index_ += is_continuation(*counted_index_to_) ? 0u : 1u;
    return counted_index_;
}

std::uint32_t Scanner::pass_break() noexcept {
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

void Scanner::append_break(std::string& out, const char* p) {
    if (*p == '\xE2')
        out.append(p, 3);
    else
        out += '\n';
}

TextRange Scanner::here() const noexcept {
    const std::uint32_t at = offset(p_);
    if (at >= text_.size())
        return {at, at};
    return {at, at + (*p_ == '\r' || *p_ == '\n' ? 0 : character_size(p_))};
}

std::string Scanner::shown(const char* p) const {
    const std::uint32_t at = offset(p);
    if (*p == '\0')
        return "'\\x00'";
    if (*p == '\r')
        return "'\\n'"; // the file was opened as text
    return python_repr(text_.substr(at, character_size(p)));
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
