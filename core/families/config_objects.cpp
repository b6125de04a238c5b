// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/config_class_schemas.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/structure_config.h"

#include <fairlead/object_validator.h>
#include <fairlead/value_converter.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : " <- ") + line;
    return text;
}

} // namespace

StructureError::StructureError(std::string text, std::vector<std::string> causes)
    : Error(std::move(text), joined(causes)), causes_(std::move(causes)) {}
StructureError::~StructureError() = default;
ValidationError::~ValidationError() = default;

std::shared_ptr<void> ValueConverter::structure_object(const ConfigTree& tree, const ConfigClass& kls) const {
    const ConfigClassSchemas known(kls);
    const SchemaLookup schemas = known.schemas();
    StructuredConfig made = structure_config(to_config_value(tree), known.type(), {schemas, {}});
    if (made.error) {
        std::vector<std::string> causes;
        for (const AssetError& cause : made.error->causes)
            causes.push_back(cause.type + ": " + cause.message);
        if (made.error->error.type == "StructureError")
            throw StructureError(made.error->error.message, std::move(causes));
        throw ValueError(made.error->error.type + ": " + made.error->error.message, joined(causes));
    }
    return kls.from_tree(to_config_tree(made.config));
}

void ObjectValidator::validate_object(const void* config, const ConfigClass& kls) const {
    const ConfigClassSchemas known(kls);
    ValidationOutcome outcome =
        validate_config(to_config_value(kls.to_tree(config)), known.type(), known.schemas(), known.validators());
    if (!outcome.error.empty())
        throw ValidationError(std::move(outcome.error));
}

} // namespace abi1
} // namespace fairlead
