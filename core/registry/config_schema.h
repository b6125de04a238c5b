// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/records.h"

#include <optional>
#include <string>
#include <vector>

namespace fairlead {

/// A field of a config class.
struct ConfigField {
    std::string name;
    /// For people, near to how it is written: `int | None`, `tuple[float, float]`, `none | layer | stack` for a Literal
    /// or an enum, a config class without its module.
    std::string type;
    /// The same for machines: an object with `kind` (bool int float str none object path dtype device list set dict
    /// tuple union literal enum dataclass unsupported: what utils/structured.py tells apart), `python` (the type as
    /// Python prints it, for fairseq2's texts) and `args`, `variadic`, `values`, `members`, `class` where the kind has
    /// them.
    RawJson type_tree;
    bool init = true;      ///< false: `__post_init__()` sets it, an override of it is dropped
    bool required = false; ///< the field has no default
    RawJson default_value; ///< none: required, or see `default_error`
    std::optional<RecordedError>
        default_error;         ///< the default cannot be made, or is nothing that fairseq2 unstructures
    std::string documentation; ///< as its class's source gives it; may be empty
    std::string nested_class;  ///< the config class of the field, with its module, if it is one (also in `X | None`)

    bool operator==(const ConfigField&) const = default;
};

/// A config class: what can be overridden in a config, with which types.
struct ConfigSchema {
    std::string class_name; ///< with its module
    RegistrationPlace place;
    std::string documentation;
    bool dataclass = true;  ///< false: fairseq2 can neither structure nor unstructure it; no fields
    bool validates = false; ///< it has a validate() of its own (utils/validation.py)
    bool post_init = false; ///< it has a __post_init__(), so that its values are not only what is given
    std::vector<ConfigField> fields;
    std::optional<RecordedError> error; ///< the annotations cannot be evaluated; structuring raises the same

    /// The field of that name, or null.
    [[nodiscard]] const ConfigField* find_field(std::string_view name) const noexcept;

    bool operator==(const ConfigSchema&) const = default;
};

} // namespace fairlead
