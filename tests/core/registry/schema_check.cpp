// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/registry/schema_check.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using nlohmann::json;

namespace {

/// A schema, the document that its references are relative to, and whether members that it does not name are wrong.
struct Scope {
    const json& schema;
    const json& root;
    bool closed;
};

class SchemaCheck {
public:
    explicit SchemaCheck(const std::map<std::string, json>& others) : others_(others) {}

    void check(const Scope& scope, const json& value, const std::string& path) {
        const json& schema = scope.schema;
        check_keywords(schema, path);
        if (schema.contains("$ref")) {
            Scope referred = resolve(scope);
            referred.closed = scope.closed && !schema.contains("properties"); // else both sets of members are known
            check(referred, value, path);
        }
        if (const auto choices = schema.find("oneOf"); choices != schema.end()) {
            check_choices(scope, *choices, value, path);
        }
        if (const auto type = schema.find("type"); type != schema.end() && !has_type(*type, value)) {
            report(path, "must be of type " + type->dump());
        }
        if (const auto constant = schema.find("const"); constant != schema.end() && *constant != value) {
            report(path, "must be " + constant->dump());
        }
        if (const auto values = schema.find("enum");
            values != schema.end() && std::ranges::find(*values, value) == values->end()) {
            report(path, "must be one of " + values->dump());
        }
        if (const auto least = schema.find("minimum"); least != schema.end() && value.is_number() && value < *least) {
            report(path, "must be at least " + least->dump());
        }
        if (value.is_array() && schema.contains("items")) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                check({schema.at("items"), scope.root, scope.closed}, value[i], fmt::format("{}/{}", path, i));
            }
        }
        if (value.is_object()) {
            check_object(scope, value, path);
        }
    }

    std::vector<std::string> errors;

private:
    void report(const std::string& path, std::string_view what) { errors.push_back(fmt::format("{}: {}", path, what)); }

    void check_keywords(const json& schema, const std::string& path) {
        static const std::set<std::string> known = {
            "$schema", "$defs", "$ref",    "$comment",   "title",    "description",          "default", "type",
            "const",   "enum",  "minimum", "properties", "required", "additionalProperties", "items",   "oneOf"};
        for (const auto& [keyword, unused] : schema.items()) {
            if (!known.contains(keyword)) {
                report(path, fmt::format("the schema has the keyword {}, which is not checked", keyword));
            }
        }
    }

    /// What a reference of the schema names: `#/$defs/x`, `FILE#/$defs/x`.
    [[nodiscard]] Scope resolve(const Scope& scope) const {
        const std::string reference = scope.schema.at("$ref").get<std::string>();
        const std::size_t mark = reference.find('#');
        const json& root = mark == 0 ? scope.root : others_.at(reference.substr(0, mark));
        return {root.at(json::json_pointer(reference.substr(mark + 1))), root, scope.closed};
    }

    void check_choices(const Scope& scope, const json& choices, const json& value, const std::string& path) {
        std::vector<std::string> nearest;
        int fitting = 0;
        for (const json& choice : choices) {
            SchemaCheck one(others_);
            one.check({choice, scope.root, scope.closed}, value, path);
            fitting += one.errors.empty() ? 1 : 0;
            if (nearest.empty() || one.errors.size() < nearest.size()) {
                nearest = std::move(one.errors);
            }
        }
        if (fitting == 0) {
            errors.insert(errors.end(), nearest.begin(), nearest.end());
        } else if (fitting > 1) {
            report(path, "fits more than one of the choices");
        }
    }

    /// Whether the schema, or what it refers to, names a member.
    [[nodiscard]] bool names(const Scope& scope, const std::string& member) const {
        const json& schema = scope.schema;
        return (schema.contains("properties") && schema.at("properties").contains(member)) ||
               (schema.contains("$ref") && names(resolve(scope), member));
    }

    void check_object(const Scope& scope, const json& value, const std::string& path) {
        const json& schema = scope.schema;
        for (const auto& name : schema.value("required", json::array())) {
            if (!value.contains(name)) {
                report(path, "has no member " + name.get<std::string>());
            }
        }
        const auto properties = schema.value("properties", json::object());
        for (const auto& [name, member] : value.items()) {
            const std::string below = fmt::format("{}/{}", path, name);
            if (properties.contains(name)) {
                check({properties.at(name), scope.root, scope.closed}, member, below);
            } else if (schema.contains("additionalProperties")) {
                check({schema.at("additionalProperties"), scope.root, scope.closed}, member, below);
            } else if (scope.closed && schema.contains("properties") && !names(scope, name)) {
                report(path, fmt::format("the member {} is not in the schema", name));
            }
        }
    }

    static bool has_type(const json& type, const json& value) {
        if (type.is_array()) {
            return std::ranges::any_of(type, [&](const json& one) { return has_type(one, value); });
        }
        const auto name = type.get<std::string>();
        return (name == "integer" && value.is_number_integer()) || (name != "integer" && name == value.type_name());
    }

    const std::map<std::string, json>& others_;
};

} // namespace

std::vector<std::string> schema_errors(std::string_view schema, std::string_view value, bool closed,
                                       const std::map<std::string, std::string>& others) {
    const json root = json::parse(schema);
    std::map<std::string, json> documents;
    for (const auto& [name, text] : others) {
        documents.emplace(name, json::parse(text));
    }
    SchemaCheck check(documents);
    check.check({root, root, closed}, json::parse(value), "");
    return std::move(check.errors);
}
