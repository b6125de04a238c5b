// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead {

/// The text of a /proc/PID/maps without the files that are mapped, but not loaded: no part of them is executable.
/// Whoever reads debug information maps a library a second time, mostly right before its loaded parts; libdw would take
/// both for one module, and every place in it for another.
[[nodiscard]] std::string loaded_maps(std::string_view maps);

} // namespace fairlead
