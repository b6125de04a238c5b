// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_schema.h"
#include "core/schemas/config_value.h"
#include "core/schemas/validate_config.h"

#include <fairlead/config_type.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace fairlead {

/// The type of a field, or of a config, as fairseq2 would print and structure its Python counterpart.
[[nodiscard]] TypeExpression type_expression_of(const ConfigType& type);
[[nodiscard]] TypeExpression type_expression_of(const ConfigClass& kls);

/// The class alone; those of its fields have schemas of their own.
[[nodiscard]] ConfigSchema schema_of(const ConfigClass& kls);

/// What load_config() asks of a config struct: its schema, those of all configs within it, and their `validate()`.
///
/// A value that is cheap to copy; it may be used from any thread.
class ConfigClassSchemas {
public:
    explicit ConfigClassSchemas(const ConfigClass& kls);

    /// Of the struct itself: ConfigRequest::type.
    [[nodiscard]] const TypeExpression& type() const noexcept { return known_->type; }
    /// For ConfigEnvironment. They keep what they need.
    [[nodiscard]] SchemaLookup schemas() const;
    [[nodiscard]] ValidatorLookup validators() const;

private:
    struct Entry {
        const ConfigClass* kls = nullptr;
        std::shared_ptr<const ConfigSchema> schema;
    };
    struct Known {
        TypeExpression type;
        std::map<std::string, Entry, std::less<>> classes;
    };

    std::shared_ptr<const Known> known_;
};

/// The class and all configs within it, each once, in the order in which the fields name them.
[[nodiscard]] std::vector<const ConfigClass*> all_config_classes(const ConfigClass& kls);

} // namespace fairlead
