// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_issue.h"

#include <string>
#include <system_error>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// Throws what fairseq2 raises for a config, each cause nested in what it caused (std::nested_exception). `details`:
/// what is known beyond the causes.
[[noreturn]] void throw_config_error(const ConfigError& error, const std::string& details);

/// To be called while the error is caught: throws an OperationalError that it is nested in (fairseq2's error.py).
[[noreturn]] void raise_operational_system_error(const std::system_error& cause);

/// Whether Python would raise a FileNotFoundError.
[[nodiscard]] bool is_not_found(const std::system_error& error) noexcept;

} // namespace families
} // namespace abi1
} // namespace fairlead
