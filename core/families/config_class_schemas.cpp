// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/config_class_schemas.h"

#include "core/schemas/config_tree_values.h"

#include <algorithm>
#include <utility>

namespace fairlead {
namespace {

void add_classes(const ConfigClass& kls, std::vector<const ConfigClass*>& found);

void add_classes(const ConfigType& type, std::vector<const ConfigClass*>& found) {
    if (type.config != nullptr)
        add_classes(type.config(), found);
    for (const ConfigType& arg : type.args)
        add_classes(arg, found);
}

void add_classes(const ConfigClass& kls, std::vector<const ConfigClass*>& found) {
    if (std::ranges::find(found, &kls) != found.end())
        return;
    found.push_back(&kls);
    for (const ConfigClassField& field : kls.fields)
        add_classes(field.type, found);
}

} // namespace

std::vector<const ConfigClass*> all_config_classes(const ConfigClass& kls) {
    std::vector<const ConfigClass*> found;
    add_classes(kls, found);
    return found;
}

ConfigClassSchemas::ConfigClassSchemas(const ConfigClass& kls) {
    auto known = std::make_shared<Known>();
    known->type = type_expression_of(kls);
    for (const ConfigClass* one : all_config_classes(kls))
        known->classes[one->name] = {one, std::make_shared<const ConfigSchema>(schema_of(*one))};
    known_ = std::move(known);
}

SchemaLookup ConfigClassSchemas::schemas() const {
    return [known = known_](std::string_view class_name) -> std::shared_ptr<const ConfigSchema> {
        const auto found = known->classes.find(class_name);
        return found == known->classes.end() ? nullptr : found->second.schema;
    };
}

ValidatorLookup ConfigClassSchemas::validators() const {
    return [known = known_](std::string_view class_name) -> ConfigValidator {
        const auto found = known->classes.find(class_name);
        if (found == known->classes.end() || found->second.kls->validate == nullptr)
            return {};
        return [kls = found->second.kls](const ConfigValue& config) {
            const std::shared_ptr<void> object = kls->from_tree(to_config_tree(config));
            return kls->validate(object.get()).errors();
        };
    };
}

} // namespace fairlead
