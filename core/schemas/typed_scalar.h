// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"
#include "core/schemas/type_expression.h"
#include "core/yaml/entry_edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A scalar that a person typed as YAML, as it is to be written and as fairseq2 reads it.
struct TypedScalar {
    yaml::NewScalar written{};
    ConfigValue value{};
    std::string why_not{}; ///< a sentence for people; empty: it is one
};

/// Takes `text` as one YAML scalar. Where `type` (null: not known) takes text, what is no null and no quoted text
/// stands for itself, so that `017` in a field of type `str` is that text. `yaml_1_1`: by the rules of `%YAML 1.1`.
[[nodiscard]] TypedScalar typed_scalar(std::string_view text, const TypeExpression* type, bool yaml_1_1 = false);

/// A scalar as the YAML text that one would type for it; none for collections, dates and bytes.
[[nodiscard]] std::optional<std::string> scalar_text(const ConfigValue& value);

/// What a value of a type can be, as YAML texts, where these are few: of a bool, an enum, a Literal, also with None.
/// Empty: they are not.
[[nodiscard]] std::vector<std::string> scalar_choices(const TypeExpression& type);

} // namespace fairlead
