// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/value_json.h"
#include "core/yaml/print.h"

#include <algorithm>
#include <string>

namespace fairlead::ctl {
namespace {

constexpr std::size_t always_allowed = 16u << 20;

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

void ValueJson::write(const yaml::Value& value) {
    const std::string text = yaml::to_json(value, budget_);
    budget_ -= std::min(budget_, text.size());
    json_.raw(text);
}

void ValueJson::write_key(const yaml::Value& key) {
    json_.key(key.is_string() ? std::string(key.string()) : yaml::to_json(key, budget_));
}

} // namespace fairlead::ctl
