// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scalar_values.h"

#include "core/yaml/base64.h"
#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"
#include "core/yaml/timestamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <vector>

namespace fairlead::yaml {

namespace {

std::string without_underscores(std::string_view text) {
    std::string result(text);
    std::erase(result, '_');
    return result;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return result;
}

// The sign, taken off; IndexError for an empty text.
bool take_minus(std::string_view& text) {
    if (text.empty())
        throw PythonError{"IndexError", "string index out of range"};
    const bool minus = text[0] == '-';
    if (minus || text[0] == '+')
        text.remove_prefix(1);
    return minus;
}

Integer integer_value(std::string_view text, Version version) {
    const std::string clean = without_underscores(text);
    std::string_view digits = clean;
    const bool minus = take_minus(digits);
    Integer value;
    if (digits.starts_with("0b")) {
        value = python_int(digits.substr(2), 2);
    } else if (digits.starts_with("0x")) {
        value = python_int(digits.substr(2), 16);
    } else if (digits.starts_with("0o")) {
        value = python_int(digits.substr(2), 8);
    } else if (version.is_1_1() && digits.empty()) {
        throw PythonError{"IndexError", "string index out of range"};
    } else if (version.is_1_1() && digits != "0" && digits[0] == '0') {
        value = python_int(digits, 8);
    } else if (version.is_1_1() && digits.find(':') != std::string_view::npos) {
        value = sexagesimal(digits);
    } else {
        value = python_int(digits, 10);
    }
    return minus ? negated(value) : value;
}

double sexagesimal_float(std::string_view text) {
    std::vector<double> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(':', at), text.size());
        parts.push_back(python_float(text.substr(at, end - at)));
        at = end + 1;
    }
    double value = 0;
    double base = 1; // an integer to Python, which must become a float where it is multiplied
    for (auto part = parts.rbegin(); part != parts.rend(); ++part, base *= 60)
        value += *part * base;
    return value;
}

double real_value(std::string_view text, Version version) {
    if (double value = 0; !text.empty() && is_digit(text[0]) && !version.is_1_1()) { // the common case
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size())
            return value;
    }
    const std::string clean = lower(without_underscores(text));
    std::string_view digits = clean;
    const bool minus = take_minus(digits);
    if (digits == ".inf")
        return minus ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (digits == ".nan")
        return std::bit_cast<double>(shared_nan_bits);
    double value = 0;
    if (!version.is_1_2() && digits.find(':') != std::string_view::npos) {
        value = sexagesimal_float(digits);
    } else {
        const auto exponents = std::count(digits.begin(), digits.end(), 'e');
        if (!version.is_1_2() && exponents > 1)
            throw PythonError{"ValueError", "too many values to unpack (expected 2)"};
        value = python_float(digits);
    }
    return minus ? -value : value;
}

bool boolean_value(std::string_view text) {
    const std::string word = lower(text);
    if (word == "yes" || word == "y" || word == "true" || word == "on")
        return true;
    if (word == "no" || word == "n" || word == "false" || word == "off")
        return false;
    throw PythonError{"KeyError", python_repr(word)};
}

} // namespace

void set_decoded(Chunk& chunk, Node& node, std::string_view text) {
    node.a = static_cast<std::uint32_t>(chunk.decoded.size());
    node.b = static_cast<std::uint32_t>(text.size());
    chunk.decoded += text;
    node.set(Node::decoded);
}

void set_scalar_value(Chunk& chunk, std::uint32_t at, Tag tag, std::string_view text, Version version) {
    Node& node = chunk.nodes[at];
    switch (tag) {
    case Tag::null:
        node.kind = Kind::null;
        break;
    case Tag::boolean: {
        const bool value = boolean_value(text);
        node.kind = Kind::boolean;
        node.set_integer(value ? 1 : 0);
        break;
    }
    case Tag::integer: {
        const Integer value = integer_value(text, version);
        node.kind = Kind::integer;
        if (value.large.empty()) {
            node.set_integer(value.small);
        } else {
            set_decoded(chunk, node, value.large);
            node.set(Node::big);
        }
        break;
    }
    case Tag::real: {
        const double value = real_value(text, version);
        node.kind = Kind::real;
        node.set_real(value);
        break;
    }
    case Tag::binary: {
        const std::string bytes = decode_base64(text);
        node.kind = Kind::bytes;
        set_decoded(chunk, node, bytes);
        break;
    }
    case Tag::timestamp: {
        const std::optional<Timestamp> stamp = parse_timestamp(text);
        if (!stamp)
            throw PythonError{"ConstructorError", "failed to construct timestamp from \"" + std::string(text) + "\""};
        const std::string iso = iso_format(*stamp);
        const std::string zone(zone_name(text)); // the text may stand in `decoded`, which grows below
        node.kind = stamp->has_time ? Kind::datetime : Kind::date;
        set_decoded(chunk, node, iso);
        if (stamp->has_time) {
            chunk.decoded += zone;
            chunk.decoded += '\0';
        }
        break;
    }
    default:
        node.kind = Kind::string;
        break;
    }
}

} // namespace fairlead::yaml
