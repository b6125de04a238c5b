// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/composer.h"

#include "core/yaml/numbers.h"
#include "core/yaml/resolver.h"
#include "core/yaml/scalar_values.h"

#include <algorithm>
#include <bit>

namespace fairlead::yaml {

void Composer::compose(std::uint32_t document_begin) {
    document_begin_ = document_begin;
    first_node_ = static_cast<std::uint32_t>(chunk_.nodes.size());
    simple_ = true;
    open_.clear();
    keys_.clear();
    pending_.clear();
    anchored_.clear();
    tag_places_.clear();
    if (!anchors_.empty())
        anchors_.clear();
    if (!unknown_tags_.empty())
        unknown_tags_.clear();
    for (;;) {
        const Event event = parser_.next();
        switch (event.type) {
        case Event::Type::alias:
            add_alias(event);
            break;
        case Event::Type::scalar:
            add_scalar(event);
            break;
        case Event::Type::sequence_start:
            open(event, false);
            break;
        case Event::Type::mapping_start:
            open(event, true);
            break;
        case Event::Type::sequence_end:
        case Event::Type::mapping_end:
            close(event);
            break;
        case Event::Type::document_end:
            return;
        }
    }
}

void Composer::add_alias(const Event& event) {
    const std::string_view name = scanner_.text().substr(event.anchor.begin, event.anchor.size());
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) {
        throw Failure{.what = Refusal::syntax,
                      .origin = Failure::Origin::composer,
                      .range = event.range,
                      .message = "No `&" + std::string(name) +
                                 "` stands before this alias in the document: define it, or "
                                 "put the value in quotes if it is a text.",
                      .problem = "found undefined alias " + python_repr(name)};
    }
    const std::uint32_t target = found->second;
    const std::uint32_t node = add(event, chunk_.nodes[target].kind, chunk_.nodes[target].tag);
    Node& alias = chunk_.nodes[node];
    alias.style = chunk_.nodes[target].style;
    alias.flags = Node::alias;
    alias.a = target;
    alias.b = node + 1;
    attach(node, false);
}

void Composer::add_scalar(const Event& event) {
    Tag tag = event.tagged ? event.tag : Tag::string;
    if (event.plain) {
        const Version version = scanner_.versions().in_force();
        if (!version.is_1_1() && !version.is_1_2()) {
            throw Failure{.what = Refusal::directive,
                          .origin = Failure::Origin::python,
                          .range = event.range,
                          .message =
                              "The version of YAML that is in force here cannot be read: correct the `%YAML` line.",
                          .problem = scanner_.versions().text(),
                          .builtin = "KeyError"};
        }
        const std::string& place = event.decoded ? chunk_.decoded : chunk_.text;
        tag = resolve_plain(std::string_view(place).substr(event.data, event.size), version);
    }
    const std::uint32_t index = add(event, tag == Tag::null ? Kind::null : Kind::string, tag);
    Node& node = chunk_.nodes[index];
    node.a = event.data;
    node.b = event.size;
    if (event.decoded)
        node.set(Node::decoded);
    if (tag != Tag::string) {
        if (tag > Tag::string && tag != Tag::timestamp)
            simple_ = false;
        else if (tag != Tag::null)
            pending_.push_back({index, node});
    }
    attach(index, tag == Tag::string);
}

void Composer::open(const Event& event, bool mapping) {
    const Tag tag = event.tagged ? event.tag : mapping ? Tag::mapping : Tag::sequence;
    const std::uint32_t node = add(event, mapping ? Kind::mapping : Kind::list, tag);
    attach(node, false);
    open_.push_back({node, 0, static_cast<std::uint32_t>(keys_.size()), mapping});
}

void Composer::close(const Event& event) {
    const Open& open = open_.back();
    Node& node = chunk_.nodes[open.node];
    node.a = static_cast<std::uint32_t>(chunk_.nodes.size());
    node.b = open.mapping ? open.children / 2 : open.children;
    // A block collection, and a pair without braces, ends with the last of what it holds.
    const bool brackets = node.style == Style::flow && event.range.size() != 0;
    node.end = brackets ? event.range.end - document_begin_ : std::max(node.end, last_end_);
    last_end_ = node.end;
    if (open.mapping) {
        if (simple_ && node.b > 1)
            check_keys(open.first_key);
        keys_.resize(open.first_key);
    }
    open_.pop_back();
}

std::uint32_t Composer::add(const Event& event, Kind kind, Tag tag) {
    if (open_.size() >= max_depth && event.type != Event::Type::alias) {
        throw Failure{.what = Refusal::too_deep,
                      .origin = Failure::Origin::python,
                      .range = event.range,
                      .message = "The values are nested deeper than fairseq2 can read (" + std::to_string(max_depth) +
                                 " levels): flatten them.",
                      .problem = "maximum recursion depth exceeded",
                      .builtin = "RecursionError"};
    }
    last_end_ = event.range.end - document_begin_;
    const auto index = static_cast<std::uint32_t>(chunk_.nodes.size());
    if (index - first_node_ >= max_nodes) {
        throw Failure{.what = Refusal::too_large,
                      .origin = Failure::Origin::reader,
                      .range = event.range,
                      .message = "The document holds over 4,194,304 values, more than are read: split it.",
                      .problem = {}};
    }
    chunk_.nodes.push_back({.kind = kind,
                            .style = event.style,
                            .tag = tag,
                            .flags = event.tagged ? std::uint8_t{Node::tagged} : std::uint8_t{0},
                            .begin = event.range.begin - document_begin_,
                            .end = event.range.end - document_begin_});
    if (event.tagged) {
        simple_ = false;
        tag_places_.emplace_back(index, event.tag_place);
        if (tag == Tag::unknown)
            unknown_tags_.emplace(index, parser_.tag_text());
    }
    if (event.anchor.size() != 0 && event.type != Event::Type::alias) {
        const std::string_view name = scanner_.text().substr(event.anchor.begin, event.anchor.size());
        anchors_.insert_or_assign(name, index);
        anchored_.emplace_back(index, name);
    }
    return index;
}

std::string Composer::tag_name(std::uint32_t node) const {
    const auto found = unknown_tags_.find(node);
    return found != unknown_tags_.end() ? found->second : std::string(name_of_tag(chunk_.nodes[node].tag));
}

TextRange Composer::tag_place(std::uint32_t node) const {
    const auto found = std::ranges::lower_bound(tag_places_, node, {}, [](const auto& tag) { return tag.first; });
    if (found != tag_places_.end() && found->first == node)
        return found->second;
    const Node& it = chunk_.nodes[node];
    return {it.begin + document_begin_, it.end + document_begin_};
}

std::string_view Composer::anchor(std::uint32_t node) const {
    const auto found = std::lower_bound(anchored_.begin(), anchored_.end(), std::pair(node, std::string_view()));
    return found != anchored_.end() && found->first == node ? found->second : std::string_view();
}

void Composer::attach(std::uint32_t node, bool plain_key) {
    if (open_.empty())
        return;
    Open& parent = open_.back();
    if (parent.mapping && parent.children % 2 == 0) {
        keys_.push_back(node);
        if (!plain_key)
            simple_ = false;
    }
    ++parent.children;
}

// All keys of a mapping are strings: notices whether one stands twice.
void Composer::check_keys(std::size_t first) {
    const auto text = [&](std::size_t i) { return chunk_.string_of(chunk_.nodes[keys_[i]]); };
    const std::size_t count = keys_.size() - first;
    if (count <= 12) {
        for (std::size_t i = first + 1; i < keys_.size(); ++i) {
            const std::string_view key = text(i);
            for (std::size_t j = first; j < i; ++j) {
                if (text(j) == key) {
                    simple_ = false;
                    return;
                }
            }
        }
        return;
    }
    const std::size_t size = std::bit_ceil(count * 2);
    buckets_.assign(size, 0);
    for (std::size_t i = first; i < keys_.size(); ++i) {
        const std::string_view key = text(i);
        std::size_t bucket = std::hash<std::string_view>()(key) & (size - 1);
        for (; buckets_[bucket] != 0; bucket = (bucket + 1) & (size - 1)) {
            if (text(buckets_[bucket] - 1) == key) {
                simple_ = false;
                return;
            }
        }
        buckets_[bucket] = static_cast<std::uint32_t>(i + 1);
    }
}

bool Composer::take_back(std::size_t last) {
    for (std::size_t i = 0; i <= last; ++i)
        chunk_.nodes[pending_[i].index] = pending_[i].node;
    return false;
}

bool Composer::convert() {
    const Version version = scanner_.versions().in_force();
    for (std::size_t i = 0; i < pending_.size(); ++i) {
        const auto& [index, node] = pending_[i];
        try {
            set_scalar_value(chunk_, index, node.tag, chunk_.string_of(node), version);
        } catch (const PythonError&) {
            return take_back(i); // the constructor finds the first one in Python's order
        } catch (const TooLarge&) {
            return take_back(i);
        }
    }
    return true;
}

} // namespace fairlead::yaml
