// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead {

/// Text that a terminal, a log or JSON can take: line ends and tabs as `\n`, `\r`, `\t`, other control characters and
/// bytes that are no UTF-8 as `\xNN`. What is already so comes back unchanged.
[[nodiscard]] std::string printable_text(std::string_view text);

} // namespace fairlead
