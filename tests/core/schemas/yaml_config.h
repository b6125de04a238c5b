// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/yaml_values.h"
#include "core/yaml/stream.h"

#include <string_view>

/// A value of a config from YAML text, with places in it. It holds nothing of the text.
inline fairlead::ConfigValue yaml_config(std::string_view text, std::uint32_t file = 0) {
    const fairlead::yaml::Stream stream(text);
    fairlead::YamlValues values;
    return values.read(stream.documents().front().root(), {.file = file, .document = 0})
        .value_or(fairlead::ConfigValue::string("cannot be read"));
}
