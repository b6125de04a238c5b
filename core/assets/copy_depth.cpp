// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/copy_depth.h"

#include <algorithm>
#include <unordered_set>

namespace fairlead {
namespace {

// Measured with the real deepcopy: what the copying of each kind of value takes by itself, its own call included.
constexpr int simple = 2; // deepcopy, _deepcopy_atomic
constexpr int copied_before = 2;
constexpr int empty_container = 3;
constexpr int day = 5; // by way of __reduce_ex__ and _reconstruct
constexpr int time_with_zone = 11;
constexpr int path = 8;
constexpr int around_container = 2;
constexpr int around_tuple = 3;
constexpr int around_set = 5; // a list of its elements is copied
constexpr int empty_set = 6;
constexpr int empty_omap = 4;

// Each level takes two calls at least: what lies in more of them than these cannot be copied, however much deeper it
// goes. Aliases can make a value of a few lines deep enough to end our own stack.
constexpr int deepest_level = 500;

class Copy {
public:
    int depth(const yaml::Value& value) {
        if (level_ > deepest_level)
            return simple;
        switch (value.kind()) {
        case yaml::Kind::date:
            return day;
        case yaml::Kind::datetime:
            return has_zone(value) ? time_with_zone : day;
        case yaml::Kind::list:
            return container(value, around_container, empty_container);
        case yaml::Kind::tuple:
            return container(value, around_tuple, empty_container);
        case yaml::Kind::set:
            return container(value, around_set, empty_set);
        case yaml::Kind::mapping:
            return entries(value, around_container, empty_container);
        case yaml::Kind::omap:
            return entries(value, around_container, empty_omap);
        case yaml::Kind::pairs:
            return entries(value, around_container + around_tuple, empty_container);
        default:
            return simple;
        }
    }

private:
    static bool has_zone(const yaml::Value& value) {
        const std::string text = value.iso();
        constexpr std::size_t date_size = 10;
        return text.find_first_of("+-Z", date_size) != std::string::npos;
    }

    int container(const yaml::Value& value, int around, int empty) {
        if (!copied_.insert(value.identity()).second)
            return copied_before;
        int deepest = empty - around;
        ++level_;
        for (const yaml::Value& element : value.elements())
            deepest = std::max(deepest, depth(element));
        --level_;
        return around + deepest;
    }

    int entries(const yaml::Value& value, int around, int empty) {
        if (!copied_.insert(value.identity()).second)
            return copied_before;
        int deepest = empty - around;
        ++level_;
        for (const auto& entry : value.entries())
            deepest = std::max({deepest, depth(entry.key), depth(entry.value)});
        --level_;
        return around + deepest;
    }

    int level_ = 0;
    std::unordered_set<const void*> copied_;
};

} // namespace

int copy_depth(const yaml::Value& metadata, bool has_base_path) {
    const int values = Copy().depth(metadata);
    return has_base_path ? std::max(values, around_container + path) : values;
}

} // namespace fairlead
