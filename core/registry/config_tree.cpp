// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_tree.h"

#include "core/registry/config_json.h"
#include "core/registry/json_tree.h"
#include "core/registry/json_writer.h"

#include <algorithm>
#include <memory>

namespace fairlead {

namespace {

ConfigNode make_node(const RegistrySnapshot& snapshot, const ConfigField* field, const std::string& name,
                     const JsonNode& value);

std::string one_line(const ConfigValue& value) {
    JsonWriter json;
    write_config(json, value);
    return fairlead::one_line(json_tree(std::move(json).take()));
}

/// The fields of a nested config, in the order of its class.
std::vector<ConfigNode> make_fields(const RegistrySnapshot& snapshot, std::string_view class_name,
                                    const JsonNode& object) {
    std::vector<ConfigNode> fields;
    std::vector<bool> taken(object.members.size());
    const std::shared_ptr<const ConfigSchema> schema = snapshot.find_schema(class_name);
    if (schema) {
        for (const ConfigField& field : schema->fields) {
            const auto member = std::find_if(object.members.begin(), object.members.end(),
                                             [&](const auto& candidate) { return candidate.name == field.name; });
            if (member != object.members.end()) {
                taken[static_cast<std::size_t>(member - object.members.begin())] = true;
                fields.push_back(make_node(snapshot, &field, field.name, member->value));
            }
        }
    }
    for (std::size_t index = 0; index < taken.size(); ++index) {
        if (!taken[index]) {
            fields.push_back(make_node(snapshot, nullptr, object.members[index].name, object.members[index].value));
        }
    }
    return fields;
}

ConfigNode make_node(const RegistrySnapshot& snapshot, const ConfigField* field, const std::string& name,
                     const JsonNode& value) {
    ConfigNode node;
    node.name = name;
    if (field != nullptr) {
        node.type = field->type;
        node.documentation = field->documentation;
        if (field->default_value) {
            node.default_text = one_line(*field->default_value);
        }
    }
    const bool nested = field != nullptr && !field->nested_class.empty() && value.kind == JsonNode::Kind::object;
    if (nested) {
        node.fields = make_fields(snapshot, field->nested_class, value);
    }
    if (node.fields.empty()) {
        node.text = one_line(value);
        node.is_text = value.kind == JsonNode::Kind::string;
    }
    return node;
}

void append_yaml(std::string& text, const std::vector<ConfigNode>& fields, std::size_t indent) {
    for (const ConfigNode& field : fields) {
        text.append(indent, ' ');
        text += field.name;
        text += ':';
        if (field.is_nested()) {
            text += '\n';
            append_yaml(text, field.fields, indent + 2);
        } else {
            text += ' ';
            text += field.is_text ? quoted(field.text) : field.text;
            text += '\n';
        }
    }
}

} // namespace

std::vector<ConfigNode> config_tree(const RegistrySnapshot& snapshot, std::string_view class_name,
                                    const RawJson& config) {
    const JsonNode root = json_tree(config.text);
    if (root.kind != JsonNode::Kind::object) {
        return {};
    }
    return make_fields(snapshot, class_name, root);
}

std::size_t value_count(const std::vector<ConfigNode>& fields) noexcept {
    std::size_t count = 0;
    for (const ConfigNode& field : fields) {
        count += field.is_nested() ? value_count(field.fields) : 1;
    }
    return count;
}

std::size_t differing_values(const std::vector<ConfigNode>& left, const std::vector<ConfigNode>& right) {
    std::size_t count = 0;
    for (const ConfigNode& field : left) {
        const ConfigNode* other = find_field(right, field.name);
        if (other == nullptr) {
            count += field.is_nested() ? value_count(field.fields) : 1;
        } else if (field.is_nested() || other->is_nested()) {
            count += field.is_nested() && other->is_nested()
                         ? differing_values(field.fields, other->fields)
                         : value_count(field.is_nested() ? field.fields : other->fields);
        } else if (field.text != other->text || field.is_text != other->is_text) {
            ++count;
        }
    }
    for (const ConfigNode& field : right) {
        if (find_field(left, field.name) == nullptr) {
            count += field.is_nested() ? value_count(field.fields) : 1;
        }
    }
    return count;
}

const ConfigNode* find_field(const std::vector<ConfigNode>& fields, std::string_view name) noexcept {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const ConfigNode& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::string config_yaml(const std::vector<ConfigNode>& fields, std::size_t indent) {
    std::string text;
    append_yaml(text, fields, indent);
    return text;
}

} // namespace fairlead
