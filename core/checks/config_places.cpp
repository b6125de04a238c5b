// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/config_places.h"

#include "core/checks/check_context.h"

#include <unordered_set>

namespace fairlead {

namespace {

bool is_here(const CheckContext& context, const ConfigValue& value) {
    return value.origin().from == ConfigOrigin::From::card && value.origin().card == context.ref;
}

/// Finds what is written in a range. Each value is looked into once, however many aliases stand for it.
class Search {
public:
    explicit Search(yaml::TextRange range) : range_(range) {}

    void look_into(const yaml::Value& value) {
        if (value.kind() < yaml::Kind::list || value.range().begin > range_.begin ||
            !seen_.insert(value.identity()).second) {
            return;
        }
        for (const yaml::Value::Entry& entry : value.entries()) {
            if (!by_key && entry.key.range() == range_) {
                by_key = entry;
            }
            if (!by_value && entry.value.range() == range_) {
                by_value = entry;
            }
            look_into(entry.value);
        }
        for (const yaml::Value one : value.elements()) {
            if (!element && one.range() == range_) {
                element = one;
            }
            look_into(one);
        }
    }

    std::optional<yaml::Value::Entry> by_key{};
    std::optional<yaml::Value::Entry> by_value{};
    yaml::Value element{};

private:
    yaml::TextRange range_;
    std::unordered_set<const void*> seen_;
};

Search searched(const CheckContext& context, const ConfigValue& value) {
    Search search(value.origin().range);
    if (is_here(context, value)) {
        search.look_into(context.own.root());
    }
    return search;
}

} // namespace

bool is_in_card(const CheckContext& context, const ConfigIssue& issue) {
    return is_here(context, issue.key) || is_here(context, issue.value);
}

std::optional<yaml::Value::Entry> entry_at(const CheckContext& context, const ConfigValue& key) {
    return searched(context, key).by_key;
}

std::optional<yaml::Value::Entry> entry_with(const CheckContext& context, const ConfigValue& value) {
    return searched(context, value).by_value;
}

yaml::Value value_at(const CheckContext& context, const ConfigValue& value) {
    const Search search = searched(context, value);
    if (search.by_value) {
        return search.by_value->value;
    }
    return search.element || !search.by_key ? search.element : search.by_key->key;
}

} // namespace fairlead
