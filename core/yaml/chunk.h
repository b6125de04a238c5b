// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/version.h"

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// An entry of a table: what Python sees of a mapping with merges, a set, an omap or pairs.
struct TableEntry {
    std::uint32_t key = 0;
    std::uint32_t value = 0;
    bool merged = false;
};

struct Table {
    std::uint32_t first = 0; // in `table_entries`
    std::uint32_t count = 0;
};

/// What is wrong with a document; most have none.
struct Findings {
    /// A problem and how far ruamel has read when it raises it (offset in the document's text).
    struct Candidate {
        Problem problem;
        std::uint32_t reach = 0;
        bool while_peeking = false; // raised before the document before this one is constructed, if that ends in `...`
        bool while_constructing = false; // in the values of a document that has ended as it should
    };
    std::vector<Candidate> candidates; // the first is the document's problem, the others may come first in a file
    std::vector<Problem> warnings;
};

/// One document's place in its chunk.
struct DocumentRecord {
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t begin = 0; // in the chunk's text
    std::uint32_t end = 0;
    std::uint32_t root = none;
    std::uint32_t findings = none;
    TextRange marker;
    TextRange version_directive;
    std::uint32_t line_breaks = 0;
    Boundary before;   // the rules in force where it begins
    Version of_values; // those by which its values were made, once ruamel had looked at what follows
    bool is_document = true;
    bool is_yaml_1_1 = false;
    bool ends_with_marker = false; // `...`
};

/// The storage of documents that were read in one go. Never changes once it is read.
struct Chunk {
    std::string text;
    std::string decoded; // texts that do not stand as they are in `text`
    std::vector<Node> nodes;
    std::vector<Table> tables;
    std::vector<TableEntry> table_entries;
    std::vector<DocumentRecord> documents;
    std::vector<Findings> findings;

    [[nodiscard]] std::string_view string_of(const Node& node) const noexcept {
        const std::string& place = node.is(Node::decoded) ? decoded : text;
        return std::string_view(place).substr(node.a, node.b);
    }
    /// The node that an alias stands for, or the node itself.
    [[nodiscard]] std::uint32_t target(std::uint32_t node) const noexcept {
        return nodes[node].is(Node::alias) ? nodes[node].a : node;
    }
    /// The node after this one and all it holds.
    [[nodiscard]] std::uint32_t after(std::uint32_t node) const noexcept {
        const Node& it = nodes[node];
        return it.is(Node::alias) ? it.b : it.is_collection() ? it.a : node + 1;
    }
    [[nodiscard]] Value value(std::uint32_t node) const noexcept { return {this, node}; }
    [[nodiscard]] static Document document(std::shared_ptr<const Chunk> chunk, std::uint32_t index);
    [[nodiscard]] static const DocumentRecord* record(const Document& document) noexcept;
    [[nodiscard]] static const Findings* findings_of(const Document& document) noexcept;
    [[nodiscard]] static std::uint32_t node_of(const Value& value) noexcept { return value.node_; }
    [[nodiscard]] static const Chunk* chunk_of(const Value& value) noexcept { return value.chunk_; }
};

} // namespace fairlead::yaml
