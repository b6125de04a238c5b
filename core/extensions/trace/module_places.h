// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/trace/unit_ranges.h"

#include <fairlead/throw_traces.h>

#include <elfutils/libdwfl.h>
#include <vector>

namespace fairlead {

/// The call at an address of a module and those inlined around it, innermost first; at least one.
[[nodiscard]] std::vector<TraceFrame> places_in(Dwfl_Module* module, Dwarf_Addr address, UnitRanges& units);

/// Whether the function at an address of a module is called for an object, as far as debug information says.
[[nodiscard]] bool takes_object_in(Dwfl_Module* module, Dwarf_Addr address, UnitRanges& units);

} // namespace fairlead
