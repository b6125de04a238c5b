// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

namespace fairlead::yaml {

void Scanner::scan_quoted(char quote) {
    const char* const begin = p_++;
    // Most quoted texts stand on one line and mean what stands there.
    const char* end = p_;
    while (!has_class(*end, character::quoted_stop) || has_class(*end, character::blank) ||
           (*end == (quote == '"' ? '\'' : '"')) || (*end == '\\' && quote == '\'') ||
           (has_class(*end, character::lead) && break_size(end) == 0))
        ++end;
    Token token{.type = TokenType::scalar,
                .style = quote == '"' ? Style::double_quoted : Style::single_quoted,
                .begin = offset(begin)};
    if (*end == quote && !(quote == '\'' && end[1] == '\'')) {
        token.data = offset(p_);
        token.size = offset(end) - token.data;
        p_ = end;
    } else {
        token.decoded = true;
        token.data = static_cast<std::uint32_t>(decoded_->size());
        scan_quoted_text(quote, begin);
        while (*p_ != quote) {
            scan_quoted_spaces(begin);
            scan_quoted_text(quote, begin);
        }
        token.size = static_cast<std::uint32_t>(decoded_->size()) - token.data;
    }
    ++p_;
    token.end = offset(p_);
    tokens_.push(token);
}

// Up to white space, the closing quote or the end of the stream.
void Scanner::scan_quoted_text(char quote, const char* begin) {
    for (;;) {
        const char* const run = p_;
        while (!has_class(*p_, character::quoted_stop) || (has_class(*p_, character::lead) && break_size(p_) == 0))
            ++p_;
        decoded_->append(run, p_);
        if (*p_ == '\'' && quote == '\'' && p_[1] == '\'') {
            *decoded_ += '\'';
            p_ += 2;
        } else if ((*p_ == '\'' && quote == '"') || ((*p_ == '"' || *p_ == '\\') && quote == '\'')) {
            *decoded_ += *p_++;
        } else if (*p_ == '\\') {
            scan_escape(begin);
        } else {
            return;
        }
    }
}

void Scanner::scan_quoted_spaces(const char* begin) {
    const char* const blanks = p_;
    while (has_class(*p_, character::blank))
        ++p_;
    if (*p_ == '\0') {
        const TextRange quote{offset(begin), offset(begin) + 1};
        fail(Refusal::syntax, "while scanning a quoted scalar", "found unexpected end of stream", here(),
             "The text that begins with this quote is not closed before the end of the file: add the closing quote.",
             quote);
    }
    const char* const at = p_;
    if (pass_break() == 0) {
        decoded_->append(blanks, p_);
        return;
    }
    std::string breaks;
    scan_quoted_breaks(begin, breaks);
    if (*at == '\xE2')
        append_break(*decoded_, at);
    else if (breaks.empty())
        *decoded_ += ' ';
    *decoded_ += breaks;
}

void Scanner::scan_quoted_breaks(const char* begin, std::string& breaks) {
    for (;;) {
        look_for_marker(p_);
        if (is_marker(p_)) {
            const TextRange quote{offset(begin), offset(begin) + 1};
            fail(Refusal::syntax, "while scanning a quoted scalar", "found unexpected document separator",
                 {offset(p_), offset(p_) + 3},
                 std::string("A line of a quoted text cannot begin with `") + std::string(p_, 3) +
                     "`, which separates documents: close the quote before it, or indent the line.",
                 quote);
        }
        while (has_class(*p_, character::blank))
            ++p_;
        const char* const at = p_;
        if (pass_break() == 0)
            return;
        append_break(breaks, at);
    }
}

void Scanner::scan_escape(const char* begin) {
    const char* const context = "while scanning a double-quoted scalar";
    const char* const backslash = p_++;
    static constexpr std::string_view names = "0abt\tnvfre \"/\\N_LP";
    static constexpr std::string_view values[] = {
        {"\0", 1}, "\a", "\b", "\t", "\t", "\n",       "\v",       "\f",           "\r",
        "\x1B",    " ",  "\"", "/",  "\\", "\xC2\x85", "\xC2\xA0", "\xE2\x80\xA8", "\xE2\x80\xA9",
    };
    if (const auto found = names.find(*p_); *p_ != '\0' && found != std::string_view::npos) {
        *decoded_ += values[found];
        ++p_;
        return;
    }
    const int digits = *p_ == 'x' ? 2 : *p_ == 'u' ? 4 : *p_ == 'U' ? 8 : 0;
    if (digits == 0) {
        if (pass_break() != 0) {
            std::string breaks;
            scan_quoted_breaks(begin, breaks);
            *decoded_ += breaks;
            return;
        }
        fail(Refusal::syntax, context, "found unknown escape character " + shown(p_), {offset(backslash), here().end},
             "This is no escape sequence: double the backslash, or use single quotes.",
             TextRange{offset(begin), offset(begin) + 1});
    }
    ++p_;
    std::uint32_t code = 0;
    const char kind = p_[-1];
    for (int i = 0; i < digits; ++i, ++p_) {
        const int digit = hex_digit(*p_);
        if (digit < 0) {
            fail(Refusal::syntax, context,
                 "expected escape sequence of " + std::to_string(digits) + " hexdecimal numbers, but found " +
                     shown(p_),
                 {offset(backslash), offset(p_)},
                 std::string("`\\") + kind + "` must be followed by " + std::to_string(digits) +
                     " hexadecimal digits: complete them, double the backslash, or use single quotes.",
                 TextRange{offset(begin), offset(begin) + 1});
        }
        code = code << 4 | static_cast<std::uint32_t>(digit);
    }
    if (code > 0x10FFFF) {
        const bool overflows = code > 0x7FFFFFFF;
        throw Failure{.what = Refusal::value,
                      .origin = Failure::Origin::python,
                      .range = {offset(backslash), offset(p_)},
                      .message = "There is no such character: Unicode ends at `\\U0010FFFF`.",
                      .problem =
                          overflows ? "Python int too large to convert to C int" : "chr() arg not in range(0x110000)",
                      .builtin = overflows ? "OverflowError" : "ValueError"};
    }
    append_utf8(*decoded_, code);
}

} // namespace fairlead::yaml
