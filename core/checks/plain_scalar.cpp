// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/plain_scalar.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equals_lower(std::string_view text, std::string_view word) noexcept {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) { return lower(a) == b; });
}

std::string_view without_sign(std::string_view text) noexcept {
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        text.remove_prefix(1);
    }
    return text;
}

std::size_t digits(std::string_view& text) noexcept {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
}

bool is_boolean_word(std::string_view text) noexcept {
    constexpr std::string_view words[] = {"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"};
    return text.size() <= 3 && std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool is_infinity(std::string_view text) noexcept { return equals_lower(text, "inf") || equals_lower(text, "infinity"); }

/// `.nan`, `inf`, `Infinity`, whatever the case.
bool is_special(std::string_view text) noexcept {
    if (text.starts_with('.')) {
        text.remove_prefix(1);
    }
    return equals_lower(text, "nan") || is_infinity(text);
}

/// As other languages write a fraction: digits, point, exponent.
bool is_fraction(std::string_view text) noexcept {
    std::size_t count = digits(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        count += digits(text);
    }
    if (count > 0 && (text.starts_with('e') || text.starts_with('E'))) {
        text = without_sign(text.substr(1));
        return digits(text) > 0 && text.empty();
    }
    return count > 0 && text.empty();
}

/// `0X1F`, `0B11`, `0O17`.
bool has_capital_prefix(std::string_view text) noexcept {
    if (text.size() < 3 || text.front() != '0') {
        return false;
    }
    const auto all = [&](auto fits) { return std::all_of(text.begin() + 2, text.end(), fits); };
    switch (text[1]) {
    case 'X':
        return all([](char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); });
    case 'B':
        return all([](char c) { return c == '0' || c == '1'; });
    case 'O':
        return all([](char c) { return c >= '0' && c <= '7'; });
    default:
        return false;
    }
}

bool is_sexagesimal(std::string_view text) noexcept {
    if (digits(text) == 0 || !text.starts_with(':')) {
        return false;
    }
    while (text.starts_with(':')) {
        text.remove_prefix(1);
        const bool is_high = !text.empty() && text.front() > '5';
        const std::size_t count = digits(text);
        if (count == 0 || count > 2 || (count == 2 && is_high)) {
            return false;
        }
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        digits(text);
    }
    return text.empty();
}

bool is_date_text(std::string_view text) noexcept {
    const auto part = [&](std::size_t least, std::size_t most, bool is_last) {
        const std::size_t count = digits(text);
        if (count < least || count > most || (is_last ? !text.empty() : !text.starts_with('-'))) {
            return false;
        }
        text.remove_prefix(is_last ? 0 : 1);
        return true;
    };
    return part(4, 4, false) && part(1, 2, false) && part(1, 2, true);
}

PlainSurprise of_text(std::string_view written) noexcept {
    const char first = lower(written.front());
    if (first == 'y' || first == 'n' || first == 'o' || first == 'i') {
        return is_boolean_word(written) ? PlainSurprise::boolean_word
               : is_special(written)    ? PlainSurprise::number_text
                                        : PlainSurprise::none;
    }
    if (!is_digit(first) && first != '.' && first != '+' && first != '-') {
        return PlainSurprise::none;
    }
    const std::string_view number = without_sign(written);
    if (is_special(number) || is_fraction(number) || has_capital_prefix(number)) {
        return PlainSurprise::number_text;
    }
    return is_sexagesimal(number)  ? PlainSurprise::sexagesimal
           : is_date_text(written) ? PlainSurprise::date_text
                                   : PlainSurprise::none;
}

} // namespace

PlainSurprise plain_surprise(std::string_view written, yaml::Kind kind) noexcept {
    if (written.empty() || written.size() > max_surprise_size) {
        return PlainSurprise::none;
    }
    switch (kind) {
    case yaml::Kind::string:
        return of_text(written);
    case yaml::Kind::integer: {
        if (written.find('_') != std::string_view::npos) {
            return PlainSurprise::underscores;
        }
        const std::string_view number = without_sign(written);
        return number.size() > 1 && number[0] == '0' && is_digit(number[1]) ? PlainSurprise::leading_zero
                                                                            : PlainSurprise::none;
    }
    case yaml::Kind::real:
        return written.find('_') != std::string_view::npos ? PlainSurprise::underscores : PlainSurprise::none;
    case yaml::Kind::date:
    case yaml::Kind::datetime:
        return PlainSurprise::date;
    default:
        return PlainSurprise::none;
    }
}

std::string surprise_message(PlainSurprise surprise, std::string_view written, const yaml::Value& value) {
    switch (surprise) {
    case PlainSurprise::none:
        return {};
    case PlainSurprise::boolean_word:
        return fmt::format("{} is text here, not {}. Write {}, or put it in quotes.", written,
                           surprise_replacement(surprise, written, value),
                           surprise_replacement(surprise, written, value));
    case PlainSurprise::number_text:
        return fmt::format("{} is text here, not a number. Write {}, or put it in quotes.", written,
                           surprise_replacement(surprise, written, value));
    case PlainSurprise::sexagesimal:
        return fmt::format("{} is text here; YAML 1.1 reads a number to the base of 60. Put it in quotes.", written);
    case PlainSurprise::leading_zero:
        return fmt::format("{} is the number {} here; YAML 1.1 reads an octal one. Write {}, or put it in quotes.",
                           written, value.integer_text(), value.integer_text());
    case PlainSurprise::underscores: {
        const std::string number = surprise_replacement(surprise, written, value);
        return fmt::format("{} is the number {} here. Write it so, or put it in quotes.", written, number);
    }
    case PlainSurprise::date:
        return fmt::format("{} is a date here, not text. Put it in quotes.", written);
    case PlainSurprise::date_text:
        return fmt::format("{} is text here, not a date. Put it in quotes.", written);
    }
    return {};
}

std::string surprise_replacement(PlainSurprise surprise, std::string_view written, const yaml::Value& value) {
    switch (surprise) {
    case PlainSurprise::boolean_word:
        return lower(written.front()) == 'y' || equals_lower(written, "on") ? "true" : "false";
    case PlainSurprise::number_text: {
        const std::string sign = written.starts_with('-') ? "-" : "";
        const std::string_view number = without_sign(written);
        if (is_special(number)) {
            return is_infinity(number.substr(number.starts_with('.') ? 1 : 0)) ? sign + ".inf" : ".nan";
        }
        if (has_capital_prefix(number)) {
            return fmt::format("{}0{}{}", sign, lower(number[1]), number.substr(2));
        }
        return fmt::format("{}0{}", sign, number);
    }
    case PlainSurprise::leading_zero:
        return value.integer_text();
    case PlainSurprise::underscores: {
        if (value.kind() == yaml::Kind::integer) {
            return value.integer_text();
        }
        std::string number(written);
        std::erase(number, '_');
        return number;
    }
    default:
        return {};
    }
}

} // namespace fairlead
