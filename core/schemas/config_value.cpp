// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_value.h"

#include "core/yaml/timestamp.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace fairlead {

struct ConfigValue::Node {
    std::string text = {};
    std::vector<ConfigValue> elements = {};
    std::vector<Entry> entries = {};
    std::string variables = {};
    std::string zone = {};
};

ConfigValue ConfigValue::boolean(bool value) noexcept {
    ConfigValue made;
    made.kind_ = Kind::boolean;
    made.integer_ = value ? 1 : 0;
    return made;
}

ConfigValue ConfigValue::integer(std::int64_t value) noexcept {
    ConfigValue made;
    made.kind_ = Kind::integer;
    made.integer_ = value;
    return made;
}

ConfigValue ConfigValue::integer(std::string_view digits) {
    std::int64_t small = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), small);
    if (error == std::errc() && end == digits.data() + digits.size())
        return integer(small);
    return text(Kind::integer, std::string(digits));
}

ConfigValue ConfigValue::real(double value) noexcept {
    ConfigValue made;
    made.kind_ = Kind::real;
    made.real_ = value;
    return made;
}

ConfigValue ConfigValue::string(std::string text) { return ConfigValue::text(Kind::string, std::move(text)); }

ConfigValue ConfigValue::text(Kind kind, std::string text) {
    ConfigValue made;
    made.kind_ = kind;
    made.node_ = std::make_shared<Node>(Node{.text = std::move(text)});
    return made;
}

ConfigValue ConfigValue::datetime(std::string iso, std::string zone) {
    ConfigValue made;
    made.kind_ = Kind::datetime;
    made.node_ = std::make_shared<Node>(Node{.text = std::move(iso), .zone = std::move(zone)});
    return made;
}

ConfigValue ConfigValue::list(std::vector<ConfigValue> elements, Kind kind) {
    ConfigValue made;
    made.kind_ = kind;
    made.node_ = std::make_shared<Node>(Node{.elements = std::move(elements)});
    return made;
}

ConfigValue ConfigValue::mapping(std::vector<Entry> entries, Kind kind) {
    ConfigValue made;
    made.kind_ = kind;
    made.node_ = std::make_shared<Node>(Node{.entries = std::move(entries)});
    return made;
}

bool ConfigValue::is_sequence() const noexcept {
    return kind_ == Kind::list || kind_ == Kind::tuple || kind_ == Kind::string || kind_ == Kind::bytes;
}

std::optional<std::int64_t> ConfigValue::integer() const noexcept {
    if (kind_ != Kind::integer || (node_ && !node_->text.empty()))
        return std::nullopt;
    return integer_;
}

std::string ConfigValue::integer_text() const {
    if (kind_ != Kind::integer)
        return {};
    return node_ && !node_->text.empty() ? node_->text : std::to_string(integer_);
}

std::string_view ConfigValue::text() const noexcept {
    return node_ && kind_ != Kind::integer ? std::string_view(node_->text) : std::string_view();
}

std::string_view ConfigValue::zone() const noexcept {
    return node_ ? std::string_view(node_->zone) : std::string_view();
}

std::span<const ConfigValue> ConfigValue::elements() const noexcept {
    return node_ ? std::span<const ConfigValue>(node_->elements) : std::span<const ConfigValue>();
}

std::span<const ConfigValue::Entry> ConfigValue::entries() const noexcept {
    return node_ ? std::span<const Entry>(node_->entries) : std::span<const Entry>();
}

const ConfigValue* ConfigValue::find(std::string_view key) const noexcept {
    for (const Entry& entry : entries())
        if (entry.key.kind_ == Kind::string && entry.key.node_->text == key)
            return &entry.value;
    return nullptr;
}

std::string_view ConfigValue::variables() const noexcept {
    return node_ ? std::string_view(node_->variables) : std::string_view();
}

ConfigValue ConfigValue::with_origin(const ConfigOrigin& origin) const {
    ConfigValue made = *this;
    made.origin_ = origin;
    return made;
}

ConfigValue ConfigValue::made_of(const ConfigValue& source) const {
    ConfigValue made = *this;
    made.origin_ = source.origin_;
    return source.variables().empty() || source.node_ == node_ ? made : made.with_variables(source.node_->variables);
}

ConfigValue ConfigValue::with_variables(std::string variables) const {
    ConfigValue made = *this;
    Node node = node_ ? *node_ : Node{};
    node.variables = std::move(variables);
    made.node_ = std::make_shared<Node>(std::move(node));
    return made;
}

bool operator==(const ConfigValue& left, const ConfigValue& right) noexcept {
    using Kind = ConfigValue::Kind;
    if (left.kind_ != right.kind_)
        return false;
    switch (left.kind_) {
    case Kind::null:
        return true;
    case Kind::boolean:
        return left.integer_ == right.integer_;
    case Kind::integer:
        return left.integer() == right.integer() && (left.integer() || left.node_->text == right.node_->text);
    case Kind::real:
        return std::isnan(left.real_)
                   ? std::isnan(right.real_)
                   : left.real_ == right.real_ && std::signbit(left.real_) == std::signbit(right.real_);
    case Kind::mapping:
    case Kind::omap:
        return left.node_ == right.node_ ||
               std::ranges::equal(left.entries(), right.entries(),
                                  [](const ConfigValue::Entry& one, const ConfigValue::Entry& other) {
                                      return one.key == other.key && one.value == other.value;
                                  });
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
        return left.node_ == right.node_ || std::ranges::equal(left.elements(), right.elements());
    default:
        return left.text() == right.text();
    }
}

namespace {

void append_key(std::string& key, const ConfigValue& value);

void append_text(std::string& key, char kind, std::string_view text) {
    key += fmt::format("{}{}:", kind, text.size());
    key += text;
}

void append_elements(std::string& key, const std::vector<std::string>& elements) {
    for (const std::string& element : elements)
        append_text(key, 'e', element);
    key += ')';
}

std::vector<std::string> element_keys(const ConfigValue& value) {
    std::vector<std::string> keys;
    for (const ConfigValue& element : value.elements())
        keys.push_back(python_key(element));
    return keys;
}

void append_key(std::string& key, const ConfigValue& value) {
    using Kind = ConfigValue::Kind;
    switch (value.kind()) {
    case Kind::null:
        key += 'n';
        break;
    case Kind::boolean:
        key += value.boolean() ? "i1" : "i0";
        break;
    case Kind::integer:
        key += 'i' + value.integer_text();
        break;
    case Kind::real:
        if (const double real = value.real(); std::isfinite(real) && std::trunc(real) == real)
            key += 'i' + fmt::format("{:.0f}", real == 0 ? 0.0 : real);
        else
            key += 'r' + fmt::format("{}", real);
        break;
    case Kind::datetime: {
        const yaml::Instant instant = yaml::instant_of_iso(value.text());
        key += fmt::format("t{}{}", instant.microseconds, instant.aware ? "z" : "");
        break;
    }
    case Kind::date:
        append_text(key, 'd', value.text());
        break;
    case Kind::bytes:
        append_text(key, 'b', value.text());
        break;
    case Kind::set: {
        auto keys = element_keys(value);
        std::ranges::sort(keys);
        key += '{';
        append_elements(key, keys);
        break;
    }
    case Kind::mapping:
    case Kind::omap: {
        std::vector<std::string> keys;
        for (const ConfigValue::Entry& entry : value.entries()) {
            std::string one;
            append_text(one, 'k', python_key(entry.key));
            append_key(one, entry.value);
            keys.push_back(std::move(one));
        }
        std::ranges::sort(keys);
        key += 'm';
        append_elements(key, keys);
        break;
    }
    case Kind::list:
    case Kind::tuple:
    case Kind::pairs:
        key += value.kind() == Kind::tuple ? '(' : '[';
        append_elements(key, element_keys(value));
        break;
    case Kind::string:
        append_text(key, 's', value.text());
        break;
    }
}

} // namespace

std::string python_key(const ConfigValue& value) {
    std::string key;
    append_key(key, value);
    return key;
}

} // namespace fairlead
