// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/families/hubs/shown.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <variant>

namespace golden {

using namespace fairlead;
using nlohmann::ordered_json;

namespace {

ordered_json json_of(const ConfigTree& tree) {
    if (const auto* mapping = std::get_if<ConfigTree::Mapping>(&tree.value)) {
        auto object = ordered_json::object();
        for (const ConfigTree::Member& member : *mapping)
            object[member.key] = json_of(member.value);
        return object;
    }
    if (const auto* list = std::get_if<ConfigTree::List>(&tree.value)) {
        auto array = ordered_json::array();
        for (const ConfigTree& element : *list)
            array.push_back(json_of(element));
        return array;
    }
    if (const auto* text = std::get_if<std::string>(&tree.value))
        return *text;
    if (const auto* real = std::get_if<double>(&tree.value))
        return *real;
    return std::get<std::int64_t>(tree.value);
}

/// As Python's json.dumps() writes it.
std::string spaced(const std::string& json) {
    std::string text;
    for (const char c : json) {
        text += c;
        if (c == ':' || c == ',')
            text += ' ';
    }
    return text;
}

} // namespace

std::string shown(const ConfigTree& tree) { return spaced(json_of(tree).dump()); }

std::string kind_of(const TypedObject& object) {
    const std::string name = object.kls().name();
    return name.substr(name.rfind('.') + 1);
}
std::string joined(std::vector<std::string> names) {
    std::ranges::sort(names);
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string joined(const std::vector<AssetCard>& cards) {
    std::vector<std::string> names;
    names.reserve(cards.size());
    for (const AssetCard& card : cards)
        names.push_back(card.name());
    return joined(std::move(names));
}

std::string joined(const StateDict& state_dict) {
    std::vector<std::string> names;
    for (const StateDict::Entry& entry : state_dict.entries())
        names.push_back(entry.name);
    return joined(std::move(names));
}

} // namespace golden
