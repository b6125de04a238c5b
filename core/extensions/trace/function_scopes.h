// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <elfutils/libdw.h>
#include <vector>

namespace fairlead {

/// The calls inlined at an address of a unit, innermost first, and last the function that they are in. Empty if none is
/// known there. Unlike dwarf_getscopes() it finds functions that stand in their namespace, where clang++ writes them.
/// Of debug information that lies, or has no end, some 100,000 entries are looked at.
[[nodiscard]] std::vector<Dwarf_Die> function_scopes(const Dwarf_Die& unit, Dwarf_Addr address);

} // namespace fairlead
