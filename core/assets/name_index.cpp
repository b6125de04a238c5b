// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/name_index.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace fairlead {
namespace {

__extension__ using Wide = unsigned __int128;

std::uint64_t mixed(std::uint64_t left, std::uint64_t right) noexcept {
    const Wide product = static_cast<Wide>(left) * right;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t hashed(std::uint64_t hash, std::string_view text) noexcept {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    hash ^= mixed(text.size() + 1, factor);
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), size);
        hash = mixed(hash ^ word, factor ^ (hash >> 32));
        text.remove_prefix(size);
    }
    return hash;
}

} // namespace

NameIndex::NameIndex() : slots_(64) {
    // Not the same in every run: no file can be written so that all its names collide.
    std::random_device random;
    seed_ = (static_cast<std::uint64_t>(random()) << 32) | random();
}

std::uint32_t NameIndex::hash_of(std::string_view name, std::string_view environment) const noexcept {
    const std::uint64_t hash = hashed(hashed(seed_, name), environment);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::size_t NameIndex::slot_of(Files files, std::uint32_t hash, std::string_view name,
                               std::string_view environment) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Slot& candidate = slots_[slot];
        if (candidate.head == none)
            return slot;
        if (candidate.hash != hash)
            continue;
        const CardRef ref = entries_[candidate.head].ref;
        const Card& card = files[ref.file].cards[ref.document];
        if (card.name == name && card.environment == environment)
            return slot;
    }
}

std::uint32_t NameIndex::first(Files files, std::string_view name, std::string_view environment) const noexcept {
    return slots_[slot_of(files, hash_of(name, environment), name, environment)].head;
}

std::uint32_t NameIndex::new_entry(CardRef ref) {
    if (free_.empty()) {
        entries_.push_back({.ref = ref});
        return static_cast<std::uint32_t>(entries_.size() - 1);
    }
    const std::uint32_t entry = free_.back();
    free_.pop_back();
    entries_[entry] = {.ref = ref};
    return entry;
}

void NameIndex::insert(Files files, CardRef ref) {
    if (used_ * 3 >= slots_.size() * 2)
        grow();
    const Card& card = files[ref.file].cards[ref.document];
    const std::uint32_t hash = hash_of(card.name, card.environment);
    Slot& slot = slots_[slot_of(files, hash, card.name, card.environment)];
    const std::uint32_t entry = new_entry(ref);
    if (slot.head == none) {
        slot = {.hash = hash, .head = entry};
        entries_[entry].previous = entry;
        ++used_;
        return;
    }
    const std::uint32_t head = slot.head;
    const std::uint32_t last = entries_[head].previous;
    if (ref < entries_[head].ref) {
        entries_[entry] = {.ref = ref, .next = head, .previous = last};
        entries_[head].previous = entry;
        slot.head = entry;
        mark_repeated(head);
        return;
    }
    std::uint32_t before = last; // most come in order
    while (ref < entries_[before].ref)
        before = entries_[before].previous;
    const std::uint32_t after = entries_[before].next;
    entries_[entry] = {.ref = ref, .next = after, .previous = before};
    entries_[before].next = entry;
    entries_[after == none ? head : after].previous = entry;
    mark_repeated(entry);
    if (after != none)
        mark_repeated(after);
}

void NameIndex::remove(Files files, CardRef ref) {
    const Card& card = files[ref.file].cards[ref.document];
    const std::size_t place = slot_of(files, hash_of(card.name, card.environment), card.name, card.environment);
    Slot& slot = slots_[place];
    std::uint32_t entry = slot.head;
    while (entry != none && entries_[entry].ref != ref)
        entry = entries_[entry].next;
    if (entry == none)
        return;
    const Entry removed = entries_[entry];
    free_.push_back(entry);
    entries_[entry].ref = {.file = none, .document = none};
    if (entry != slot.head) {
        entries_[removed.previous].next = removed.next;
        entries_[removed.next == none ? slot.head : removed.next].previous = removed.previous;
        unmark_repeated(ref);
        if (removed.next != none)
            mark_repeated(removed.next);
    } else if (removed.next != none) {
        slot.head = removed.next;
        entries_[removed.next].previous = removed.previous;
        unmark_repeated(entries_[removed.next].ref);
    } else {
        free_slot(place);
    }
}

void NameIndex::shift(std::uint32_t file, std::uint32_t first, std::int64_t delta) noexcept {
    const auto move = [&](CardRef& ref) {
        if (ref.file == file && ref.document >= first)
            ref.document = static_cast<std::uint32_t>(ref.document + delta);
    };
    for (Entry& entry : entries_)
        move(entry.ref);
    for (RepeatedCard& repeated : repeated_) {
        move(repeated.card);
        move(repeated.previous);
    }
}

void NameIndex::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.head == none)
            continue;
        std::size_t place = slot.hash & mask;
        while (slots_[place].head != none)
            place = (place + 1) & mask;
        slots_[place] = slot;
    }
}

void NameIndex::free_slot(std::size_t slot) noexcept {
    // Moves back what would not be found any more over the gap.
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t next = (slot + 1) & mask; slots_[next].head != none; next = (next + 1) & mask) {
        const std::size_t home = slots_[next].hash & mask;
        if (((next - home) & mask) >= ((next - slot) & mask)) {
            slots_[slot] = slots_[next];
            slot = next;
        }
    }
    slots_[slot] = {};
    --used_;
}

std::vector<RepeatedCard>::iterator NameIndex::repeated_place(CardRef ref) noexcept {
    if (repeated_.empty() || repeated_.back().card < ref) // most come in order
        return repeated_.end();
    return std::lower_bound(repeated_.begin(), repeated_.end(), ref,
                            [](const RepeatedCard& repeated, CardRef wanted) { return repeated.card < wanted; });
}

void NameIndex::mark_repeated(std::uint32_t entry) {
    const RepeatedCard repeated{.card = entries_[entry].ref, .previous = entries_[entries_[entry].previous].ref};
    const auto place = repeated_place(repeated.card);
    if (place != repeated_.end() && place->card == repeated.card)
        *place = repeated;
    else
        repeated_.insert(place, repeated);
}

void NameIndex::unmark_repeated(CardRef ref) {
    const auto place = repeated_place(ref);
    if (place != repeated_.end() && place->card == ref)
        repeated_.erase(place);
}

} // namespace fairlead
