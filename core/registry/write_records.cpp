// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/write_records.h"

#include "core/registry/json_writer.h"
#include "core/schemas/torch_names.h"

namespace fairlead {

namespace {

void write_owner_and_place(JsonWriter& json, const std::optional<std::string>& owner, const RegistrationPlace& place) {
    json.key("owner");
    json.string_or_null(owner);
    write_place(json, place);
}

void write_value(JsonWriter& json, std::string_view key, const RawJson& value) {
    if (value) {
        json.key(key);
        json.raw(value.text);
    }
}

} // namespace

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

void write_family_members(JsonWriter& json, const FamilyRecord& family) {
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
}

void write_architecture_members(JsonWriter& json, const ArchitectureRecord& architecture) {
    json.key("name");
    json.string(architecture.name);
    write_owner_and_place(json, architecture.owner, architecture.place);
    write_value(json, "config", architecture.config);
    write_error(json, "config_error", architecture.config_error);
}

void write_source_members(JsonWriter& json, const RecordedSource& source) {
    json.key("name");
    json.string(source.name);
    write_text_or_null(json, "folder", source.folder);
    write_owner_and_place(json, source.owner, source.place);
}

} // namespace fairlead
