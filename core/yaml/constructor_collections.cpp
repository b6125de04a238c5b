// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/constructor.h"

namespace fairlead::yaml {

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
