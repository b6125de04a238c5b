// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/constructor.h"

#include "core/yaml/characters.h"
#include "core/yaml/resolver.h"
#include "core/yaml/scalar_values.h"

#include <unordered_set>

namespace fairlead::yaml {

Constructor::Constructor(Chunk& chunk, std::uint32_t document_begin, std::uint32_t root, Version version,
                         const Composer& composer)
    : chunk_(chunk), document_begin_(document_begin), root_(root), version_(version), composer_(composer),
      states_(chunk.nodes.size() - root) {}

void Constructor::construct() {
    construct(root_, false);
    for (std::size_t i = 0; i < queue_.size(); ++i) {
        fill(queue_[i]);
        state(queue_[i]) = State::filled;
    }
    for (const auto& [node, scalar] : redirections_) {
        Node& it = chunk_.nodes[node];
        const std::uint32_t after = it.a;
        it.kind = chunk_.nodes[scalar].kind;
        it.set(Node::alias);
        it.a = scalar;
        it.b = after;
    }
    for (const std::vector<Pair>& own : merged_in_line_)
        warn_of_doubled_keys(own);
}

bool Constructor::construct(std::uint32_t at, bool deep) {
    const std::uint32_t node = chunk_.target(at);
    if (state(node) >= State::constructed)
        return true;
    const bool outer = deep_;
    deep_ = deep_ || deep;
    if (state(node) == State::in_progress) {
        // Inside a key that is being made, an alias of that key is None to ruamel.
        if (Node& alias = chunk_.nodes[at]; alias.is(Node::alias)) {
            alias.kind = Kind::null;
            alias.tag = Tag::null;
            alias.clear(Node::alias);
        }
        return false;
    }
    state(node) = State::in_progress;
    const Tag tag = chunk_.nodes[node].tag;
    switch (tag) {
    case Tag::null:
    case Tag::boolean:
    case Tag::integer:
    case Tag::real:
    case Tag::string:
    case Tag::timestamp:
    case Tag::binary:
        construct_scalar(node);
        state(node) = State::filled;
        break;
    case Tag::omap:
    case Tag::pairs:
    case Tag::set:
    case Tag::sequence:
    case Tag::mapping:
        if (deep_) {
            fill(node);
            state(node) = State::filled;
        } else {
            queue_.push_back(node);
            state(node) = State::constructed;
        }
        break;
    case Tag::merge:
    case Tag::value:
    case Tag::unknown: {
        const std::string name = composer_.tag_name(node);
        const bool plain = !chunk_.nodes[node].is(Node::tagged);
        fail(Refusal::tag, "", "could not determine a constructor for the tag " + python_repr(name), node,
             plain ? std::string("A plain `") + (tag == Tag::merge ? "<<" : "=") +
                         "` cannot be a value: put it in quotes if it is a text."
                   : "fairseq2 knows no tag `" + name + "`: remove it, or put the value in quotes if it is a text.");
    }
    }
    if (deep)
        deep_ = outer;
    return true;
}

// The scalar that a tag for scalars stands on: the node itself, or what `=` names in a mapping.
std::uint32_t Constructor::scalar_of(std::uint32_t node) const {
    std::unordered_set<std::uint32_t> seen;
    while (chunk_.nodes[node].is_collection()) {
        std::optional<std::uint32_t> next;
        const bool mapping = chunk_.nodes[node].is_mapping();
        for (const Pair& pair : mapping ? current_pairs(node) : std::vector<Pair>()) {
            if (chunk_.nodes[chunk_.target(pair.key)].tag == Tag::value) {
                next = chunk_.target(pair.value);
                break;
            }
        }
        if (!next) {
            fail(Refusal::tag, "",
                 std::string("expected a scalar node, but found ") + (mapping ? "mapping" : "sequence"), node,
                 "This tag stands on a list or mapping, but is one for single values: remove the tag.");
        }
        if (!seen.insert(node).second) {
            throw Failure{.what = Refusal::too_deep,
                          .origin = Failure::Origin::python,
                          .range = place(node),
                          .message = "This value contains itself: remove the alias.",
                          .problem = "maximum recursion depth exceeded",
                          .builtin = "RecursionError"};
        }
        node = *next;
    }
    return node;
}

// True for a collection that a tag turns into a scalar.
bool Constructor::is_redirected(std::uint32_t node) const {
    return chunk_.nodes[node].is_collection() && chunk_.nodes[node].tag <= Tag::binary;
}

void Constructor::construct_scalar(std::uint32_t node) {
    const Tag tag = chunk_.nodes[node].tag;
    if (tag == Tag::timestamp && chunk_.nodes[node].is_collection()) {
        fail(Refusal::tag, "", "failed to construct timestamp from \"" + node_list_repr(node) + "\"", node,
             "This tag stands on a list or mapping, but is one for single values: remove the tag.");
    }
    const std::uint32_t scalar = scalar_of(node);
    std::uint32_t target = node;
    if (scalar != node) {
        target = static_cast<std::uint32_t>(chunk_.nodes.size());
        const Node copy = chunk_.nodes[scalar];
        chunk_.nodes.push_back(copy);
        states_.push_back(State::filled);
        redirections_.emplace_back(node, target);
    }
    try {
        const std::string text(chunk_.string_of(chunk_.nodes[target]));
        set_scalar_value(chunk_, target, tag, text, version_);
    } catch (const PythonError& error) {
        fail_python(error, node, tag);
    } catch (const TooLarge& error) {
        throw Failure{.what = Refusal::too_large,
                      .origin = Failure::Origin::reader,
                      .range = place(node),
                      .message = error.message};
    }
}

void Constructor::fill(std::uint32_t node) {
    const Node& it = chunk_.nodes[node];
    const Tag tag = it.tag;
    switch (tag) {
    case Tag::sequence: {
        if (!it.is_sequence()) {
            fail(Refusal::tag, "",
                 std::string("expected a sequence node, but found ") + (it.is_mapping() ? "mapping" : "scalar"), node,
                 "`!!seq` stands on something that is no list: remove the tag, or write a list.");
        }
        const std::uint32_t count = it.b;
        for (std::uint32_t i = 0, child = node + 1; i < count; ++i, child = chunk_.after(child))
            construct(child, false);
        break;
    }
    case Tag::mapping:
    case Tag::set:
        if (!it.is_mapping()) {
            fail(Refusal::tag, "",
                 std::string("expected a mapping node, but found ") + (it.is_collection() ? "sequence" : "scalar"),
                 node, "This tag stands on something that is no mapping: remove the tag, or write a mapping.");
        }
        fill_mapping(node);
        break;
    default:
        fill_pairs(node, tag == Tag::omap);
        break;
    }
}

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

void Constructor::fill_mapping(std::uint32_t node) {
    flatten(node, 0);
    const auto found = pairs_.find(node);
    if (found == pairs_.end() || !found->second.has_merge) {
        fill_checked_mapping(node);
    } else {
        const Pairs pairs = found->second;
        fill_merged_mapping(node, pairs);
    }
}

void Constructor::fill_checked_mapping(std::uint32_t node) {
    Dictionary dictionary(chunk_);
    const std::vector<Pair> pairs = current_pairs(node);
    const bool as_written = pairs.size() == chunk_.nodes[node].b;
    for (const Pair& pair : pairs) {
        const std::uint32_t key = construct_key(pair.key);
        construct(pair.value, false);
        require_hashable(key);
        if (const TableEntry* first = dictionary.find(key))
            fail_duplicate(key, pair.value, *first);
        dictionary.add({key, pair.value, pair.merged});
    }
    if (chunk_.nodes[node].tag == Tag::set)
        chunk_.nodes[node].kind = Kind::set;
    if (!as_written || chunk_.nodes[node].kind == Kind::set)
        set_table(node, dictionary.entries());
}

void Constructor::fill_merged_mapping(std::uint32_t node, const Pairs& pairs) {
    Dictionary dictionary(chunk_);
    for (const std::vector<Pair>* list : {&pairs.merge, &pairs.value}) {
        for (const Pair& pair : *list) {
            const std::uint32_t key = construct_key(pair.key);
            construct(pair.value, false);
            require_hashable(key);
            TableEntry* entry = dictionary.find(key);
            if (!entry) {
                dictionary.add({key, pair.value, pair.merged});
                continue;
            }
            // Python keeps the first of two equal keys; its place is that of the value, where the keys look alike.
            const Node& old_key = chunk_.nodes[chunk_.target(entry->key)];
            const Node& new_key = chunk_.nodes[chunk_.target(key)];
            if (old_key.kind == new_key.kind && (old_key.kind == Kind::string || old_key.kind == Kind::null))
                entry->key = key;
            entry->value = pair.value;
            entry->merged = pair.merged;
        }
    }
    if (chunk_.nodes[node].tag == Tag::set)
        chunk_.nodes[node].kind = Kind::set;
    set_table(node, dictionary.entries());
    warn_of_doubled_keys(pairs.own);
}

void Constructor::fill_pairs(std::uint32_t node, bool omap) {
    const char* const context = omap ? "while constructing an ordered map" : "while constructing pairs";
    const std::string form = omap ? "`!!omap` takes a list of single pairs: `- key: value`."
                                  : "`!!pairs` takes a list of single pairs: `- key: value`.";
    const auto class_of = [&](std::uint32_t at) {
        const Node& it = chunk_.nodes[at];
        return it.is_mapping() ? "mapping" : it.is_collection() ? "sequence" : "scalar";
    };
    if (!chunk_.nodes[node].is_sequence())
        fail(Refusal::tag, context, std::string("expected a sequence, but found ") + class_of(node), node, form);
    Dictionary dictionary(chunk_);
    std::vector<TableEntry> entries;
    const std::uint32_t count = chunk_.nodes[node].b;
    for (std::uint32_t i = 0, child = node + 1; i < count; ++i, child = chunk_.after(child)) {
        const std::uint32_t item = chunk_.target(child);
        if (!chunk_.nodes[item].is_mapping()) {
            fail(Refusal::tag, context, std::string("expected a mapping of length 1, but found ") + class_of(item),
                 item, form);
        }
        const std::vector<Pair> pairs = current_pairs(item);
        if (pairs.size() != 1) {
            fail(Refusal::tag, context,
                 "expected a single mapping item, but found " + std::to_string(pairs.size()) + " items", item, form);
        }
        construct(pairs[0].key, false);
        if (omap) {
            require_hashable_element(pairs[0].key, pairs[0].key);
            if (const TableEntry* first = dictionary.find(pairs[0].key)) {
                throw Failure{.what = Refusal::duplicate_key,
                              .origin = Failure::Origin::python,
                              .range = place(pairs[0].key),
                              .related = place(first->key),
                              .message = "The key stands twice in this `!!omap`: remove or rename one of the two.",
                              .problem = {},
                              .builtin = "AssertionError"};
            }
        }
        construct(pairs[0].value, false);
        entries.push_back({pairs[0].key, pairs[0].value, false});
        if (omap)
            dictionary.add(entries.back());
    }
    chunk_.nodes[node].kind = omap ? Kind::omap : Kind::pairs;
    set_table(node, entries);
}

void Constructor::set_table(std::uint32_t node, const std::vector<TableEntry>& entries) {
    Node& it = chunk_.nodes[node];
    it.set(Node::table);
    it.b = static_cast<std::uint32_t>(chunk_.tables.size());
    chunk_.tables.push_back(
        {static_cast<std::uint32_t>(chunk_.table_entries.size()), static_cast<std::uint32_t>(entries.size())});
    chunk_.table_entries.insert(chunk_.table_entries.end(), entries.begin(), entries.end());
}

} // namespace fairlead::yaml
