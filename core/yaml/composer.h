// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"
#include "core/yaml/parser.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fairlead::yaml {

/// Events to nodes: anchors, aliases, the types of plain scalars (ruamel's composer.py). Throws Failure.
class Composer {
public:
    /// The deepest nesting that ruamel reads before Python's recursion ends, below the frames of fairseq2's store when
    /// a script asks for it: 483 to 486, by the kind of collection; some levels less where a program calls it from
    /// deeper.
    static constexpr std::size_t max_depth = 484;
    static constexpr std::size_t max_nodes = std::size_t{1} << 22;

    Composer(Chunk& chunk, Parser& parser, Scanner& scanner) : chunk_(chunk), parser_(parser), scanner_(scanner) {}

    /// Appends the nodes of a document that begins at `document_begin`; its root is the first of them.
    void compose(std::uint32_t document_begin);

    /// True if the values of the document need no more than `convert`: no merges, no explicit tags, only texts as keys,
    /// no key twice.
    [[nodiscard]] bool is_simple() const noexcept { return simple_; }
    /// Gives the scalars their values. False if Python cannot make one of them.
    [[nodiscard]] bool convert();

    /// A node's full tag: `tag:yaml.org,2002:int`.
    [[nodiscard]] std::string tag_name(std::uint32_t node) const;
    /// Where the tag of a node stands, for which ruamel refuses it; of one without a tag the node's own place.
    [[nodiscard]] TextRange tag_place(std::uint32_t node) const;
    /// A node's anchor, or nothing.
    [[nodiscard]] std::string_view anchor(std::uint32_t node) const;

private:
    struct Open {
        std::uint32_t node;
        std::uint32_t children;
        std::uint32_t first_key; // in keys_
        bool mapping;
    };

    void add_alias(const Event& event);
    void add_scalar(const Event& event);
    void open(const Event& event, bool mapping);
    void close(const Event& event);
    std::uint32_t add(const Event& event, Kind kind, Tag tag);
    void attach(std::uint32_t node, bool plain_key);
    bool take_back(std::size_t last);
    void check_keys(std::size_t first);

    Chunk& chunk_;
    Parser& parser_;
    Scanner& scanner_;
    std::uint32_t document_begin_ = 0;
    bool simple_ = true;
    std::vector<Open> open_;
    std::vector<std::uint32_t> keys_; // of the open mappings
    struct Pending {
        std::uint32_t index;
        Node node; // as it was before it was given its value
    };
    std::vector<Pending> pending_; // scalars that are neither strings nor null
    std::uint32_t first_node_ = 0;
    std::uint32_t last_end_ = 0; // of what has been read
    std::unordered_map<std::string_view, std::uint32_t> anchors_;
    std::vector<std::pair<std::uint32_t, std::string_view>> anchored_; // nodes in order, with their anchors
    std::unordered_map<std::uint32_t, std::string> unknown_tags_;
    std::vector<std::pair<std::uint32_t, TextRange>> tag_places_; // nodes in order
    std::vector<std::uint32_t> buckets_;                          // of a large mapping's keys
};

} // namespace fairlead::yaml
