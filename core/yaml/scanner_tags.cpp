// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"
#include "core/yaml/utf8.h"

namespace fairlead::yaml {

namespace {

// What ruamel takes in the name of an anchor: printable, no white space, no flow indicator.
bool is_anchor_character(const char* p) {
    const auto c = static_cast<unsigned char>(*p);
    if (c < 0x80)
        return c > ' ' && c != 0x7F && *p != ',' && *p != '[' && *p != ']' && *p != '{' && *p != '}';
    if (c == 0xC2)
        return static_cast<unsigned char>(p[1]) >= 0xA0;
    return !(c == 0xEF && p[1] == '\xBB' && p[2] == '\xBF');
}

bool is_uri_character(char c) {
    static constexpr std::string_view others = "-;/?:@&=+$,_.!~*'()[]%";
    return is_digit(c) || is_letter(c) || (c != '\0' && others.find(c) != std::string_view::npos);
}

} // namespace

void Scanner::scan_anchor(TokenType type) {
    const char* const begin = p_++;
    const char* const name = p_;
    while (is_anchor_character(p_))
        p_ += character_size(p_);
    static constexpr std::string_view ends = "?:,[]{}%@`";
    const bool ends_well = is_end_or_blank(p_) || ends.find(*p_) != std::string_view::npos;
    if (p_ == name || !ends_well) {
        fail(Refusal::syntax, type == TokenType::alias ? "while scanning an alias" : "while scanning an anchor",
             "expected alphabetic or numeric character, but found " + shown(p_), {offset(begin), here().end},
             std::string("`") + *begin + "` must be followed by a name: name the " +
                 (type == TokenType::alias ? "alias" : "anchor") + ", or put the value in quotes if it is a text.");
    }
    tokens_.push({.type = type,
                  .begin = offset(begin),
                  .end = offset(p_),
                  .data = offset(name),
                  .size = offset(p_) - offset(name)});
}

void Scanner::scan_tag() {
    const char* const begin = p_;
    TagText tag;
    const bool is_secondary = p_[1] == '!';
    const std::string handle = is_secondary ? "!!" : "!";
    if (is_secondary)
        ++p_;
    if (p_[1] == '<') {
        p_ += 2;
        tag.suffix = scan_tag_uri("tag", begin);
        if (*p_ != '>') {
            fail(Refusal::tag, "while parsing a tag", "expected '>' but found " + shown(p_), here(),
                 "A tag that begins with `!<` must end with `>`: add it.");
        }
        ++p_;
    } else if (is_end_or_blank(p_ + 1)) {
        tag.suffix = handle;
        ++p_;
    } else {
        const char* other = p_ + 1;
        while (!is_end_or_space(other) && *other != '!')
            ++other;
        looked_to_ = other;
        if (*other == '!') {
            tag.handle = scan_tag_handle("tag", begin);
        } else {
            tag.handle = handle;
            ++p_;
        }
        tag.suffix = scan_tag_uri("tag", begin);
    }
    if (!is_end_or_space(p_)) {
        const bool tab = *p_ == '\t';
        fail(tab ? Refusal::tab : Refusal::tag, "while scanning a tag", "expected ' ', but found " + shown(p_), here(),
             tab ? "A tab stands where YAML takes only spaces: replace the tab by spaces."
                 : "This character cannot stand in a tag: put a space after the tag, or the value in quotes.");
    }
    tokens_.push({.type = TokenType::tag,
                  .begin = offset(begin),
                  .end = offset(p_),
                  .data = static_cast<std::uint32_t>(tags_.size())});
    tags_.push_back(std::move(tag));
}

std::string Scanner::scan_tag_handle(const char* name, const char* begin) {
    const std::string context = std::string("while scanning an ") + name;
    const TextRange place{offset(begin), offset(p_) + 1};
    if (*p_ != '!') {
        fail(Refusal::directive, context.c_str(), "expected '!', but found " + shown(p_), place,
             "A tag's handle begins and ends with `!`, as in `%TAG !x! tag:example.org,2000:`.");
    }
    const char* end = p_ + 1;
    if (*end != ' ') {
        while (is_digit(*end) || is_letter(*end) || *end == '-' || *end == '_')
            ++end;
        if (*end != '!') {
            p_ = end;
            fail(Refusal::tag, context.c_str(), "expected '!' but found " + shown(p_), {offset(begin), here().end},
                 "A tag's handle begins and ends with `!` and holds letters, digits, `-` and `_`: correct it, or put "
                 "the value in quotes.");
        }
        ++end;
    }
    std::string handle(p_, end);
    p_ = end;
    return handle;
}

std::string Scanner::scan_tag_uri(const char* name, const char* begin) {
    std::string uri;
    const bool number_sign = Version{1, 1} < versions_.in_force();
    bool any = false;
    while (is_uri_character(*p_) || (number_sign && *p_ == '#')) {
        any = true;
        if (*p_ == '%')
            scan_uri_escapes(name, begin, uri);
        else
            uri += *p_++;
    }
    if (!any) {
        const std::string context = std::string("while parsing an ") + name;
        fail(Refusal::tag, context.c_str(), "expected URI, but found " + shown(p_), {offset(begin), here().end},
             "This is no tag: correct it, or put the value in quotes if it is a text.");
    }
    return uri;
}

void Scanner::scan_uri_escapes(const char* name, const char* begin, std::string& out) {
    const std::string context = std::string("while scanning an ") + name;
    std::string bytes;
    const char* const first = p_;
    while (*p_ == '%') {
        ++p_;
        for (int i = 0; i < 2; ++i) {
            if (hex_digit(p_[i]) < 0) {
                fail(Refusal::tag, context.c_str(),
                     "expected URI escape sequence of 2 hexdecimal numbers, but found " + shown(p_ + i),
                     {offset(begin), offset(p_) + static_cast<std::uint32_t>(i)},
                     "In a tag `%` must be followed by two hexadecimal digits: correct it.");
            }
        }
        bytes += static_cast<char>(hex_digit(*p_) * 16 + hex_digit(p_[1]));
        p_ += 2;
    }
    if (const auto bad = find_invalid_utf8(bytes, 0)) {
        fail(Refusal::tag, context.c_str(), python_decode_error(bytes, *bad), {offset(first), offset(p_)},
             "The escaped bytes of this tag are no UTF-8: correct them.");
    }
    out += bytes;
}

} // namespace fairlead::yaml
