// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/plain_overrides.h"

#include "core/registry/snapshot.h"

#include <algorithm>

namespace fairlead {

namespace {

bool fits(const RegistrySnapshot& registry, std::string_view class_name, const yaml::Value& overrides, int depth);

constexpr int deepest_plain = 20; // a class and a value may hold themselves

/// Whether a value is one of those that nobody would ask fairseq2 about: most are. False: it has to be looked at.
bool fits(const RegistrySnapshot& registry, const TypeExpression& type, const yaml::Value& value, int depth) {
    switch (type.kind) {
    case TypeKind::boolean:
        return value.kind() == yaml::Kind::boolean;
    case TypeKind::integer:
        return value.kind() == yaml::Kind::integer;
    case TypeKind::real:
        return value.kind() == yaml::Kind::real || (value.kind() == yaml::Kind::integer && value.integer());
    case TypeKind::string:
        return value.is_string();
    case TypeKind::none:
        return value.is_null();
    case TypeKind::literal:
    case TypeKind::enumeration:
        return value.is_string() && type.no_strings.empty() &&
               std::find(type.values.begin(), type.values.end(), value.string()) != type.values.end();
    case TypeKind::union_: // the first member decides, if it takes the value
        return value.kind() < yaml::Kind::list && !type.args.empty() &&
               (fits(registry, type.args.front(), value, depth) ||
                (value.is_null() && type.args.size() == 2 && type.args.back().kind == TypeKind::none));
    case TypeKind::list:
        return value.kind() == yaml::Kind::list && type.args.size() == 1 &&
               std::all_of(value.elements().begin(), value.elements().end(), [&](const yaml::Value& element) {
                   return element.kind() < yaml::Kind::list && fits(registry, type.args[0], element, depth);
               });
    case TypeKind::dataclass:
        return depth < deepest_plain && fits(registry, type.class_name, value, depth + 1);
    default:
        return false;
    }
}

bool fits(const RegistrySnapshot& registry, std::string_view class_name, const yaml::Value& overrides, int depth) {
    const auto schema = overrides.is_mapping() ? registry.find_schema(class_name) : nullptr;
    if (!schema || !schema->dataclass || schema->error || !schema->init_vars.empty()) {
        return false;
    }
    for (const yaml::Value::Entry& entry : overrides.entries()) {
        const ConfigField* const field = entry.key.is_string() ? schema->find_field(entry.key.string()) : nullptr;
        if (field == nullptr || !fits(registry, field->type_tree, entry.value, depth)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool fits_plainly(const RegistrySnapshot& registry, std::string_view class_name, const yaml::Value& overrides) {
    return fits(registry, class_name, overrides, 0);
}

} // namespace fairlead
