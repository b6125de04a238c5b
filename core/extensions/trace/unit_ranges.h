// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <elfutils/libdwfl.h>
#include <map>
#include <vector>

namespace fairlead {

/// Which unit of the debug information an address belongs to. A library's own table of that, .debug_aranges, need not
/// be there: clang++ writes none, and of what others compiled only their units are in it. Then the units themselves are
/// asked, once for each library. Keeps pointers into the modules: it goes before they do. For one thread at a time.
class UnitRanges {
public:
    /// The unit of an address, or null. `bias`: what to take from an address to have it as the unit writes it.
    [[nodiscard]] Dwarf_Die* find(Dwfl_Module* module, Dwarf_Addr address, Dwarf_Addr& bias);

    /// How much of one library is read at most, units and ranges: below 0.5 s and 50 MB, whatever the information says.
    static constexpr std::size_t limit = std::size_t(1) << 21U;

private:
    struct Range {
        Dwarf_Addr begin = 0;
        Dwarf_Addr end = 0;
        Dwarf_Die* unit = nullptr;
    };
    using Ranges = std::vector<Range>;

    [[nodiscard]] static Ranges ranges_of(Dwfl_Module* module);

    std::map<Dwfl_Module*, Ranges> modules_; ///< sorted by their begins; addresses of this process
};

} // namespace fairlead
