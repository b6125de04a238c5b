// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_json.h"

#include "core/registry/json_tree.h"
#include "core/registry/json_writer.h"
#include "core/yaml/base64.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace fairlead {

namespace {

using Kind = ConfigValue::Kind;

ConfigValue number(const std::string& digits) {
    if (digits.find_first_of(".eE") == std::string::npos) {
        return ConfigValue::integer(digits);
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return ConfigValue::real(value);
}

std::optional<double> special_float(std::string_view text) {
    if (text == ".nan") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (text == ".inf" || text == "-.inf") {
        return text.front() == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    }
    return std::nullopt;
}

/// The tree of a JSON text. Most texts are one scalar, which needs no parser.
JsonNode tree_of(std::string_view json) {
    const char first = json.empty() ? '\0' : json.front();
    if (first == '"' && json.size() >= 2 && json.find('\\') == std::string_view::npos) {
        return {JsonNode::Kind::string, std::string(json.substr(1, json.size() - 2)), {}, {}};
    }
    if (first == '-' || (first >= '0' && first <= '9')) {
        return {JsonNode::Kind::number, std::string(json), {}, {}};
    }
    if (json == "true" || json == "false") {
        return {JsonNode::Kind::boolean, std::string(json), {}, {}};
    }
    return json_tree(json);
}

/// Makes values of JSON with the types of a config's fields beside them, as far as they are known.
class Maker {
public:
    Maker(const ConfigOrigin& origin, const SchemaLookup* schemas) : origin_(origin), schemas_(schemas) {}

    ConfigValue make(const JsonNode& node, const TypeExpression* type) const {
        return make_value(node, type).with_origin(origin_);
    }

private:
    ConfigValue make_value(const JsonNode& node, const TypeExpression* type) const {
        switch (node.kind) {
        case JsonNode::Kind::null:
            return {};
        case JsonNode::Kind::boolean:
            return ConfigValue::boolean(node.text == "true");
        case JsonNode::Kind::number:
            return number(node.text);
        case JsonNode::Kind::string:
            if (const auto special = special_float(node.text); special && may_be_float(type)) {
                return ConfigValue::real(*special);
            }
            return ConfigValue::string(node.text);
        case JsonNode::Kind::array:
            return elements(node, type);
        case JsonNode::Kind::object:
            return entries(node, type);
        }
        return {};
    }

    static bool may_be_float(const TypeExpression* type) {
        return type != nullptr &&
               (type->kind == TypeKind::real ||
                (type->kind == TypeKind::union_ &&
                 std::ranges::any_of(type->args, [](const auto& arg) { return may_be_float(&arg); })));
    }

    /// The type itself, or the member of a union that is of one of the kinds.
    static const TypeExpression* member(const TypeExpression* type, std::initializer_list<TypeKind> kinds) {
        if (type != nullptr && type->kind == TypeKind::union_) {
            const auto found = std::ranges::find_if(
                type->args, [&](const auto& arg) { return std::ranges::find(kinds, arg.kind) != kinds.end(); });
            return found == type->args.end() ? nullptr : &*found;
        }
        return type;
    }

    ConfigValue elements(const JsonNode& node, const TypeExpression* type) const {
        type = member(type, {TypeKind::list, TypeKind::tuple, TypeKind::set});
        std::vector<ConfigValue> made;
        made.reserve(node.elements.size());
        for (std::size_t index = 0; index < node.elements.size(); ++index) {
            const TypeExpression* element = nullptr;
            if (type != nullptr) {
                const std::size_t arg = type->kind == TypeKind::tuple && !type->variadic ? index : 0;
                element = arg < type->args.size() ? &type->args[arg] : nullptr;
            }
            made.push_back(make(node.elements[index], element));
        }
        return ConfigValue::list(std::move(made));
    }

    ConfigValue entries(const JsonNode& node, const TypeExpression* type) const {
        type = member(type, {TypeKind::dataclass, TypeKind::dict});
        std::shared_ptr<const ConfigSchema> schema;
        if (type != nullptr && type->kind == TypeKind::dataclass && schemas_ != nullptr) {
            schema = (*schemas_)(type->class_name);
        }
        std::vector<ConfigValue::Entry> made;
        made.reserve(node.members.size());
        for (const JsonMember& member : node.members) {
            const TypeExpression* below = nullptr;
            if (schema) {
                const ConfigField* field = schema->find_field(member.name);
                below = field != nullptr ? &field->type_tree : nullptr;
            } else if (type != nullptr && type->kind == TypeKind::dict && type->args.size() == 2) {
                below = &type->args[1];
            }
            made.push_back({ConfigValue::string(member.name).with_origin(origin_), make(member.value, below)});
        }
        return ConfigValue::mapping(std::move(made));
    }

    const ConfigOrigin& origin_;
    const SchemaLookup* schemas_;
};

std::string key_text(const ConfigValue& key) {
    if (key.is_string()) {
        return std::string(key.text());
    }
    JsonWriter json;
    write_config(json, key);
    return std::move(json).take();
}

} // namespace

ConfigValue config_value(std::string_view json, const TypeExpression& type, const ConfigOrigin& origin) {
    return Maker(origin, nullptr).make(tree_of(json), &type);
}

ConfigValue config_value(std::string_view json, const TypeExpression& type, const ConfigOrigin& origin,
                         const SchemaLookup& schemas) {
    return Maker(origin, &schemas).make(tree_of(json), &type);
}

void write_config(JsonWriter& json, const ConfigValue& value) {
    switch (value.kind()) {
    case Kind::null:
        json.null();
        break;
    case Kind::boolean:
        json.boolean(value.boolean());
        break;
    case Kind::integer:
        if (const std::string digits = value.integer_text(); digits.find('x') == std::string::npos) {
            json.raw(digits);
        } else {
            json.string(digits); // more digits than Python prints
        }
        break;
    case Kind::real:
        json.real(value.real());
        break;
    case Kind::bytes:
        json.string(yaml::encode_base64(value.text()));
        break;
    case Kind::string:
    case Kind::date:
    case Kind::datetime:
        json.string(value.text());
        break;
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
    case Kind::pairs:
        json.open_array();
        for (const ConfigValue& element : value.elements()) {
            write_config(json, element);
        }
        json.close();
        break;
    case Kind::mapping:
        json.open_object();
        for (const ConfigValue::Entry& entry : value.entries()) {
            json.key(key_text(entry.key));
            write_config(json, entry.value);
        }
        json.close();
        break;
    case Kind::omap:
        json.open_array();
        for (const ConfigValue::Entry& entry : value.entries()) {
            json.open_array();
            write_config(json, entry.key);
            write_config(json, entry.value);
            json.close();
        }
        json.close();
        break;
    }
}

} // namespace fairlead
