// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/validate_config.h"

#include "core/schemas/python_print.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
namespace {

class Validation {
public:
    Validation(const SchemaLookup& schemas, const ValidatorLookup& validators)
        : schemas_(schemas), validators_(validators) {}

    void validate(const ConfigValue& value, const TypeExpression& type) {
        switch (type.kind) {
        case TypeKind::dataclass:
            validate_dataclass(value, type);
            break;
        case TypeKind::dict:
            if (type.args.size() == 2)
                for (const ConfigValue::Entry& entry : value.entries())
                    validate_below(fmt::format("[{}]", python::repr(entry.key)), entry.value, type.args[1]);
            break;
        case TypeKind::list:
        case TypeKind::set:
        case TypeKind::tuple:
            for (std::size_t index = 0; index < value.elements().size(); ++index)
                if (const std::size_t arg = type.kind == TypeKind::tuple && !type.variadic ? index : 0;
                    arg < type.args.size())
                    validate_below(fmt::format("[{}]", index), value.elements()[index], type.args[arg]);
            break;
        case TypeKind::union_:
            if (const TypeExpression* member = member_of(value, type))
                validate(value, *member);
            break;
        default:
            break; // what has no type has no validate() either: it came from YAML
        }
    }

    ValidationOutcome outcome;

private:
    void validate_dataclass(const ConfigValue& value, const TypeExpression& type) {
        const auto schema = schemas_(type.class_name);
        if (!schema || !value.is_mapping())
            return;
        if (schema->validates)
            call(*schema, value);
        for (const ConfigField& field : schema->fields)
            if (!is_scalar(field.type_tree.kind))
                if (const ConfigValue* below = value.find(field.name))
                    validate_below(field.name, *below, field.type_tree);
    }

    static bool is_scalar(TypeKind kind) { return kind < TypeKind::list || kind > TypeKind::dataclass; }

    void call(const ConfigSchema& schema, const ConfigValue& value) {
        const ConfigValidator validator =
            validators_ ? validators_(schema.class_name) : shipped_validator(schema.class_name);
        if (!validator) {
            outcome.not_known.push_back(fmt::format("{} has a validate(), which may refuse its values.",
                                                    schema.class_name.substr(schema.class_name.rfind('.') + 1)));
            return;
        }
        std::string text;
        for (const std::string& error : validator(value))
            text += (text.empty() ? "" : " ") + error;
        if (text.empty())
            return;
        outcome.error += outcome.error.empty() ? "" : " ";
        outcome.error += path_.empty() ? text : fmt::format("`{}` is not valid: {}", path_text(), text);
    }

    void validate_below(std::string step, const ConfigValue& value, const TypeExpression& type) {
        path_.push_back(std::move(step));
        validate(value, type);
        path_.pop_back();
    }

    static const TypeExpression* member_of(const ConfigValue& value, const TypeExpression& type) {
        const auto fits = [&](const TypeExpression& arg) {
            return value.is_mapping() ? arg.kind == TypeKind::dataclass || arg.kind == TypeKind::dict
                   : value.kind() == ConfigValue::Kind::list
                       ? arg.kind >= TypeKind::list && arg.kind <= TypeKind::tuple && arg.kind != TypeKind::dict
                       : false;
        };
        const auto found = std::ranges::find_if(type.args, fits);
        return found == type.args.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string path_text() const {
        std::string text;
        for (const std::string& step : path_) {
            if (!text.empty() && !(step.starts_with('[') && step.ends_with(']')))
                text += '.';
            text += step;
        }
        return text;
    }

    const SchemaLookup& schemas_;
    const ValidatorLookup& validators_;
    std::vector<std::string> path_;
};

} // namespace

ValidationOutcome validate_config(const ConfigValue& config, const TypeExpression& type, const SchemaLookup& schemas,
                                  const ValidatorLookup& validators) {
    Validation validation(schemas, validators);
    validation.validate(config, type);
    return std::move(validation.outcome);
}

} // namespace fairlead
