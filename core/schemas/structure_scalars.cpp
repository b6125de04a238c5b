// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"
#include "core/assets/python_text.h"
#include "core/schemas/python_numbers.h"
#include "core/schemas/python_print.h"
#include "core/schemas/structurer.h"

#include <algorithm>
#include <fairlead/config_scalars.h>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace fairlead {
namespace {

/// What is wrong with a number that is too large for its field; empty: it fits.
std::string width_error(const ConfigValue& value, NumberWidth width) {
    if (value.kind() == ConfigValue::Kind::real) {
        constexpr float largest = std::numeric_limits<float>::max();
        return width.bits != 32 || configs::as_float(value.real())
                   ? std::string()
                   : fmt::format("the value is expected to be between -{0} and {0}", largest);
    }
    if (width.bits == 0)
        return {};
    const int magnitude = width.bits - (width.is_signed ? 1 : 0);
    const std::uint64_t greatest = ~std::uint64_t{0} >> (64 - magnitude);
    const std::string least = width.is_signed ? fmt::format("-{}", greatest + 1) : "0";
    const std::string text = value.integer_text();
    const bool fits = !python::is_less(text, least) && !python::is_less(std::to_string(greatest), text);
    return fits ? std::string() : fmt::format("the value is expected to be between {} and {}", least, greatest);
}

} // namespace

bool Structurer::number(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    const bool whole = type.kind == TypeKind::integer;
    auto made = whole ? python::to_int(in) : python::to_float(in);
    if (const auto* const value = std::get_if<ConfigValue>(&made))
        if (std::string error = width_error(*value, type.width); !error.empty())
            made = python::Exception{.type = "ValueError", .text = std::move(error)};
    if (auto* const value = std::get_if<ConfigValue>(&made)) {
        out = value->made_of(in);
        return true;
    }
    auto& error = std::get<python::Exception>(made);
    if (error.type == "OverflowError")
        return fail_raw(std::move(error.type), std::move(error.text), in, ConfigIssue::What::overflow);
    fail({}, in);
    failure_.chain = {
        {.type = std::move(error.type), .message = std::move(error.text)},
        {.type = "StructureError", .message = fmt::format("`obj` cannot be parsed as `{}`.", type.python)}};
    return false;
}

bool Structurer::identity(const ConfigValue& in, ConfigValue::Kind kind, const TypeExpression& type, ConfigValue& out) {
    if (in.kind() != kind)
        return fail_type(type, in);
    out = in;
    return true;
}

bool Structurer::named_text(const ConfigValue& in, const TypeExpression&, ConfigValue& out) {
    if (!in.is_string())
        return fail(fmt::format("Value must be of type `<class 'pathlib.Path'>` or `<class 'str'>`, but is of type "
                                "`{}` instead.",
                                python::type_text(in)),
                    in);
    out = ConfigValue::string(python::path_text(in.text())).made_of(in);
    return true;
}

bool Structurer::literal(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    if (!in.is_string())
        return fail(
            fmt::format("Value must be of type `<class 'str'>`, but is of type `{}` instead.", python::type_text(in)),
            in);
    for (std::size_t index = 0; index < type.values.size(); ++index) {
        if (type.values[index] == in.text() && std::ranges::find(type.no_strings, index) == type.no_strings.end()) {
            out = in;
            return true;
        }
    }
    return fail(fmt::format("Value must be a supported literal value, but is {} instead. Supported values are {}.",
                            in.text(), fmt::join(type.values, ", ")),
                in);
}

bool Structurer::enumeration(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    if (!in.is_string())
        return fail(fmt::format("Value must be of type `{}` or `<class 'str'>`, but is of type `{}` instead.",
                                type.python, python::type_text(in)),
                    in);
    if (std::ranges::find(type.values, in.text()) != type.values.end()) {
        out = in;
        return true;
    }
    if (const auto alias = std::ranges::find(type.aliases, in.text(), &EnumAlias::name); alias != type.aliases.end()) {
        out = ConfigValue::string(alias->member).made_of(in);
        return true;
    }
    return fail(fmt::format("Value must be a supported enumeration value, but is {} instead. Supported values are {}.",
                            in.text(), fmt::join(type.values, ", ")),
                in);
}

bool Structurer::dtype(const ConfigValue& in, ConfigValue& out) {
    if (!in.is_string())
        return fail(fmt::format("Value must be of type `<class 'torch.dtype'>` or `<class 'str'>`, but is of type `{}` "
                                "instead.",
                                python::type_text(in)),
                    in);
    if (context_.torch.dtypes.empty()) {
        tell_unknown("torch", "decides which names are dtypes.");
        out = in;
        return true;
    }
    std::string_view name = in.text();
    if (name.starts_with("torch."))
        name.remove_prefix(6);
    const auto own_name = context_.torch.dtype(name);
    if (!own_name)
        return fail(fmt::format("Value must be a `torch.dtype` identifier, but is {} instead.", name), in);
    out = ConfigValue::string(std::string(*own_name)).made_of(in);
    return true;
}

bool Structurer::device(const ConfigValue& in, ConfigValue& out) {
    if (!in.is_string())
        return fail(fmt::format("Value must be of type `<class 'torch.device'>` or `<class 'str'>`, but is of type "
                                "`{}` instead.",
                                python::type_text(in)),
                    in);
    if (context_.torch.device_types.empty()) {
        tell_unknown("torch", "decides which texts are devices.");
        out = in;
        return true;
    }
    auto device = read_device(in.text(), context_.torch);
    if (auto* const error = std::get_if<DeviceError>(&device))
        return fail(std::move(error->text), in);
    out = ConfigValue::string(std::get<std::string>(std::move(device))).made_of(in);
    return true;
}

} // namespace fairlead
