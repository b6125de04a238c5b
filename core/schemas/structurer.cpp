// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/structurer.h"

#include "core/schemas/python_print.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
namespace {

// The kinds that StandardValueConverter has (utils/structured.py), in its order.
constexpr std::string_view supported_types =
    "<class 'bool'>, <class 'fairseq2.typing.DataClass'>, <class 'torch.dtype'>, <class 'torch.device'>, <class "
    "'dict'>, <class 'float'>, <enum 'Enum'>, <class 'int'>, <class 'list'>, typing.Literal, <class "
    "'collections.abc.Mapping'>, <class 'NoneType'>, <class 'pathlib.Path'>, <class 'collections.abc.Sequence'>, "
    "<class "
    "'set'>, <class 'collections.abc.Set'>, <class 'str'>, <class 'tuple'>, typing.Union, <class 'types.UnionType'>";

// A class that holds itself, and a value made to go with it: Python's stack ends.
constexpr int deepest = 300;

constexpr std::size_t max_issues = 200; // nobody reads more

} // namespace

StructuredConfig Structurer::run(const ConfigValue& config, const TypeExpression& type, const ConfigValue* fallback) {
    bool fits = false;
    try {
        fits = structure(config, type, fallback, result_.config);
        if (!fits) {
            if (!failure_.reported)
                report(nullptr, nullptr, nullptr);
            if (type.kind != TypeKind::dataclass || !result_.config.is_mapping())
                result_.config = fallback ? *fallback : ConfigValue();
        }
    } catch (const python::Unprintable& error) {
        fail_raw("ValueError", error.text, config, ConfigIssue::What::value);
        report(nullptr, nullptr, nullptr);
        result_.config = fallback ? *fallback : ConfigValue();
    }
    if (!fits) {
        std::ranges::reverse(failure_.chain);
        result_.error = ConfigError{.error = failure_.chain.front(), .causes = {}};
        result_.error->causes.assign(failure_.chain.begin() + 1, failure_.chain.end());
    }
    return std::move(result_);
}

bool Structurer::structure(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback,
                           ConfigValue& out) {
    if (type.kind == TypeKind::object) {
        out = in;
        return true;
    }
    if (++depth_ > deepest) {
        --depth_;
        return fail_raw("RecursionError", "maximum recursion depth exceeded", in, ConfigIssue::What::endless);
    }
    const bool done = dispatch(in, type, fallback, out);
    --depth_;
    return done || link(fmt::format("Value cannot be structured to `{}`.", type.python));
}

bool Structurer::dispatch(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback,
                          ConfigValue& out) {
    using Kind = ConfigValue::Kind;
    switch (type.kind) {
    case TypeKind::boolean:
        return identity(in, Kind::boolean, type, out);
    case TypeKind::string:
        return identity(in, Kind::string, type, out);
    case TypeKind::none:
        return identity(in, Kind::null, type, out);
    case TypeKind::integer:
    case TypeKind::real:
        return number(in, type, out);
    case TypeKind::path:
        return named_text(in, type, out);
    case TypeKind::dtype:
        return dtype(in, out);
    case TypeKind::device:
        return device(in, out);
    case TypeKind::list:
        return list(in, type, out);
    case TypeKind::set:
        return set(in, type, out);
    case TypeKind::dict:
        return dict(in, type, out);
    case TypeKind::tuple:
        return tuple(in, type, out);
    case TypeKind::union_:
        return union_of(in, type, fallback, out);
    case TypeKind::literal:
        return literal(in, type, out);
    case TypeKind::enumeration:
        return enumeration(in, type, out);
    case TypeKind::dataclass:
        return dataclass(in, type, fallback, out);
    case TypeKind::object:
    case TypeKind::unsupported:
        break;
    }
    return fail_raw("ValueError",
                    fmt::format("`target_type` must represent a type expression consisting of supported types, but is "
                                "`{}` instead. Supported types are {}",
                                type.python, supported_types),
                    in, ConfigIssue::What::unsupported);
}

bool Structurer::fail(std::string text, const ConfigValue& value) {
    failure_ = {};
    failure_.chain.push_back({.type = "StructureError", .message = std::move(text)});
    failure_.value = value;
    return false;
}

bool Structurer::fail_type(const TypeExpression& type, const ConfigValue& value) {
    return fail(
        fmt::format("Value must be of type `{}`, but is of type `{}` instead.", type.python, python::type_text(value)),
        value);
}

bool Structurer::fail_raw(std::string type, std::string text, const ConfigValue& value, ConfigIssue::What what) {
    failure_ = {};
    failure_.chain.push_back({.type = std::move(type), .message = std::move(text)});
    failure_.raw = true;
    failure_.value = value;
    failure_.what = what;
    return false;
}

bool Structurer::link(std::string text) {
    if (!failure_.raw)
        failure_.chain.push_back({.type = "StructureError", .message = std::move(text)});
    return false;
}

void Structurer::report(const ConfigSchema* schema, const ConfigField* field, const ConfigValue* key) {
    failure_.reported = true;
    if (result_.issues.size() >= max_issues)
        return;
    // Python's own exceptions say less than the reason that fairseq2 gives for them.
    const auto reason = std::ranges::find(failure_.chain, std::string("StructureError"), &AssetError::type);
    ConfigIssue issue{.what = failure_.what,
                      .path = path_text() + failure_.element,
                      .class_name = schema ? schema->class_name : std::string(),
                      .type = field ? field->type : std::string(),
                      .text = failure_.chain.empty()           ? std::string()
                              : reason != failure_.chain.end() ? reason->message
                                                               : failure_.chain.front().message,
                      .key = key ? *key : ConfigValue(),
                      .value = failure_.value};
    result_.issues.push_back(std::move(issue));
}

void Structurer::tell_unknown(const std::string& class_name, std::string_view reason) {
    std::string told = fmt::format("{} {}", class_name.substr(class_name.rfind('.') + 1), reason);
    if (std::ranges::find(result_.not_known, told) == result_.not_known.end())
        result_.not_known.push_back(std::move(told));
}

void Structurer::leave(bool fits) {
    if (!fits)
        failure_.element.insert(0, text_of(path_.back()));
    path_.pop_back();
}

std::string Structurer::text_of(const Step& step) {
    if (step.field)
        return "." + *step.field;
    return step.key ? fmt::format("[{}]", python::repr(*step.key)) : fmt::format("[{}]", step.index);
}

std::string Structurer::path_text() const {
    std::string text;
    for (const Step& step : path_)
        text += text_of(step);
    return text.starts_with('.') ? text.substr(1) : text;
}

StructuredConfig structure_config(const ConfigValue& config, const TypeExpression& type,
                                  const StructureContext& context, const ConfigValue* fallback) {
    return Structurer(context).run(config, type, fallback);
}

} // namespace fairlead
