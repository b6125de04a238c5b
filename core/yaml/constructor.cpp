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
            if (++key_depth_ > max_key_depth) {
                throw Failure{.what = Refusal::too_deep,
                              .origin = Failure::Origin::python,
                              .range = place(node),
                              .message = "The key is nested deeper than fairseq2 can read (" +
                                         std::to_string(max_key_depth) + " levels): write it as a text.",
                              .problem = "maximum recursion depth exceeded",
                              .builtin = "RecursionError"};
            }
            fill(node);
            --key_depth_;
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
        const bool tagged = chunk_.nodes[node].is(Node::tagged);
        std::string message =
            "fairseq2 knows no tag `" + name + "`: remove it, or put the value in quotes if it is a text.";
        if (!tagged && tag == Tag::unknown)
            message = "The tag `!` has this text read as if it had no quotes, and so it is no text: remove the tag.";
        else if (!tagged)
            message = std::string("A plain `") + (tag == Tag::merge ? "<<" : "=") +
                      "` cannot be a value: put it in quotes if it is a text.";
        fail(Refusal::tag, "", "could not determine a constructor for the tag " + python_repr(name), node,
             std::move(message));
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

} // namespace fairlead::yaml
