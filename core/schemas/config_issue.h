// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"
#include "core/schemas/config_value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fairlead {

/// An error that fairseq2 would raise for a config, and what it is caused by.
struct ConfigError {
    AssetError error{};
    std::vector<AssetError> causes{}; ///< nearest first: a chain of StructureErrors and Python's own
    std::string card_name{};          ///< of the card that it is about, without `@`; empty: of none in particular

    friend bool operator==(const ConfigError&, const ConfigError&) = default;
};

/// One thing that is wrong with a config, or worth a word. fairseq2 stops at the first; here all of them are listed.
struct ConfigIssue {
    enum class What : std::uint8_t {
        directive,      ///< `_del_` or `_set_` is of a wrong type
        unknown_delete, ///< `_del_` names a key that is not there: fairseq2 ignores that
        not_a_mapping,  ///< something else stands where a config class is asked for
        unknown_key,    ///< the config class has no field of that name
        no_config,      ///< the family takes no config at all
        value,          ///< a value that cannot become the field's type
        overflow,       ///< likewise, with a raw OverflowError
        unsupported,    ///< no value can become the field's type: a raw ValueError
        missing,        ///< the field has no default and no value
        class_error,    ///< the config class cannot be structured at all
        invalid,        ///< `validate()` refuses the config
        endless,        ///< a value that contains itself
        too_large,      ///< beyond our own limit
    };
    What what = What::value;
    std::string path{};       ///< `rope_scale.factor`, `layers[3].dim`; empty: the config as a whole
    std::string class_name{}; ///< the config class that has, or lacks, the field; may be empty
    std::string type{};       ///< the field's type for people; empty where it has none
    std::string text{};       ///< the innermost reason, in fairseq2's words
    ConfigValue key{};        ///< with its origin; null if it is no key's
    ConfigValue value{};      ///< what stands there, with its origin; where a value is missing, the mapping without it
};

} // namespace fairlead
