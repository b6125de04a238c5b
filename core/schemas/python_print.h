// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"

#include <string>
#include <string_view>

namespace fairlead::python {

/// `<class 'T'>`'s T: `dict`, `NoneType`, `ruamel.yaml.compat.ordereddict`, ….
[[nodiscard]] std::string_view type_name(const ConfigValue& value) noexcept;
/// `<class 'T'>`.
[[nodiscard]] std::string type_text(const ConfigValue& value);

/// Thrown where Python refuses to print: an integer of more than 4300 digits. Holds Python's text.
struct Unprintable {
    std::string text;
};

/// Python's `str(value)`. Throws Unprintable. Ends with `…` where it would grow beyond 64 KiB.
[[nodiscard]] std::string str(const ConfigValue& value);
/// Python's `repr(value)`, likewise.
[[nodiscard]] std::string repr(const ConfigValue& value);

} // namespace fairlead::python
