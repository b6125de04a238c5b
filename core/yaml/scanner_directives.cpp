// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/numbers.h"
#include "core/yaml/scanner.h"

#include <algorithm>

namespace fairlead::yaml {

namespace {

constexpr const char* context = "while scanning a directive";

} // namespace

void Scanner::scan_directive() {
    const char* const begin = p_++;
    const char* const name = p_;
    while (is_digit(*p_) || is_letter(*p_) || *p_ == '-' || *p_ == '_' || *p_ == ':' || *p_ == '.')
        ++p_;
    if (p_ == name || !is_end_or_space(p_)) {
        fail(Refusal::directive, context, "expected alphabetic or numeric character, but found " + shown(p_),
             {offset(begin), here().end},
             "A line that begins with `%` is a directive, and this is none: indent it or put it in quotes if it is a "
             "text.");
    }
    const std::string_view word(name, static_cast<std::size_t>(p_ - name));
    Directive directive;
    const char* end = p_;
    if (word == "YAML") {
        pass_spaces();
        scan_version_directive(begin, directive);
        end = p_;
    } else if (word == "TAG") {
        directive.type = Directive::Type::tag;
        pass_spaces();
        const std::string cure = "A tag directive looks like this: `%TAG !x! tag:example.org,2000:`.";
        directive.handle = scan_tag_handle("directive", begin);
        if (*p_ != ' ')
            fail(Refusal::directive, context, "expected ' ', but found " + shown(p_), {offset(begin), here().end},
                 cure);
        pass_spaces();
        directive.prefix = scan_tag_uri("directive", begin);
        if (!is_end_or_space(p_))
            fail(Refusal::directive, context, "expected ' ', but found " + shown(p_), {offset(begin), here().end},
                 cure);
        end = p_;
    } else {
        while (!is_end(p_))
            ++p_;
    }
    pass_spaces();
    pass_comment();
    if (!is_end(p_)) {
        fail(Refusal::directive, context, "expected a comment or a line break, but found " + shown(p_),
             {offset(begin), here().end}, "Nothing but a comment may follow the directive: remove it.");
    }
    pass_break();
    tokens_.push({.type = TokenType::directive,
                  .begin = offset(begin),
                  .end = offset(end),
                  .data = static_cast<std::uint32_t>(directives_.size())});
    directives_.push_back(std::move(directive));
}

void Scanner::scan_version_directive(const char* begin, Directive& directive) {
    const auto refuse = [&] {
        fail(Refusal::directive, context, "expected a digit or '.', but found " + shown(p_),
             {offset(begin), here().end}, "The directive must read `%YAML 1.2`: correct it, or remove the line.");
    };
    directive.type = Directive::Type::version;
    std::string major;
    std::string minor;
    directive.version.major = scan_version_number(begin, major);
    if (*p_ != '.')
        refuse();
    ++p_;
    directive.version.minor = scan_version_number(begin, minor);
    directive.version_text = "(" + major + ", " + minor + ")";
    if (!is_end_or_space(p_))
        refuse();
    versions_.declare(offset(begin), directive.version, directive.version_text);
}

std::uint16_t Scanner::scan_version_number(const char* begin, std::string& text) {
    if (!is_digit(*p_)) {
        fail(Refusal::directive, context, "expected a digit, but found " + shown(p_), {offset(begin), here().end},
             "The directive must read `%YAML 1.2`: correct it, or remove the line.");
    }
    const char* const first = p_;
    while (is_digit(*p_))
        ++p_;
    const std::string_view digits(first, static_cast<std::size_t>(p_ - first));
    if (digits.size() > max_decimal_digits) {
        throw Failure{.what = Refusal::directive,
                      .origin = Failure::Origin::python,
                      .range = {offset(begin), offset(p_)},
                      .message = "The directive must read `%YAML 1.2`: correct it, or remove the line.",
                      .problem = too_many_digits(digits.size()),
                      .builtin = "ValueError"};
    }
    text = digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    std::uint32_t number = 0;
    for (const char digit : digits)
        number = std::min<std::uint32_t>(number * 10 + static_cast<std::uint32_t>(digit - '0'), 0xFFFF);
    return static_cast<std::uint16_t>(number);
}

} // namespace fairlead::yaml
