// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/card_file.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fairlead {

/// Finds cards by name and environment. Holds places only: the names are those of the files' cards, which every call
/// is given and which must be as they were when the card was inserted.
///
/// About 30 bytes a card. The cards of one name are a list in the order of the files; a list may be long.
class NameIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    using Files = std::span<const CardFile>;

    NameIndex();

    void insert(Files files, CardRef ref);
    void remove(Files files, CardRef ref);
    /// Documents of a file from `first` on move by `delta`, of which none was inserted under its new place.
    void shift(std::uint32_t file, std::uint32_t first, std::int64_t delta) noexcept;

    /// The first entry of a name, or `none`. Entries are valid until the index changes.
    [[nodiscard]] std::uint32_t first(Files files, std::string_view name, std::string_view environment) const noexcept;
    [[nodiscard]] std::uint32_t next(std::uint32_t entry) const noexcept { return entries_[entry].next; }
    [[nodiscard]] CardRef ref(std::uint32_t entry) const noexcept { return entries_[entry].ref; }

    /// Cards that are not the first of their name, in order.
    [[nodiscard]] std::span<const RepeatedCard> repeated() const noexcept { return repeated_; }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t head = none;
    };
    struct Entry {
        CardRef ref;
        std::uint32_t next = none;     // none: the last
        std::uint32_t previous = none; // of the first: the last
    };

    [[nodiscard]] std::uint32_t hash_of(std::string_view name, std::string_view environment) const noexcept;
    /// The slot of a name, or the free one where it belongs.
    [[nodiscard]] std::size_t slot_of(Files files, std::uint32_t hash, std::string_view name,
                                      std::string_view environment) const noexcept;
    [[nodiscard]] std::uint32_t new_entry(CardRef ref);
    void grow();
    void free_slot(std::size_t slot) noexcept;
    void mark_repeated(std::uint32_t entry);
    void unmark_repeated(CardRef ref);
    [[nodiscard]] std::vector<RepeatedCard>::iterator repeated_place(CardRef ref) noexcept;

    std::vector<Slot> slots_; // a power of two, linear probing
    std::size_t used_ = 0;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> free_;
    std::vector<RepeatedCard> repeated_; // sorted
    std::uint64_t seed_;
};

} // namespace fairlead
