// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace fairlead::ctl {

/// Whether `left` stands before `right` where numbers count as numbers: "7b" before "13b".
[[nodiscard]] bool natural_less(std::string_view left, std::string_view right) noexcept;

} // namespace fairlead::ctl
