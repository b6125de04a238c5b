// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/type_expression.h"

#include <algorithm>
#include <array>

namespace fairlead {
namespace {

constexpr std::array<std::string_view, 18> kind_names = {
    "bool", "int", "float", "str",   "none",  "object",  "path", "dtype",     "device",
    "list", "set", "dict",  "tuple", "union", "literal", "enum", "dataclass", "unsupported"};

} // namespace

std::string_view to_string(TypeKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<TypeKind> type_kind(std::string_view name) noexcept {
    const auto* const found = std::ranges::find(kind_names, name);
    if (found == kind_names.end())
        return std::nullopt;
    return static_cast<TypeKind>(found - kind_names.begin());
}

std::string_view nested_class(const TypeExpression& type) noexcept {
    if (type.kind == TypeKind::dataclass)
        return type.class_name;
    if (type.kind == TypeKind::union_) {
        for (const TypeExpression& arg : type.args)
            if (const std::string_view nested = nested_class(arg); !nested.empty())
                return nested;
    }
    return {};
}

} // namespace fairlead
