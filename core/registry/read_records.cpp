// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/read_records.h"

#include "core/registry/config_json.h"
#include "core/registry/json_cursor.h"

#include <fmt/format.h>
#include <functional>
#include <utility>

namespace fairlead {

namespace {

TypeKind read_kind(JsonCursor& json) {
    const std::string name = json.string();
    const auto kind = type_kind(name);
    if (!kind) {
        json.fail(fmt::format("is \"{}\", which is no kind of type", name));
    }
    return *kind;
}

TypeExpression read_type_tree(JsonCursor& json) {
    TypeExpression type;
    bool has_kind = false;
    bool has_python = false;
    json.object([&](std::string_view key) {
        if (key == "kind") {
            has_kind = true;
            type.kind = read_kind(json);
        } else if (key == "python") {
            has_python = true;
            type.python = json.string();
        } else if (key == "class") {
            type.class_name = json.string();
        } else if (key == "args") {
            type.args.clear();
            json.array([&] { type.args.push_back(read_type_tree(json)); });
        } else if (key == "values" || key == "members") {
            type.values = read_strings(json);
        } else if (key == "no_strings") {
            type.no_strings.clear();
            json.array([&] { type.no_strings.push_back(static_cast<std::size_t>(json.integer(0))); });
        } else if (key == "aliases") {
            type.aliases.clear();
            json.object([&](std::string_view name) { type.aliases.push_back({unescape_json(name), json.string()}); });
        } else if (key == "variadic") {
            type.variadic = json.boolean();
        } else {
            json.skip();
        }
    });
    require(json, has_kind, "kind");
    require(json, has_python, "python");
    return type;
}

ConfigField read_field(JsonCursor& json) {
    ConfigField field;
    bool has_name = false;
    bool has_tree = false;
    json.object([&](std::string_view key) {
        if (key == "name") {
            has_name = true;
            field.name = json.string();
        } else if (key == "type") {
            field.type = json.string();
        } else if (key == "tree") {
            has_tree = true;
            field.type_tree = read_type_tree(json);
            field.nested_class = nested_class(field.type_tree);
        } else if (key == "init") {
            field.init = json.boolean();
        } else if (key == "required") {
            field.required = json.boolean();
        } else if (key == "default") {
            field.default_value =
                config_value(json.skip(), field.type_tree, {.from = ConfigOrigin::From::class_default});
        } else if (key == "default_error") {
            field.default_error = read_error(json);
        } else if (key == "doc") {
            field.documentation = json.optional_string().value_or("");
        } else {
            json.skip();
        }
    });
    require(json, has_name, "name");
    require(json, has_tree, "tree");
    return field;
}

} // namespace

std::vector<std::string> read_strings(JsonCursor& json) {
    return read_list<std::string>(json, std::mem_fn(&JsonCursor::string));
}

void require(const JsonCursor& json, bool present, std::string_view member) {
    if (!present) {
        json.fail(fmt::format("has no member {}", member));
    }
}

bool read_place(JsonCursor& json, std::string_view key, RegistrationPlace& place) {
    if (key == "file") {
        place.file = json.optional_string().value_or("");
    } else if (key == "line") {
        place.line = json.integer(0);
    } else {
        return false;
    }
    return true;
}

RecordedError read_error(JsonCursor& json) {
    RecordedError error;
    json.object([&](std::string_view key) {
        if (key == "type") {
            error.type = json.string();
        } else if (key == "message") {
            error.message = json.string();
        } else {
            json.skip();
        }
    });
    return error;
}

ConfigSchema read_config_schema(JsonCursor& json) {
    ConfigSchema schema;
    json.object([&](std::string_view key) {
        if (key == "doc") {
            schema.documentation = json.optional_string().value_or("");
        } else if (key == "dataclass") {
            schema.dataclass = json.boolean();
        } else if (key == "validates") {
            schema.validates = json.boolean();
        } else if (key == "post_init") {
            schema.post_init = json.boolean();
        } else if (key == "own_init") {
            schema.own_init = json.boolean();
        } else if (key == "init_vars") {
            schema.init_vars = read_strings(json);
        } else if (key == "fields") {
            schema.fields.clear();
            json.array([&] { schema.fields.push_back(read_field(json)); });
        } else if (key == "error") {
            schema.error = read_error(json);
        } else if (!read_place(json, key, schema.place)) {
            json.skip();
        }
    });
    return schema;
}

ConfigSchemas::List read_config_schemas(JsonCursor& json) {
    ConfigSchemas::List schemas;
    json.object([&](std::string_view class_name) {
        auto schema = std::make_shared<ConfigSchema>(read_config_schema(json));
        schema->class_name = unescape_json(class_name);
        schemas.push_back(std::move(schema));
    });
    return schemas;
}

} // namespace fairlead
