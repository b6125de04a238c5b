// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <bit>
#include <cstdint>

namespace fairlead::yaml {

/// The tags that ruamel's safe loader knows, and those it gives to plain scalars.
enum class Tag : std::uint8_t {
    null,
    boolean,
    integer,
    real,
    string,
    timestamp,
    binary,
    omap,
    pairs,
    set,
    sequence,
    mapping,
    merge,   // a plain `<<`
    value,   // a plain `=`
    unknown, // has no constructor; its text is kept by the composer
};

/// One node; those of a document lie in preorder: a key is followed by its value, a collection by its first child.
struct Node {
    enum Flag : std::uint8_t {
        alias = 1,     // `a` is the node it stands for, `b` the node after it
        tagged = 2,    // an explicit tag decided the type
        tuple_key = 4, // a sequence in the place of a key
        table = 8,     // `b` is an index into the chunk's tables: the children are not what Python sees
        decoded = 16,  // the text lies in the chunk's `decoded`, not in its `text`
        big = 32,      // an integer beyond 64 bits: its text is kept as a string is
    };

    Kind kind = Kind::null;
    Style style = Style::plain;
    Tag tag = Tag::null;
    std::uint8_t flags = 0;
    std::uint32_t begin = 0; // range in the document's text
    std::uint32_t end = 0;
    std::uint32_t a = 0; // text: its place; collection: the node after its last descendant; else low half of the value
    std::uint32_t b = 0; // text: its size; collection: number of elements or pairs; else high half of the value

    [[nodiscard]] bool is(Flag flag) const noexcept { return (flags & flag) != 0; }
    void set(Flag flag) noexcept { flags = static_cast<std::uint8_t>(flags | flag); }
    void clear(Flag flag) noexcept { flags = static_cast<std::uint8_t>(flags & ~flag); }
    /// What a tag for collections makes of the node, or its own kind.
    [[nodiscard]] Kind tagged_kind() const noexcept {
        switch (tag) {
        case Tag::omap:
            return Kind::omap;
        case Tag::pairs:
            return Kind::pairs;
        case Tag::set:
            return Kind::set;
        case Tag::sequence:
            return Kind::list;
        case Tag::mapping:
            return Kind::mapping;
        default:
            return kind;
        }
    }
    [[nodiscard]] bool is_collection() const noexcept { return kind >= Kind::list; }
    [[nodiscard]] bool is_mapping() const noexcept { return kind == Kind::mapping || kind == Kind::set; }
    [[nodiscard]] bool is_sequence() const noexcept { return is_collection() && !is_mapping(); }

    [[nodiscard]] std::int64_t integer() const noexcept {
        return static_cast<std::int64_t>(std::uint64_t{b} << 32 | a);
    }
    [[nodiscard]] double real() const noexcept { return std::bit_cast<double>(integer()); }
    void set_integer(std::int64_t value) noexcept {
        a = static_cast<std::uint32_t>(static_cast<std::uint64_t>(value));
        b = static_cast<std::uint32_t>(static_cast<std::uint64_t>(value) >> 32);
    }
    void set_real(double value) noexcept { set_integer(std::bit_cast<std::int64_t>(value)); }
};

} // namespace fairlead::yaml
