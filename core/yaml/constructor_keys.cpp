// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/constructor.h"

namespace fairlead::yaml {

// The node to be used as the key: the one given, save where that is still being made.
std::uint32_t Constructor::construct_key(std::uint32_t key) {
    if (!construct(key, true) && chunk_.nodes[key].is_collection()) {
        chunk_.nodes.push_back({.begin = chunk_.nodes[key].begin, .end = chunk_.nodes[key].end});
        states_.push_back(State::filled);
        return static_cast<std::uint32_t>(chunk_.nodes.size() - 1);
    }
    const std::uint32_t target = chunk_.target(key);
    const Kind kind = is_redirected(target) ? Kind::string : chunk_.nodes[target].tagged_kind();
    if (kind == Kind::list || kind == Kind::pairs) {
        // The tuple is made at once: of a list that is still to be filled it gets nothing.
        if (state(target) != State::filled)
            make_tuple(key, {});
        else if (kind == Kind::pairs)
            make_tuple_of_pairs(key);
        else
            chunk_.nodes[key].set(Node::tuple_key);
    } else if (kind == Kind::mapping || kind == Kind::set || kind == Kind::omap) {
        fail(Refusal::syntax, "while constructing a mapping", "found unhashable key", key,
             "A mapping cannot be a key: write the key as a text. Braces that are meant as text need quotes.");
    }
    return key;
}

// Puts a tuple of other nodes in the place of a key.
void Constructor::make_tuple(std::uint32_t key, const std::vector<std::uint32_t>& elements) {
    const std::uint32_t after = chunk_.after(key);
    Node tuple = chunk_.nodes[key];
    tuple.kind = Kind::list;
    tuple.tag = Tag::sequence;
    tuple.flags = Node::tuple_key;
    Node alias = tuple;
    alias.set(Node::alias);
    alias.a = static_cast<std::uint32_t>(chunk_.nodes.size());
    alias.b = after;
    chunk_.nodes[key] = alias;
    tuple.a = alias.a + 1 + static_cast<std::uint32_t>(elements.size());
    tuple.b = static_cast<std::uint32_t>(elements.size());
    chunk_.nodes.push_back(tuple);
    for (const std::uint32_t element : elements) {
        Node part = chunk_.nodes[element];
        part.flags = static_cast<std::uint8_t>((part.flags & Node::tuple_key) | Node::alias);
        part.a = chunk_.target(element);
        part.b = static_cast<std::uint32_t>(chunk_.nodes.size()) + 1;
        chunk_.nodes.push_back(part);
    }
    states_.resize(chunk_.nodes.size() - root_, State::filled);
}

void Constructor::make_tuple_of_pairs(std::uint32_t key) {
    const Table table = chunk_.tables[chunk_.nodes[chunk_.target(key)].b];
    std::vector<std::uint32_t> pairs;
    for (std::uint32_t i = 0; i < table.count; ++i) {
        const TableEntry entry = chunk_.table_entries[table.first + i];
        Node pair = chunk_.nodes[entry.key]; // a node to put the tuple in the place of
        pair.kind = Kind::null;
        pair.flags = 0;
        pairs.push_back(static_cast<std::uint32_t>(chunk_.nodes.size()));
        chunk_.nodes.push_back(pair);
        make_tuple(pairs.back(), {entry.key, entry.value});
    }
    make_tuple(key, pairs);
}

// A key that is a sequence becomes a tuple, which must hold nothing but what can be a key itself.
void Constructor::require_hashable(std::uint32_t key) const {
    const std::uint32_t node = chunk_.target(key);
    const Node& it = chunk_.nodes[node];
    if (!it.is_collection())
        return;
    for (std::uint32_t i = 0, child = node + 1; i < it.b; ++i, child = chunk_.after(child)) {
        if (chunk_.nodes[child].is(Node::tuple_key))
            require_hashable(child);
        else
            require_hashable_element(child, key);
    }
}

void Constructor::require_hashable_element(std::uint32_t element, std::uint32_t key) const {
    const std::uint32_t target = chunk_.target(element);
    const Kind kind = chunk_.nodes[target].tagged_kind();
    if (kind < Kind::list || is_redirected(target))
        return;
    const char* name = kind == Kind::mapping ? "dict"
                       : kind == Kind::set   ? "set"
                       : kind == Kind::omap  ? "ordereddict"
                                             : "list";
    throw Failure{.what = Refusal::syntax,
                  .origin = Failure::Origin::python,
                  .range = place(key),
                  .message = "A key that is a list cannot hold lists or mappings: write the key as a text.",
                  .problem = std::string("unhashable type: '") + name + "'",
                  .builtin = "TypeError"};
}

} // namespace fairlead::yaml
