// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/write_records.h"
#include "core/schemas/config_schema.h"

namespace fairlead {

namespace {

using Layout = JsonWriter::Layout;

/// Of which the recording writes the arguments, even if there are none.
bool has_args(TypeKind kind) noexcept {
    return kind == TypeKind::list || kind == TypeKind::set || kind == TypeKind::dict || kind == TypeKind::tuple ||
           kind == TypeKind::union_;
}

void write_type(JsonWriter& json, const TypeExpression& type) {
    json.open_object();
    json.member("kind", to_string(type.kind));
    json.member("python", type.python);
    if (!type.class_name.empty()) {
        json.member("class", type.class_name);
    }
    if (type.kind == TypeKind::literal || type.kind == TypeKind::enumeration) {
        json.key(type.kind == TypeKind::literal ? "values" : "members");
        write_strings(json, type.values);
    }
    if (!type.no_strings.empty()) {
        json.key("no_strings");
        json.open_array();
        for (const std::size_t index : type.no_strings) {
            json.integer(static_cast<std::int64_t>(index));
        }
        json.close();
    }
    if (!type.aliases.empty()) {
        json.key("aliases");
        json.open_object();
        for (const EnumAlias& alias : type.aliases) {
            json.member(alias.name, alias.member);
        }
        json.close();
    }
    if (type.variadic) {
        json.key("variadic");
        json.boolean(true);
    }
    if (has_args(type.kind)) {
        json.key("args");
        json.open_array();
        for (const TypeExpression& arg : type.args) {
            write_type(json, arg);
        }
        json.close();
    }
    json.close();
}

void write_field(JsonWriter& json, const ConfigField& field) {
    json.open_object();
    json.key("name");
    json.string(field.name);
    json.key("type");
    json.string(field.type);
    json.key("tree");
    write_type(json, field.type_tree);
    json.key("init");
    json.boolean(field.init);
    json.key("required");
    json.boolean(field.required);
    if (field.default_value) {
        json.key("default");
        write_config(json, *field.default_value);
    }
    write_error(json, "default_error", field.default_error);
    write_text_or_null(json, "doc", field.documentation);
    json.close();
}

} // namespace

void write_schema_members(JsonWriter& json, const ConfigSchema& schema) {
    write_place(json, schema.place);
    write_text_or_null(json, "doc", schema.documentation);
    json.key("dataclass");
    json.boolean(schema.dataclass);
    json.key("validates");
    json.boolean(schema.validates);
    json.key("post_init");
    json.boolean(schema.post_init);
    if (schema.own_init) {
        json.key("own_init");
        json.boolean(true);
    }
    if (!schema.init_vars.empty()) {
        json.key("init_vars");
        write_strings(json, schema.init_vars);
    }
    json.key("fields");
    json.open_array(Layout::lines);
    for (const ConfigField& field : schema.fields) {
        write_field(json, field);
    }
    json.close();
    write_error(json, "error", schema.error);
}

} // namespace fairlead
