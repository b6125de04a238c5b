// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/yaml_values.h"

#include <utility>

namespace fairlead {
namespace {

using Kind = ConfigValue::Kind;

// Python copies and replaces level by level (utils/config.py), with two of its thousand frames for each.
constexpr std::size_t deepest = 480;

} // namespace

std::optional<ConfigValue> YamlValues::read(const yaml::Value& value, CardRef card) {
    card_ = card;
    depth_ = 0;
    ConfigValue made = make(value);
    if (trouble_ != Trouble::none)
        return std::nullopt;
    return made;
}

ConfigValue YamlValues::make(const yaml::Value& value) {
    const ConfigOrigin origin{.from = ConfigOrigin::From::card, .card = card_, .range = value.range()};
    if (++made_ > max_values) {
        trouble_ = Trouble::too_large;
        return {};
    }
    switch (value.kind()) {
    case Kind::null:
        return ConfigValue().with_origin(origin);
    case Kind::boolean:
        return ConfigValue::boolean(value.boolean()).with_origin(origin);
    case Kind::integer:
        if (const auto small = value.integer())
            return ConfigValue::integer(*small).with_origin(origin);
        return ConfigValue::integer(value.integer_text()).with_origin(origin);
    case Kind::real:
        return ConfigValue::real(value.real()).with_origin(origin);
    case Kind::string:
        return ConfigValue::string(std::string(value.string())).with_origin(origin);
    case Kind::date:
    case Kind::datetime:
        return ConfigValue::text(value.kind(), value.iso()).with_origin(origin);
    case Kind::bytes:
        return ConfigValue::text(Kind::bytes, value.bytes()).with_origin(origin);
    default:
        break;
    }
    if (++depth_ > deepest) {
        trouble_ = Trouble::endless;
        return {};
    }
    ConfigValue made = make_collection(value).with_origin(origin);
    --depth_;
    return made;
}

ConfigValue YamlValues::make_collection(const yaml::Value& value) {
    const bool keyed = value.kind() == Kind::mapping || value.kind() == Kind::omap;
    if (keyed) {
        std::vector<ConfigValue::Entry> entries;
        entries.reserve(value.size());
        for (const yaml::Value::Entry& entry : value.entries()) {
            ConfigValue key = make(entry.key);
            entries.push_back({std::move(key), make(entry.value)});
            if (trouble_ != Trouble::none)
                return {};
        }
        return ConfigValue::mapping(std::move(entries), value.kind());
    }
    std::vector<ConfigValue> elements;
    elements.reserve(value.size());
    if (value.kind() == Kind::pairs) {
        for (const yaml::Value::Entry& entry : value.entries()) {
            ConfigValue key = make(entry.key);
            elements.push_back(ConfigValue::list({std::move(key), make(entry.value)}, Kind::tuple));
            if (trouble_ != Trouble::none)
                return {};
        }
        return ConfigValue::list(std::move(elements));
    }
    for (const yaml::Value element : value.elements()) {
        elements.push_back(make(element));
        if (trouble_ != Trouble::none)
            return {};
    }
    return ConfigValue::list(std::move(elements), value.kind());
}

} // namespace fairlead
