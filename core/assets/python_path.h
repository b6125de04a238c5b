// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"
#include "core/assets/source.h"

#include <optional>
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

/// `os.path.expanduser(path)`, from HOME or the system's table of users; none where no home is known.
[[nodiscard]] std::optional<std::string> expand_user(const std::string& path, const VariableLookup& variable);

/// `Path(text).expanduser().resolve()`: absolute, links resolved, as far as it exists. Else what Python raises
/// (RuntimeError for an unknown home or a circle of links, OperationalError where the working directory is gone).
[[nodiscard]] std::variant<std::string, AssetError> resolve(std::string_view text, const VariableLookup& variable);

} // namespace fairlead::python
