// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"
#include "core/schemas/registration.h"
#include "core/schemas/type_expression.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A field of a config class.
struct ConfigField {
    std::string name{};
    /// For people, near to how it is written: `int | None`, `tuple[float, float]`, `none | layer | stack` for a Literal
    /// or an enum, a config class without its module.
    std::string type{};
    TypeExpression type_tree{};
    bool init = true;                           ///< false: `__post_init__()` sets it, an override of it is dropped
    bool required = false;                      ///< the field has no default
    std::optional<ConfigValue> default_value{}; ///< unstructured; none: required, or see `default_error`
    std::optional<RecordedError>
        default_error{};         ///< the default cannot be made, or is nothing that fairseq2 unstructures
    std::string documentation{}; ///< as its class's source gives it; may be empty
    std::string nested_class{};  ///< the config class of the field, with its module, if it is one (also in `X | None`)

    bool operator==(const ConfigField&) const = default;
};

/// A config class: what can be overridden in a config, with which types. Of a Python class as it is recorded, or of a
/// C++ struct.
struct ConfigSchema {
    std::string class_name{}; ///< with its module
    RegistrationPlace place{};
    std::string documentation{};
    bool dataclass = true;                ///< false: fairseq2 can neither structure nor unstructure it; no fields
    bool validates = false;               ///< it has a validate() of its own (utils/validation.py)
    bool post_init = false;               ///< it has a __post_init__(), so that its values are not only what is given
    bool own_init = false;                ///< its __init__() is not the one that dataclasses make
    std::vector<std::string> init_vars{}; ///< `InitVar` fields without a default: it cannot be structured at all
    std::vector<ConfigField> fields{};
    std::optional<RecordedError> error{}; ///< the annotations cannot be evaluated; structuring raises the same

    /// The field of that name, or null.
    [[nodiscard]] const ConfigField* find_field(std::string_view name) const noexcept;

    bool operator==(const ConfigSchema&) const = default;
};

/// Gives the schema of a config class by its full name, or null.
using SchemaLookup = std::function<std::shared_ptr<const ConfigSchema>(std::string_view class_name)>;

} // namespace fairlead
