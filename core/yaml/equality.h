// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"

#include <cstdint>
#include <vector>

namespace fairlead::yaml {

/// Whether two nodes are equal as keys of a Python dictionary: the same object, or `==`.
[[nodiscard]] bool equal_keys(const Chunk& chunk, std::uint32_t left, std::uint32_t right) noexcept;
/// Equal keys have equal hashes.
[[nodiscard]] std::uint64_t key_hash(const Chunk& chunk, std::uint32_t node) noexcept;

/// A Python dictionary while it is made: entries in the order in which their keys first came.
class Dictionary {
public:
    explicit Dictionary(const Chunk& chunk) : chunk_(&chunk) {}

    /// The entry with this key, or null. Valid until the next insertion.
    [[nodiscard]] TableEntry* find(std::uint32_t key) noexcept;
    /// Adds an entry whose key is not there yet.
    void add(const TableEntry& entry);
    [[nodiscard]] const std::vector<TableEntry>& entries() const noexcept { return entries_; }

private:
    void rehash(std::size_t buckets);
    [[nodiscard]] std::size_t bucket_of(std::uint64_t hash) const noexcept { return hash & (buckets_.size() - 1); }

    const Chunk* chunk_;
    std::vector<TableEntry> entries_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> buckets_; // index + 1
};

} // namespace fairlead::yaml
