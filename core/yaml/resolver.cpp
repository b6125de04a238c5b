// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/resolver.h"

#include "core/yaml/characters.h"
#include "core/yaml/timestamp.h"

#include <algorithm>
#include <iterator>

namespace fairlead::yaml {

namespace {

bool is_any_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

template <typename Predicate>
std::size_t run(std::string_view text, std::size_t at, Predicate predicate) {
    while (at < text.size() && predicate(text[at]))
        ++at;
    return at;
}

template <typename Predicate>
bool all_of(std::string_view text, Predicate predicate) {
    return !text.empty() && run(text, 0, predicate) == text.size();
}

bool is_number_character(char c) { return is_digit(c) || c == '_'; }
bool is_octal(char c) { return (c >= '0' && c <= '7') || c == '_'; }
bool is_binary(char c) { return c == '0' || c == '1' || c == '_'; }
bool is_hexadecimal(char c) { return hex_digit(c) >= 0 || c == '_'; }

bool starts_with_digit(std::string_view text) { return !text.empty() && is_digit(text.front()); }

// `e` or `E`, a sign and digits; `sign_needed` as in `.5e+3`.
bool is_exponent(std::string_view text, bool sign_needed) {
    if (text.empty() || (text[0] | 0x20) != 'e')
        return false;
    text.remove_prefix(1);
    const bool has_sign = text.starts_with('+') || text.starts_with('-');
    if (has_sign)
        text.remove_prefix(1);
    return (has_sign || !sign_needed) && all_of(text, is_digit);
}

// `:30`, `:5`, …: one or more parts below 60; the result is where they end.
std::size_t run_of_sixtieths(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ':') {
        const std::size_t end = run(text, at + 1, is_digit);
        const std::size_t digits = end - at - 1;
        if (digits == 0 || digits > 2 || (digits == 2 && text[at + 1] > '5'))
            break;
        at = end;
    }
    return at;
}

bool is_float(std::string_view text, bool has_sign, bool yaml_1_1) {
    if (text.starts_with('.')) {
        if (is_any_of(text, {".inf", ".Inf", ".INF"}))
            return true;
        if (has_sign && yaml_1_1)
            return false;
        if (!has_sign && is_any_of(text, {".nan", ".NaN", ".NAN"}))
            return true;
        const std::size_t end = run(text, 1, is_number_character);
        return end > 1 && (end == text.size() || is_exponent(text.substr(end), true));
    }
    if (!starts_with_digit(text))
        return false;
    std::size_t end = run(text, 0, is_number_character);
    if (yaml_1_1 && end < text.size() && text[end] == ':') {
        end = run_of_sixtieths(text, end);
        return end < text.size() && text[end] == '.' && run(text, end + 1, is_number_character) == text.size();
    }
    if (end < text.size() && text[end] == '.') {
        end = run(text, end + 1, is_number_character);
        return end == text.size() || is_exponent(text.substr(end), false);
    }
    return is_exponent(text.substr(end), false);
}

bool is_int(std::string_view text, bool yaml_1_1) {
    if (text.starts_with("0b"))
        return all_of(text.substr(2), is_binary);
    if (text.starts_with("0x"))
        return all_of(text.substr(2), is_hexadecimal);
    if (!yaml_1_1)
        return all_of(text.starts_with("0o") ? text.substr(2) : text,
                      text.starts_with("0o") ? is_octal : is_number_character);
    if (all_of(text, is_octal))
        return true;
    if (!starts_with_digit(text) || text[0] == '0')
        return false;
    const std::size_t end = run(text, 0, is_number_character);
    return end == text.size() || run_of_sixtieths(text, end) == text.size();
}

Tag resolve_number(std::string_view text, bool yaml_1_1) {
    std::string_view number = text;
    const bool has_sign = number[0] == '+' || number[0] == '-';
    if (has_sign)
        number.remove_prefix(1);
    if (is_float(number, has_sign, yaml_1_1))
        return Tag::real;
    if (text[0] != '.' && is_int(number, yaml_1_1))
        return Tag::integer;
    return is_digit(text[0]) && is_plain_timestamp(text) ? Tag::timestamp : Tag::string;
}

bool is_bool_1_1(std::string_view text) {
    return is_any_of(
        text, {"y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"});
}

} // namespace

Tag resolve_plain(std::string_view text, Version version) noexcept {
    if (text.empty())
        return Tag::null;
    const char first = text[0];
    if (text.back() == '\n')
        text.remove_suffix(1); // `$` matches before it
    const bool yaml_1_1 = version.is_1_1();
    switch (first) {
    case 't':
    case 'T':
        return is_any_of(text, {"true", "True", "TRUE"}) ? Tag::boolean : Tag::string;
    case 'f':
    case 'F':
        return is_any_of(text, {"false", "False", "FALSE"}) ? Tag::boolean : Tag::string;
    case 'n':
    case 'N':
        if (is_any_of(text, {"null", "Null", "NULL"}))
            return Tag::null;
        return yaml_1_1 && is_bool_1_1(text) ? Tag::boolean : Tag::string;
    case 'y':
    case 'Y':
    case 'o':
    case 'O':
        return yaml_1_1 && is_bool_1_1(text) ? Tag::boolean : Tag::string;
    case '~':
        return text == "~" ? Tag::null : Tag::string;
    case '<':
        return text == "<<" ? Tag::merge : Tag::string;
    case '=':
        return text == "=" ? Tag::value : Tag::string;
    case '!':
    case '&':
    case '*': // no plain text begins so, but what has the tag `!` is resolved as if it were plain
        return text.size() == 1 ? Tag::unknown : Tag::string;
    default:
        return is_digit(first) || first == '+' || first == '-' || first == '.' ? resolve_number(text, yaml_1_1)
                                                                               : Tag::string;
    }
}

namespace {

// In the order of Tag.
constexpr std::string_view names[] = {
    "tag:yaml.org,2002:null",  "tag:yaml.org,2002:bool",      "tag:yaml.org,2002:int",    "tag:yaml.org,2002:float",
    "tag:yaml.org,2002:str",   "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:binary", "tag:yaml.org,2002:omap",
    "tag:yaml.org,2002:pairs", "tag:yaml.org,2002:set",       "tag:yaml.org,2002:seq",    "tag:yaml.org,2002:map",
    "tag:yaml.org,2002:merge", "tag:yaml.org,2002:value",
};

} // namespace

Tag tag_of_name(std::string_view name) noexcept {
    const auto* found = std::find(std::begin(names), std::end(names), name);
    return static_cast<Tag>(found - std::begin(names)); // Tag::unknown follows the last
}

std::string_view name_of_tag(Tag tag) noexcept {
    return tag == Tag::unknown ? std::string_view("tag:yaml.org,2002:yaml") : names[static_cast<std::size_t>(tag)];
}

} // namespace fairlead::yaml
