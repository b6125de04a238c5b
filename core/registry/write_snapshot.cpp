// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/snapshot.h"

namespace fairlead {

namespace {

using Layout = JsonWriter::Layout;

/// Of which the recording writes the arguments, even if there are none.
bool has_args(TypeKind kind) noexcept {
    return kind == TypeKind::list || kind == TypeKind::set || kind == TypeKind::dict || kind == TypeKind::tuple ||
           kind == TypeKind::union_;
}

void write_strings(JsonWriter& json, const std::vector<std::string>& strings) {
    json.open_array();
    for (const std::string& string : strings) {
        json.string(string);
    }
    json.close();
}

void write_text_or_null(JsonWriter& json, std::string_view key, const std::string& text) {
    json.key(key);
    if (text.empty()) {
        json.raw("null");
    } else {
        json.string(text);
    }
}

void write_place(JsonWriter& json, const RegistrationPlace& place) {
    write_text_or_null(json, "file", place.file);
    json.key("line");
    json.integer(place.line);
}

void write_owner_and_place(JsonWriter& json, const std::optional<std::string>& owner, const RegistrationPlace& place) {
    json.key("owner");
    json.string_or_null(owner);
    write_place(json, place);
}

void write_error(JsonWriter& json, std::string_view key, const std::optional<RecordedError>& error) {
    if (error) {
        json.key(key);
        json.open_object();
        json.key("type");
        json.string(error->type);
        json.key("message");
        json.string(error->message);
        json.close();
    }
}

void write_value(JsonWriter& json, std::string_view key, const RawJson& value) {
    if (value) {
        json.key(key);
        json.raw(value.text);
    }
}

void write_runtime(JsonWriter& json, const RegistrySnapshot& snapshot) {
    json.open_object();
    json.key("fairseq2");
    json.string(snapshot.fairseq2_version);
    json.key("python");
    json.string(snapshot.python_version);
    for (const LibraryVersion& library : snapshot.libraries) {
        json.key(library.name);
        json.string(library.version);
    }
    json.close();
}

void write_torch(JsonWriter& json, const TorchNames& torch) {
    json.open_object();
    json.key("dtypes");
    json.open_object();
    for (const auto& [name, dtype] : torch.dtypes) {
        json.member(name, dtype);
    }
    json.close();
    json.key("device_types");
    write_strings(json, torch.device_types);
    json.close();
}

void write_architecture(JsonWriter& json, const ArchitectureRecord& architecture) {
    json.open_object();
    json.key("name");
    json.string(architecture.name);
    write_owner_and_place(json, architecture.owner, architecture.place);
    write_value(json, "config", architecture.config);
    write_error(json, "config_error", architecture.config_error);
    json.close();
}

void write_family(JsonWriter& json, const FamilyRecord& family) {
    json.open_object(Layout::lines);
    json.key("kind");
    json.string(to_string(family.kind));
    json.key("name");
    json.string(family.name);
    write_owner_and_place(json, family.owner, family.place);
    if (family.error) {
        write_error(json, "error", family.error);
    } else {
        json.key("class");
        json.string(family.class_name);
        json.key("config_class");
        json.string_or_null(family.config_class);
    }
    if (family.kind == FamilyKind::model && !family.error) {
        json.key("capabilities");
        write_strings(json, family.capabilities);
    }
    if (family.restrict) {
        json.key("restrict");
        json.boolean(*family.restrict);
    }
    write_value(json, "default", family.default_config);
    write_error(json, "default_error", family.default_error);
    if (!family.architectures.empty()) {
        json.key("architectures");
        json.open_array(Layout::lines);
        for (const ArchitectureRecord& architecture : family.architectures) {
            write_architecture(json, architecture);
        }
        json.close();
    }
    json.close();
}

void write_file(JsonWriter& json, const RecordedFile& file) {
    json.open_object(Layout::lines);
    json.key("path");
    json.string(file.path);
    json.key("cards");
    json.open_array();
    for (const RecordedCard& card : file.cards) {
        json.open_object();
        json.key("name");
        json.string(card.name);
        json.key("line");
        json.integer(card.line);
        json.close();
    }
    json.close();
    json.key("text");
    json.string(file.text);
    json.close();
}

void write_source(JsonWriter& json, const RecordedSource& source) {
    json.open_object(Layout::lines);
    json.key("name");
    json.string(source.name);
    write_text_or_null(json, "folder", source.folder);
    write_owner_and_place(json, source.owner, source.place);
    json.key("files");
    json.open_array(Layout::lines);
    for (const RecordedFile& file : source.files) {
        write_file(json, file);
    }
    json.close();
    json.close();
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

void write_schema(JsonWriter& json, const ConfigSchema& schema) {
    json.open_object(Layout::lines);
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
    json.close();
}

} // namespace

std::string write_snapshot(const RegistrySnapshot& snapshot) {
    JsonWriter json;
    json.open_object(Layout::lines);
    json.key("format");
    json.integer(snapshot_format);
    if (!snapshot.notice.empty()) {
        json.key("notice");
        json.string(snapshot.notice);
    }
    json.key("recorded");
    json.boolean(snapshot.recorded);
    json.key("runtime");
    write_runtime(json, snapshot);
    json.key("environments");
    write_strings(json, snapshot.environments);
    if (snapshot.torch != TorchNames{}) {
        json.key("torch");
        write_torch(json, snapshot.torch);
    }
    json.key("schemes");
    write_strings(json, snapshot.schemes);
    json.key("families");
    json.open_array(Layout::lines);
    for (const FamilyRecord& family : snapshot.families) {
        write_family(json, family);
    }
    json.close();
    json.key("sources");
    json.open_array(Layout::lines);
    for (const RecordedSource& source : snapshot.sources) {
        write_source(json, source);
    }
    json.close();
    json.key("schemas");
    json.open_object(Layout::lines);
    for (const auto& schema : snapshot.schemas.list()) {
        json.key(schema->class_name);
        write_schema(json, *schema);
    }
    json.close();
    json.close();
    return std::move(json).take() + '\n';
}

} // namespace fairlead
