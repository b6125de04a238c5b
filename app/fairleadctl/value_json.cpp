// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/value_json.h"
#include "core/yaml/print.h"

#include <algorithm>
#include <string>

namespace fairlead::ctl {
namespace {

constexpr std::size_t always_allowed = 16u << 20;
constexpr const char* too_large = "<too large>";
constexpr std::size_t longest_short_string = 64;

/// Whether aliases of the value can ask for much more text than they are.
bool can_be_large(const yaml::Value& value) {
    switch (value.kind()) {
    case yaml::Kind::null:
    case yaml::Kind::boolean:
    case yaml::Kind::real:
    case yaml::Kind::date:
    case yaml::Kind::datetime:
        return false;
    case yaml::Kind::integer:
        return !value.integer();
    case yaml::Kind::string:
        return value.string().size() > longest_short_string;
    case yaml::Kind::bytes:
        return true;
    default:
        return value.size() != 0;
    }
}

} // namespace

std::string_view type_name(const yaml::Value& value) noexcept {
    switch (value.kind()) {
    case yaml::Kind::null:
        return "null";
    case yaml::Kind::boolean:
        return "bool";
    case yaml::Kind::integer:
        return "int";
    case yaml::Kind::real:
        return "float";
    case yaml::Kind::string:
        return "str";
    case yaml::Kind::date:
        return "date";
    case yaml::Kind::datetime:
        return "datetime";
    case yaml::Kind::bytes:
        return "bytes";
    case yaml::Kind::list:
    case yaml::Kind::pairs:
        return "list";
    case yaml::Kind::tuple:
        return "tuple";
    case yaml::Kind::set:
        return "set";
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
        return "dict";
    }
    return {};
}

ValueJson::ValueJson(JsonWriter& json, std::size_t text_size) : json_(json), budget_(always_allowed + 2 * text_size) {}

std::string ValueJson::charged(std::string text) {
    budget_ -= std::min(budget_, text.size());
    return text;
}

void ValueJson::write(const yaml::Value& value) {
    if (budget_ == 0 && can_be_large(value))
        json_.string(too_large);
    else
        json_.raw(charged(yaml::to_json(value, budget_)));
}

void ValueJson::write_key(const yaml::Value& key) {
    if (key.is_string())
        json_.key(charged(std::string(key.string()))); // each is another one
    else if (budget_ == 0 && can_be_large(key))
        json_.key(too_large);
    else
        json_.key(charged(yaml::to_json(key, budget_)));
}

} // namespace fairlead::ctl
