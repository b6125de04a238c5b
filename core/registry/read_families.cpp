// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"

namespace fairlead {

namespace {

FamilyKind read_family_kind(JsonCursor& json) {
    const auto name = json.string();
    for (const auto kind : {FamilyKind::model, FamilyKind::dataset, FamilyKind::tokenizer}) {
        if (name == to_string(kind)) {
            return kind;
        }
    }
    json.fail("must be \"model\", \"dataset\" or \"tokenizer\"");
}

} // namespace

ArchitectureRecord read_architecture(JsonCursor& json) {
    ArchitectureRecord architecture;
    bool has_name = false;
    json.object([&](std::string_view key) {
        if (key == "name") {
            has_name = true;
            architecture.name = json.string();
        } else if (key == "owner") {
            architecture.owner = json.optional_string();
        } else if (key == "config") {
            architecture.config = RawJson{std::string(json.skip())};
        } else if (key == "config_error") {
            architecture.config_error = read_error(json);
        } else if (!read_place(json, key, architecture.place)) {
            json.skip();
        }
    });
    require(json, has_name, "name");
    return architecture;
}

FamilyRecord read_family(JsonCursor& json) {
    FamilyRecord family;
    bool has_kind = false;
    bool has_name = false;
    json.object([&](std::string_view key) {
        if (key == "kind") {
            has_kind = true;
            family.kind = read_family_kind(json);
        } else if (key == "name") {
            has_name = true;
            family.name = json.string();
        } else if (key == "class") {
            family.class_name = json.string();
        } else if (key == "config_class") {
            family.config_class = json.optional_string();
        } else if (key == "capabilities") {
            family.capabilities = read_strings(json);
        } else if (key == "restrict") {
            family.restrict = json.boolean();
        } else if (key == "owner") {
            family.owner = json.optional_string();
        } else if (key == "architectures") {
            family.architectures = read_list<ArchitectureRecord>(json, read_architecture);
        } else if (key == "default") {
            family.default_config = RawJson{std::string(json.skip())};
        } else if (key == "default_error") {
            family.default_error = read_error(json);
        } else if (key == "error") {
            family.error = read_error(json);
        } else if (!read_place(json, key, family.place)) {
            json.skip();
        }
    });
    require(json, has_kind, "kind");
    require(json, has_name, "name");
    return family;
}

} // namespace fairlead
