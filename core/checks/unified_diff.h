// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead {

/// What `diff -u` prints for two texts: empty if they are equal. `patch` takes it, whatever the bytes and line ends.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after, std::string_view before_name,
                                       std::string_view after_name, std::size_t context_lines = 3);

} // namespace fairlead
