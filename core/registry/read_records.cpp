// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/read_records.h"

#include "core/registry/json_cursor.h"

#include <fmt/format.h>
#include <utility>

namespace fairlead {

namespace {

/// What a type's tree says of itself: its kind, and the config class that a value of it is, if any.
struct TypeTree {
    std::string kind;
    std::string nested_class;
};

// Checked as a whole, so that a config engine finds nothing unexpected in a tree that was read.
TypeTree read_type_tree(JsonCursor& json) {
    TypeTree tree;
    std::string class_name;
    bool has_kind = false;
    bool has_python = false;
    json.object([&](std::string_view key) {
        if (key == "kind") {
            has_kind = true;
            tree.kind = json.string();
        } else if (key == "python") {
            has_python = true;
            static_cast<void>(json.string());
        } else if (key == "class") {
            class_name = json.string();
        } else if (key == "args") {
            tree.nested_class.clear();
            json.array([&] {
                if (auto arg = read_type_tree(json); tree.nested_class.empty()) {
                    tree.nested_class = std::move(arg.nested_class);
                }
            });
        } else if (key == "values" || key == "members") {
            json.array([&] { static_cast<void>(json.string()); });
        } else if (key == "variadic") {
            static_cast<void>(json.boolean());
        } else {
            json.skip();
        }
    });
    require(json, has_kind, "kind");
    require(json, has_python, "python");
    if (tree.kind == "dataclass") {
        tree.nested_class = std::move(class_name);
    } else if (tree.kind != "union") {
        tree.nested_class.clear();
    }
    return tree;
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
            field.nested_class = read_type_tree(json).nested_class;
            field.type_tree = {std::string(json.last())};
        } else if (key == "init") {
            field.init = json.boolean();
        } else if (key == "required") {
            field.required = json.boolean();
        } else if (key == "default") {
            field.default_value = {std::string(json.skip())};
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

} // namespace

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
