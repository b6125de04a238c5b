// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/function_scopes.h"

#include <algorithm>
#include <cstddef>
#include <dwarf.h>

namespace fairlead {
namespace {

constexpr std::size_t limit = std::size_t(1) << 18U;

bool is_namespace(int tag) { return tag == DW_TAG_namespace || tag == DW_TAG_module; }

bool is_call(int tag) { return tag == DW_TAG_subprogram || tag == DW_TAG_inlined_subroutine; }

bool is_block(int tag) { return tag == DW_TAG_lexical_block || tag == DW_TAG_try_block || tag == DW_TAG_catch_block; }

} // namespace

std::vector<Dwarf_Die> function_scopes(const Dwarf_Die& unit, Dwarf_Addr address) {
    std::vector<Dwarf_Die> calls; // outermost first
    std::vector<Dwarf_Die> left{unit};
    for (std::size_t looked = 0; !left.empty();) {
        Dwarf_Die parent = left.back();
        left.pop_back();
        Dwarf_Die die;
        for (int end = dwarf_child(&parent, &die); end == 0 && looked < limit;
             end = dwarf_siblingof(&die, &die), ++looked) {
            const int tag = dwarf_tag(&die);
            if (is_namespace(tag))
                left.push_back(die);
            if ((!is_call(tag) && !is_block(tag)) || dwarf_haspc(&die, address) <= 0)
                continue;
            if (is_call(tag))
                calls.push_back(die);
            left.assign(1, die); // nothing beside it has this address
            break;
        }
    }
    std::ranges::reverse(calls);
    return calls;
}

} // namespace fairlead
