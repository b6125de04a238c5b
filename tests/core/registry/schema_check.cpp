// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/registry/schema_check.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

using nlohmann::json;

namespace {

class SchemaCheck {
public:
    SchemaCheck(const json& root, bool closed) : root_(root), closed_(closed) {}

    void check(const json& schema, const json& value, const std::string& path) {
        check_keywords(schema, path);
        if (const auto reference = schema.find("$ref"); reference != schema.end()) {
            check(root_.at(json::json_pointer(reference->get<std::string>().substr(1))), value, path);
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
        if (const auto least = schema.find("minimum"); least != schema.end() && value < *least) {
            report(path, "must be at least " + least->dump());
        }
        if (value.is_array() && schema.contains("items")) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                check(schema.at("items"), value[i], fmt::format("{}/{}", path, i));
            }
        }
        if (value.is_object()) {
            check_object(schema, value, path);
        }
    }

    std::vector<std::string> errors;

private:
    void report(const std::string& path, std::string_view what) { errors.push_back(fmt::format("{}: {}", path, what)); }

    void check_keywords(const json& schema, const std::string& path) {
        static const std::set<std::string> known = {
            "$schema", "$defs", "$ref",    "$comment",   "title",    "description",          "default", "type",
            "const",   "enum",  "minimum", "properties", "required", "additionalProperties", "items"};
        for (const auto& [keyword, unused] : schema.items()) {
            if (!known.contains(keyword)) {
                report(path, fmt::format("the schema has the keyword {}, which is not checked", keyword));
            }
        }
    }

    void check_object(const json& schema, const json& value, const std::string& path) {
        for (const auto& name : schema.value("required", json::array())) {
            if (!value.contains(name)) {
                report(path, "has no member " + name.get<std::string>());
            }
        }
        const auto properties = schema.value("properties", json::object());
        for (const auto& [name, member] : value.items()) {
            if (properties.contains(name)) {
                check(properties.at(name), member, fmt::format("{}/{}", path, name));
            } else if (schema.contains("additionalProperties")) {
                check(schema.at("additionalProperties"), member, fmt::format("{}/{}", path, name));
            } else if (closed_ && schema.contains("properties")) {
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

    const json& root_;
    bool closed_;
};

} // namespace

std::vector<std::string> schema_errors(std::string_view schema, std::string_view value, bool closed) {
    const json root = json::parse(schema);
    SchemaCheck check(root, closed);
    check.check(root, json::parse(value), "");
    return std::move(check.errors);
}
