// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

#include <optional>

namespace fairlead {

/// Spaces for all tabs of a document that the reader refuses, or none if it cannot be read then either. Certain where
/// only one thing can be meant: tabs between tokens, and indentation that is nothing but tabs.
[[nodiscard]] std::optional<Fix> replace_tabs(const CheckContext& context);

} // namespace fairlead
