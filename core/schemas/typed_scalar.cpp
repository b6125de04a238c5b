// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/typed_scalar.h"

#include "core/schemas/yaml_values.h"
#include "core/yaml/stream.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace fairlead {

namespace {

constexpr std::size_t longest = 1U << 16U; // bytes that one types for a value

TypedScalar refused(std::string why_not) { return {.written = {}, .value = {}, .why_not = std::move(why_not)}; }

bool is_text(TypeKind kind) noexcept {
    return kind == TypeKind::string || kind == TypeKind::path || kind == TypeKind::dtype || kind == TypeKind::device ||
           kind == TypeKind::literal || kind == TypeKind::enumeration;
}

/// Whether a value of the type is text, or text or None.
bool takes_only_text(const TypeExpression& type) {
    if (type.kind != TypeKind::union_)
        return is_text(type.kind);
    return std::ranges::any_of(type.args, [](const TypeExpression& arg) { return is_text(arg.kind); }) &&
           std::ranges::all_of(
               type.args, [](const TypeExpression& arg) { return arg.kind == TypeKind::none || is_text(arg.kind); });
}

std::string_view trimmed(std::string_view text) noexcept {
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

TypedScalar text_scalar(std::string_view text) {
    return {.written = {std::string(text), true}, .value = ConfigValue::string(std::string(text)), .why_not = {}};
}

/// The scalar that a text is as a value; one of absent value: it is none.
struct Reading {
    yaml::Stream stream; // holds the value
    yaml::Value value;
};

Reading read(std::string_view text, bool yaml_1_1) {
    Reading reading;
    reading.stream = yaml::Stream(fmt::format("k: {}\n", text), {static_cast<std::uint8_t>(yaml_1_1 ? 1 : 0)});
    if (reading.stream.documents().size() != 1)
        return reading;
    const yaml::Value root = reading.stream.documents().front().root();
    const yaml::Value value = root.find("k");
    const bool scalar = value && root.size() == 1 && !value.is_alias() && value.kind() < yaml::Kind::list;
    const std::size_t size = value.range().size();
    // A comment or an anchor would be lost.
    if (scalar && (size == text.size() || value.has_tag()))
        reading.value = value;
    return reading;
}

} // namespace

TypedScalar typed_scalar(std::string_view typed, const TypeExpression* type, bool yaml_1_1) {
    const std::string_view text = trimmed(typed);
    const bool only_text = type != nullptr && takes_only_text(*type);
    if (text.size() > longest)
        return refused("The value is too long.");
    if (text.empty())
        return only_text ? refused("Nothing is typed. Write \"\" for an empty text.") : refused("Nothing is typed.");
    if (text.find_first_of("\r\n") != std::string_view::npos)
        return refused("A value of several lines must be written in the text.");
    const Reading reading = read(text, yaml_1_1);
    const yaml::Value& value = reading.value;
    if (only_text && (!value || (!value.is_null() && value.style() == yaml::Style::plain)))
        return text_scalar(text);
    if (!value)
        return refused("This is no single YAML value. Lists and mappings must be written in the text.");
    if (value.has_tag())
        return refused("A value with a tag must be written in the text.");
    if (value.is_string())
        return text_scalar(value.string());
    YamlValues values;
    const auto made = values.read(value, {});
    if (!made)
        return refused("The value is too large.");
    return {.written = {std::string(text), false}, .value = *made, .why_not = {}};
}

std::optional<std::string> scalar_text(const ConfigValue& value) {
    switch (value.kind()) {
    case ConfigValue::Kind::null:
        return "null";
    case ConfigValue::Kind::boolean:
        return value.boolean() ? "true" : "false";
    case ConfigValue::Kind::integer:
        return value.integer_text();
    case ConfigValue::Kind::real: {
        if (std::isnan(value.real()))
            return ".nan";
        if (std::isinf(value.real()))
            return value.real() < 0 ? "-.inf" : ".inf";
        std::string text = fmt::format("{}", value.real());
        if (text.find_first_of(".e") == std::string::npos)
            text += ".0";
        return text;
    }
    case ConfigValue::Kind::string:
        return yaml::write_string(value.text());
    default:
        return std::nullopt;
    }
}

std::vector<std::string> scalar_choices(const TypeExpression& type) {
    std::vector<std::string> choices;
    switch (type.kind) {
    case TypeKind::boolean:
        return {"true", "false"};
    case TypeKind::none:
        return {"null"};
    case TypeKind::enumeration:
    case TypeKind::literal:
        for (std::size_t index = 0; index < type.values.size(); ++index) {
            if (std::ranges::find(type.no_strings, index) == type.no_strings.end())
                choices.push_back(yaml::write_string(type.values[index]));
        }
        return choices;
    case TypeKind::union_:
        for (const TypeExpression& arg : type.args) {
            const std::vector<std::string> some = scalar_choices(arg);
            if (some.empty())
                return {};
            choices.insert(choices.end(), some.begin(), some.end());
        }
        return choices.size() > 1 ? choices : std::vector<std::string>();
    default:
        return {};
    }
}

} // namespace fairlead
