// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/node.h"
#include "core/yaml/text_marks.h"
#include "core/yaml/version.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::yaml {

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
    mutable std::once_flag text_marks_made; // not before a place far inside the text is asked for
    mutable TextMarks text_marks;

    [[nodiscard]] std::string_view string_of(const Node& node) const noexcept {
        const std::string& place = node.is(Node::decoded) ? decoded : text;
        return std::string_view(place).substr(node.a, node.b);
    }
    /// Of a datetime: the name of its zone. It stands after the text of `isoformat()`, up to a NUL.
    [[nodiscard]] std::string zone_of(const Node& datetime) const { return decoded.c_str() + datetime.a + datetime.b; }
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
    [[nodiscard]] static const Chunk* chunk_of(const Document& document) noexcept { return document.chunk_.get(); }
    [[nodiscard]] static const Findings* findings_of(const Document& document) noexcept;
    [[nodiscard]] static std::uint32_t node_of(const Value& value) noexcept { return value.node_; }
    [[nodiscard]] static const Chunk* chunk_of(const Value& value) noexcept { return value.chunk_; }
};

} // namespace fairlead::yaml
