// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/yaml_values.h"

#include "core/yaml/python_text.h"

#include <algorithm>
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

std::optional<ConfigValue> YamlValues::read_until_endless(const yaml::Value& value, CardRef card) {
    cuts_ = true;
    ended_ = false;
    merges_next_ = true;
    open_.clear();
    auto made = read(value, card);
    cuts_ = false;
    return made;
}

ConfigValue YamlValues::make(const yaml::Value& value) {
    const ConfigOrigin origin{.from = ConfigOrigin::From::card, .card = card_, .range = value.range()};
    if (++made_ > max_values) {
        trouble_ = Trouble::too_large;
        trouble_range_ = value.range();
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
        return ConfigValue::text(Kind::date, value.iso()).with_origin(origin);
    case Kind::datetime:
        return ConfigValue::datetime(value.iso(), yaml::zone_of(value)).with_origin(origin);
    case Kind::bytes:
        return ConfigValue::text(Kind::bytes, value.bytes()).with_origin(origin);
    default:
        break;
    }
    if (cuts_) {
        const bool again = std::ranges::find(open_, value.identity(), &Open::identity) != open_.end();
        if (again || depth_ == deepest)
            return cut(value).with_origin(origin);
        open_.push_back({value.identity(), merges_next_ && value.is_mapping()});
    }
    if (++depth_ > deepest) {
        trouble_ = Trouble::endless;
        trouble_range_ = value.range();
        return {};
    }
    ConfigValue made = make_collection(value).with_origin(origin);
    --depth_;
    if (cuts_)
        open_.pop_back();
    return made;
}

/// Stands for a value within itself: empty, of the same type. Copying comes back from it, merging does not.
ConfigValue YamlValues::cut(const yaml::Value& value) {
    if (depth_ == deepest || (merges_next_ && value.is_mapping()))
        ended_ = true;
    if (value.is_mapping())
        return ConfigValue::mapping({}, value.kind());
    return ConfigValue::list({}, value.kind() == Kind::pairs ? Kind::list : value.kind());
}

std::vector<ConfigValue::Entry> YamlValues::make_entries(const yaml::Value& value) {
    const bool merged = cuts_ && open_.back().merged;
    const auto is_key = [](const ConfigValue& key, std::string_view name) {
        return key.is_string() && key.text() == name;
    };
    std::vector<ConfigValue::Entry> entries;
    entries.reserve(value.size());
    for (const yaml::Value::Entry& entry : value.entries()) {
        merges_next_ = false;
        ConfigValue key = make(entry.key);
        const bool deleted = is_key(key, "_del_"); // is looked at before all others
        if (ended_ && !deleted)
            continue;
        merges_next_ = merged && !deleted && !is_key(key, "_set_");
        entries.push_back({std::move(key), make(entry.value)});
        if (trouble_ != Trouble::none)
            return {};
    }
    if (ended_) // and `_set_` after them
        std::erase_if(entries, [&](const ConfigValue::Entry& entry) { return is_key(entry.key, "_set_"); });
    return entries;
}

ConfigValue YamlValues::make_collection(const yaml::Value& value) {
    const bool keyed = value.kind() == Kind::mapping || value.kind() == Kind::omap;
    if (keyed)
        return ConfigValue::mapping(make_entries(value), value.kind());
    merges_next_ = false;
    std::vector<ConfigValue> elements;
    elements.reserve(value.size());
    if (value.kind() == Kind::pairs) {
        for (const yaml::Value::Entry& entry : value.entries()) {
            ConfigValue key = make(entry.key);
            const ConfigOrigin origin = key.origin(); // a pair begins with it
            elements.push_back(ConfigValue::list({std::move(key), make(entry.value)}, Kind::tuple).with_origin(origin));
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
