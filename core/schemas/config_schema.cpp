// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_schema.h"

#include <algorithm>

namespace fairlead {

const ConfigField* ConfigSchema::find_field(std::string_view name) const noexcept {
    const auto found = std::ranges::find(fields, name, &ConfigField::name);
    return found == fields.end() ? nullptr : &*found;
}

} // namespace fairlead
