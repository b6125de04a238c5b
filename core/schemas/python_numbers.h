// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_value.h"

#include <string>
#include <variant>

namespace fairlead::python {

/// An exception of Python's own, as a value.
struct Exception {
    std::string type; ///< `ValueError`, `TypeError`, `OverflowError`
    std::string text;
};

/// `int(value)`: of texts and bytes with blanks around, underscores, every script's digits; floats are cut.
[[nodiscard]] std::variant<ConfigValue, Exception> to_int(const ConfigValue& value);
/// `float(value)`.
[[nodiscard]] std::variant<ConfigValue, Exception> to_float(const ConfigValue& value);

} // namespace fairlead::python
