// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/config_class_schemas.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/python_print.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace fairlead {
namespace {

struct Scalar {
    TypeKind kind;
    std::string_view python; // in a list's brackets
    std::string_view people;
};

std::optional<Scalar> scalar_of(ConfigTypeKind kind) {
    switch (kind) {
    case ConfigTypeKind::boolean:
        return Scalar{TypeKind::boolean, "bool", "bool"};
    case ConfigTypeKind::integer:
        return Scalar{TypeKind::integer, "int", "int"};
    case ConfigTypeKind::real:
        return Scalar{TypeKind::real, "float", "float"};
    case ConfigTypeKind::string:
        return Scalar{TypeKind::string, "str", "str"};
    case ConfigTypeKind::path:
        return Scalar{TypeKind::path, "pathlib.Path", "Path"};
    case ConfigTypeKind::none:
        return Scalar{TypeKind::none, "None", "None"};
    default:
        return std::nullopt;
    }
}

std::string short_name(std::string_view name) { return std::string(name.substr(name.rfind('.') + 1)); }

std::string config_name(const ConfigType& type) { return type.config ? type.config().name : std::string(); }

template <class Text>
std::string joined(const std::vector<ConfigType>& types, std::string_view separator, Text text) {
    std::string all;
    for (const ConfigType& type : types)
        all += (all.empty() ? "" : std::string(separator)) + text(type);
    return all;
}

std::string inner_text(const ConfigType& type);

/// A Literal makes a union one of the module typing.
std::string union_text(const std::vector<ConfigType>& members) {
    if (std::ranges::find(members, ConfigTypeKind::literal, &ConfigType::kind) == members.end())
        return joined(members, " | ", inner_text);
    if (members.size() == 2 && members.back().kind == ConfigTypeKind::none)
        return "typing.Optional[" + inner_text(members.front()) + "]";
    return "typing.Union[" +
           joined(members, ", ",
                  [](const ConfigType& member) {
                      return member.kind == ConfigTypeKind::none ? "NoneType" : inner_text(member);
                  }) +
           "]";
}

/// As Python prints a type within another: `int`, `list[int]`, `my_package.MyConfig | None`.
std::string inner_text(const ConfigType& type) {
    if (const auto scalar = scalar_of(type.kind))
        return std::string(scalar->python);
    switch (type.kind) {
    case ConfigTypeKind::list:
        return "list[" + inner_text(type.args.front()) + "]";
    case ConfigTypeKind::set:
        return "set[" + inner_text(type.args.front()) + "]";
    case ConfigTypeKind::dict:
        return "dict[str, " + inner_text(type.args.front()) + "]";
    case ConfigTypeKind::tuple:
        return "tuple[" + joined(type.args, ", ", inner_text) + "]";
    case ConfigTypeKind::union_:
        return union_text(type.args);
    case ConfigTypeKind::literal: {
        std::string values;
        for (const std::string& value : type.values)
            values += (values.empty() ? "" : ", ") + python::repr(ConfigValue::string(value));
        return "typing.Literal[" + values + "]";
    }
    case ConfigTypeKind::enumeration:
        return type.enumeration ? type.enumeration->name() : std::string();
    default:
        return config_name(type);
    }
}

std::string outer_text(const ConfigType& type) {
    switch (type.kind) {
    case ConfigTypeKind::none:
        return "<class 'NoneType'>";
    case ConfigTypeKind::enumeration:
        return "<enum '" + short_name(inner_text(type)) + "'>";
    case ConfigTypeKind::boolean:
    case ConfigTypeKind::integer:
    case ConfigTypeKind::real:
    case ConfigTypeKind::string:
    case ConfigTypeKind::path:
    case ConfigTypeKind::config:
        return "<class '" + inner_text(type) + "'>";
    default:
        return inner_text(type);
    }
}

/// For people: ConfigField::type.
std::string people_text(const ConfigType& type) {
    if (const auto scalar = scalar_of(type.kind))
        return std::string(scalar->people);
    switch (type.kind) {
    case ConfigTypeKind::list:
        return "list[" + people_text(type.args.front()) + "]";
    case ConfigTypeKind::set:
        return "set[" + people_text(type.args.front()) + "]";
    case ConfigTypeKind::dict:
        return "dict[str, " + people_text(type.args.front()) + "]";
    case ConfigTypeKind::tuple:
        return "tuple[" + joined(type.args, ", ", people_text) + "]";
    case ConfigTypeKind::union_:
        return joined(type.args, " | ", people_text);
    case ConfigTypeKind::literal:
    case ConfigTypeKind::enumeration:
        return fmt::format("{}", fmt::join(type.values, " | "));
    default:
        return short_name(config_name(type));
    }
}

TypeKind kind_of(ConfigTypeKind kind) {
    switch (kind) {
    case ConfigTypeKind::list:
        return TypeKind::list;
    case ConfigTypeKind::set:
        return TypeKind::set;
    case ConfigTypeKind::dict:
        return TypeKind::dict;
    case ConfigTypeKind::tuple:
        return TypeKind::tuple;
    case ConfigTypeKind::union_:
        return TypeKind::union_;
    case ConfigTypeKind::literal:
        return TypeKind::literal;
    case ConfigTypeKind::enumeration:
        return TypeKind::enumeration;
    default:
        return TypeKind::dataclass;
    }
}

} // namespace

TypeExpression type_expression_of(const ConfigType& type) {
    TypeExpression made;
    const auto scalar = scalar_of(type.kind);
    made.kind = scalar ? scalar->kind : kind_of(type.kind);
    made.python = outer_text(type);
    if (type.kind == ConfigTypeKind::dict)
        made.args.push_back(type_expression_of(ConfigType{.kind = ConfigTypeKind::string}));
    for (const ConfigType& arg : type.args)
        made.args.push_back(type_expression_of(arg));
    made.values = type.values;
    if (type.kind == ConfigTypeKind::enumeration || type.kind == ConfigTypeKind::config)
        made.class_name = inner_text(type);
    if (type.kind == ConfigTypeKind::integer || type.kind == ConfigTypeKind::real)
        made.width = {.bits = type.bits, .is_signed = type.is_signed};
    return made;
}

TypeExpression type_expression_of(const ConfigClass& kls) {
    TypeExpression made;
    made.kind = TypeKind::dataclass;
    made.python = "<class '" + kls.name + "'>";
    made.class_name = kls.name;
    return made;
}

ConfigSchema schema_of(const ConfigClass& kls) {
    ConfigSchema schema{.class_name = kls.name, .validates = kls.validate != nullptr};
    for (const ConfigClassField& field : kls.fields) {
        TypeExpression type = type_expression_of(field.type);
        std::string nested(nested_class(type));
        schema.fields.push_back(
            {.name = field.name,
             .type = people_text(field.type),
             .type_tree = std::move(type),
             .default_value = to_config_value(field.default_value, {.from = ConfigOrigin::From::class_default}),
             .documentation = field.documentation,
             .nested_class = std::move(nested)});
    }
    return schema;
}

} // namespace fairlead
