// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/container/step.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace container {

/// What is registered of one class.
struct ClassEntry {
    explicit ClassEntry(TypeId type) : kls(type) {}

    TypeId kls;
    Registration* unkeyed = nullptr;
    std::optional<std::uint64_t> fields{}; ///< of a config class: what note_fields() was told
    std::unordered_map<std::string, Registration*> keyed{};
    std::vector<Key> keys{};
    std::vector<Registration*> unkeyed_elements{};
    std::unordered_map<std::string, std::vector<Registration*>> keyed_elements{};
    std::vector<Key> element_keys{};
};

/// The entries by class: a hash table with open addressing, as every resolve() looks here and std::unordered_map's
/// chains cost it a third of its time.
class ClassTable {
public:
    /// The entry of that class, whether or not it fits; or null.
    [[nodiscard]] const ClassEntry* find(const TypeId& kls) const noexcept {
        if (slots_.empty())
            return nullptr;
        for (std::size_t at = kls.hash();; ++at) {
            const Slot& slot = slots_[at & (slots_.size() - 1)];
            if (slot.entry == nullptr)
                return nullptr;
            if (slot.hash == kls.hash() && slot.entry->kls == kls)
                return slot.entry;
        }
    }

    /// The same, made if there is none. Its address stays.
    [[nodiscard]] ClassEntry& find_or_add(const TypeId& kls);

private:
    struct Slot {
        std::size_t hash = 0;
        ClassEntry* entry = nullptr;
    };

    void place(ClassEntry& entry) noexcept;

    std::deque<ClassEntry> entries_;
    std::vector<Slot> slots_; // a power of two, at most half of them taken
};

} // namespace container
} // namespace abi1
} // namespace fairlead
