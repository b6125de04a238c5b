// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/config_answer.h"

#include "tests/fidelity/typed_value.h"

#include "core/registry/bundled.h"
#include "core/yaml/base64.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <map>

namespace fidelity {
namespace {

using fairlead::ConfigSchema;
using fairlead::ConfigValue;
using fairlead::FamilyKind;
using fairlead::RegistrySnapshot;
using Kind = ConfigValue::Kind;

Json shown(const ConfigValue& value);

Json elements(const ConfigValue& value) {
    Json list = Json::array();
    for (const ConfigValue& element : value.elements()) {
        list.push_back(shown(element));
    }
    return list;
}

/// In the typed form of README.md; as the configs are unstructured, tuples are lists.
Json shown(const ConfigValue& value) {
    switch (value.kind()) {
    case Kind::null:
        return nullptr;
    case Kind::boolean:
        return value.boolean();
    case Kind::integer:
        return {{"int", value.integer_text()}};
    case Kind::real:
        return {{"float", typed_float(value.real())}};
    case Kind::string:
        return typed_text(value.text());
    case Kind::date:
        return {{"date", value.text()}};
    case Kind::datetime:
        return {{"datetime", value.text()}};
    case Kind::bytes:
        return {{"bytes", fairlead::yaml::encode_base64(value.text())}};
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
    case Kind::pairs:
        return elements(value);
    case Kind::mapping:
    case Kind::omap:
        break;
    }
    Json pairs = Json::array();
    for (const ConfigValue::Entry& entry : value.entries()) {
        pairs.push_back(Json::array({shown(entry.key), shown(entry.value)}));
    }
    return {{value.kind() == Kind::omap ? "omap" : "dict", pairs}};
}

/// What differs between two configs of one class, by path.
void compare(Json& changes, const std::string& path, const ConfigValue& base, const ConfigValue& config,
             const ConfigSchema* schema, const fairlead::SchemaLookup& schemas) {
    if (schema && base.is_mapping() && config.is_mapping()) {
        for (const auto& field : schema->fields) {
            const ConfigValue* before = base.find(field.name);
            const ConfigValue* after = config.find(field.name);
            if (before && after) {
                const auto nested = schemas(field.nested_class);
                const bool both = before->is_mapping() && after->is_mapping();
                compare(changes, path.empty() ? field.name : path + "." + field.name, *before, *after,
                        both ? nested.get() : nullptr, schemas);
            }
        }
        return;
    }
    Json before = shown(base);
    Json after = shown(config);
    if (before != after) {
        changes[path] = std::move(after);
    }
}

} // namespace

Json error_chain(const fairlead::ConfigError& error) {
    const auto text_of = [](const fairlead::AssetError& one) {
        return one.type == "RecursionError" ? Json("") : typed_text(one.message);
    };
    Json links = Json::array({Json::array({error.error.type, text_of(error.error)})});
    for (const auto& cause : error.causes) {
        const Json text = text_of(cause);
        links.push_back(cause.type == "StructureError" ? text : Json::array({cause.type, text}));
    }
    return links;
}

Json config_changes(const ConfigValue& base, const ConfigValue& config, std::string_view class_name,
                    const fairlead::SchemaLookup& schemas) {
    Json changes = Json::object();
    compare(changes, "", base, config, schemas(class_name).get(), schemas);
    return changes;
}

std::shared_ptr<const RegistrySnapshot> types_registry() {
    std::ifstream file(FAIRLEAD_SOURCE_DIR "/tests/fidelity/registries/types.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return std::make_shared<RegistrySnapshot>(fairlead::read_snapshot(text));
}

Json recorded_config(const Json& answer) { return comparable(answer); }

Json config_answer(const Json& asked, const fairlead::CardConfigs& shipped, const fairlead::CardConfigs& types) {
    const auto catalog = fairlead::Catalog::load({fairlead::in_memory_source("cards", asked.at("cards"))});
    const auto card = resolve_card(catalog, asked.value("ask", std::string("m")));
    if (card.error) {
        return {{"error", Json::array({Json::array({card.error->type, card.error->message})})}};
    }
    const bool model = asked.value("kind", std::string("model")) == "model";
    const FamilyKind kind = model ? FamilyKind::model : FamilyKind::tokenizer;
    const auto* family = card.field(fairlead::family_field_name(kind));
    const bool made = family && types.registry().find_family(kind, family->value.string());
    const fairlead::CardConfigs& configs = made ? types : shipped;
    const auto config = card_config(configs, catalog, card, kind);
    if (!config) {
        return "no config";
    }
    if (config->loaded.error) {
        return {{"error", error_chain(*config->loaded.error)}};
    }
    if (!config->loaded.not_known.empty()) {
        return nullptr;
    }
    const auto schemas = [&](std::string_view name) { return configs.registry().find_schema(name); };
    return {{"changes", config_changes(config->base, config->loaded.config, config->class_name, schemas)}};
}

} // namespace fidelity
