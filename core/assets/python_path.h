// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"
#include "core/assets/source.h"

#include <string>
#include <string_view>
#include <variant>

namespace fairlead::python {

// Paths are bytes, as the system has them.

/// `str(Path(text))`: without empty and `.` parts; exactly two leading slashes stay; nothing becomes `.`.
[[nodiscard]] std::string path_text(std::string_view text);

/// `Path(left) / right`, both as of `path_text`.
[[nodiscard]] std::string join(std::string_view left, std::string_view right);

/// `Path(text).parent`.
[[nodiscard]] std::string_view parent(std::string_view text) noexcept;

/// `Path(name).suffix`: from the last dot on, unless that begins or ends the name.
[[nodiscard]] std::string_view suffix(std::string_view name) noexcept;

/// `Path(text).expanduser().resolve()`: absolute, links resolved, as far as it exists. Else what Python raises
/// (RuntimeError for an unknown home or a circle of links, OperationalError where the working directory is gone).
[[nodiscard]] std::variant<std::string, AssetError> resolve(std::string_view text, const VariableLookup& variable);

} // namespace fairlead::python
