// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/unit_ranges.h"

#include <algorithm>
#include <cstdint>
#include <elfutils/libdw.h>

namespace fairlead {

Dwarf_Die* UnitRanges::find(Dwfl_Module* module, Dwarf_Addr address, Dwarf_Addr& bias) {
    // libdwfl gives the unit of the last range that begins before an address, though it may have ended before it too.
    Dwarf_Die* listed = dwfl_module_addrdie(module, address, &bias);
    if (listed != nullptr && dwarf_haspc(listed, address - bias) > 0)
        return listed;
    const auto [known, added] = modules_.try_emplace(module);
    if (added)
        known->second = ranges_of(module);
    const Ranges& ranges = known->second;
    const auto after = std::ranges::upper_bound(ranges, address, {}, &Range::begin);
    if (after == ranges.begin() || address >= std::prev(after)->end)
        return listed;
    Dwarf_Die* unit = std::prev(after)->unit;
    return dwfl_module_getdwarf(module, &bias) == nullptr ? nullptr : unit;
}

UnitRanges::Ranges UnitRanges::ranges_of(Dwfl_Module* module) {
    Ranges ranges;
    std::size_t read = 0;
    Dwarf_Addr bias = 0;
    for (Dwarf_Die* unit = nullptr; read < limit && (unit = dwfl_module_nextcu(module, unit, &bias)) != nullptr;
         ++read) {
        Dwarf_Addr base = 0;
        Range range{.unit = unit};
        for (std::ptrdiff_t at = 0; read < limit && (at = dwarf_ranges(unit, at, &base, &range.begin, &range.end)) > 0;
             ++read) {
            if (range.begin >= range.end)
                continue;
            ranges.push_back({range.begin + bias, range.end + bias, unit});
        }
    }
    std::ranges::sort(ranges, {}, &Range::begin);
    ranges.shrink_to_fit();
    return ranges;
}

} // namespace fairlead
