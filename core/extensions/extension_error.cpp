// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/extension_error.h>

#include <utility>

namespace fairlead {
inline namespace abi1 {

ExtensionError::ExtensionError(std::string entry_point, std::string text, std::string details)
    : Error(std::move(text), std::move(details)), entry_point_(std::move(entry_point)) {}

ExtensionError::~ExtensionError() = default;
ExtensionImportError::~ExtensionImportError() = default;

} // namespace abi1
} // namespace fairlead
