// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/entry_point.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace fairlead {

/// Where a TOML text has a key of over `most` dotted parts. toml++ limits how deep values nest, not keys: the tables of
/// a key with some hundred thousand parts are destroyed recursively, to the end of the stack.
[[nodiscard]] std::optional<TextPosition> find_deep_key(std::string_view text, std::size_t most) noexcept;

} // namespace fairlead
