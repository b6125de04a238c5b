// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/class_table.h"

namespace fairlead {
inline namespace abi1 {
namespace container {

void ClassTable::place(ClassEntry& entry) noexcept {
    std::size_t at = entry.kls.hash();
    while (slots_[at & (slots_.size() - 1)].entry != nullptr)
        ++at;
    slots_[at & (slots_.size() - 1)] = {entry.kls.hash(), &entry};
}

ClassEntry& ClassTable::find_or_add(const TypeId& kls) {
    if (const ClassEntry* found = find(kls); found != nullptr)
        return const_cast<ClassEntry&>(*found);
    ClassEntry& added = entries_.emplace_back(kls);
    if (entries_.size() * 2 > slots_.size()) {
        constexpr std::size_t first = 32;
        slots_.assign(slots_.empty() ? first : slots_.size() * 2, {});
        for (ClassEntry& entry : entries_)
            place(entry);
    } else {
        place(added);
    }
    return added;
}

} // namespace container
} // namespace abi1
} // namespace fairlead
