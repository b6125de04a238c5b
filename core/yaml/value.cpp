// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/chunk.h"

#include <type_traits>

namespace fairlead::yaml {

namespace {

const Node& node_of(const Chunk& chunk, std::uint32_t node) { return chunk.nodes[chunk.target(node)]; }

} // namespace

Kind Value::kind() const noexcept {
    if (!chunk_)
        return Kind::null;
    const Kind kind = node_of(*chunk_, node_).kind;
    return kind == Kind::list && chunk_->nodes[node_].is(Node::tuple_key) ? Kind::tuple : kind;
}

Style Value::style() const noexcept { return chunk_ ? node_of(*chunk_, node_).style : Style::plain; }

TextRange Value::range() const noexcept {
    return chunk_ ? TextRange{chunk_->nodes[node_].begin, chunk_->nodes[node_].end} : TextRange{};
}

bool Value::is_alias() const noexcept { return chunk_ && chunk_->nodes[node_].is(Node::alias); }

bool Value::has_tag() const noexcept { return chunk_ && node_of(*chunk_, node_).is(Node::tagged); }

bool Value::boolean() const noexcept { return kind() == Kind::boolean && node_of(*chunk_, node_).integer() != 0; }

std::optional<std::int64_t> Value::integer() const noexcept {
    if (kind() != Kind::integer || node_of(*chunk_, node_).is(Node::big))
        return std::nullopt;
    return node_of(*chunk_, node_).integer();
}

std::string Value::integer_text() const {
    if (kind() != Kind::integer)
        return {};
    const Node& node = node_of(*chunk_, node_);
    return node.is(Node::big) ? std::string(chunk_->string_of(node)) : std::to_string(node.integer());
}

double Value::real() const noexcept { return kind() == Kind::real ? node_of(*chunk_, node_).real() : 0.0; }

std::string_view Value::string() const noexcept {
    return kind() == Kind::string ? chunk_->string_of(node_of(*chunk_, node_)) : std::string_view();
}

std::string Value::iso() const {
    const Kind k = kind();
    return k == Kind::date || k == Kind::datetime ? std::string(chunk_->string_of(node_of(*chunk_, node_)))
                                                  : std::string();
}

std::string Value::bytes() const {
    return kind() == Kind::bytes ? std::string(chunk_->string_of(node_of(*chunk_, node_))) : std::string();
}

std::size_t Value::size() const noexcept {
    if (!chunk_)
        return 0;
    const Node& node = node_of(*chunk_, node_);
    return !node.is_collection() ? 0 : node.is(Node::table) ? chunk_->tables[node.b].count : node.b;
}

Value::Elements Value::elements() const noexcept { return Elements(*this); }
Value::Entries Value::entries() const noexcept { return Entries(*this); }

std::optional<Value::Entry> Value::find_entry(std::string_view key) const noexcept {
    if (!is_mapping())
        return std::nullopt;
    for (const Entry& entry : entries()) {
        const Node& node = node_of(*chunk_, entry.key.node_);
        if (node.kind == Kind::string && chunk_->string_of(node) == key)
            return entry;
    }
    return std::nullopt;
}

Value Value::find(std::string_view key) const noexcept {
    const std::optional<Entry> entry = find_entry(key);
    return entry ? entry->value : Value();
}

const void* Value::identity() const noexcept { return chunk_ ? &node_of(*chunk_, node_) : nullptr; }

namespace {

template <typename Item>
constexpr bool is_entry = std::is_same_v<Item, Value::Entry>;

template <typename Item>
bool has_items(Kind kind) noexcept {
    if constexpr (is_entry<Item>)
        return kind == Kind::mapping || kind == Kind::omap || kind == Kind::pairs;
    else
        return kind == Kind::list || kind == Kind::tuple || kind == Kind::set;
}

} // namespace

template <typename Item>
auto ValueRange<Item>::begin() const noexcept -> Iterator {
    Iterator it;
    if (!has_items<Item>(value_.kind()))
        return it;
    it.chunk_ = value_.chunk_;
    const std::uint32_t target = it.chunk_->target(value_.node_);
    const Node& node = it.chunk_->nodes[target];
    it.table_ = node.is(Node::table);
    it.node_ = it.table_ ? it.chunk_->tables[node.b].first : target + 1;
    return it;
}

template <typename Item>
auto ValueRange<Item>::end() const noexcept -> Iterator {
    Iterator it = begin();
    if (it.chunk_)
        it.index_ = static_cast<std::uint32_t>(value_.size());
    return it;
}

template <typename Item>
Item ValueRange<Item>::Iterator::operator*() const noexcept {
    TableEntry entry;
    if (table_)
        entry = chunk_->table_entries[node_ + index_];
    else
        entry.key = node_;
    if constexpr (is_entry<Item>)
        return {chunk_->value(entry.key), chunk_->value(table_ ? entry.value : chunk_->after(node_)), entry.merged};
    else
        return chunk_->value(entry.key);
}

template <typename Item>
auto ValueRange<Item>::Iterator::operator++() noexcept -> Iterator& {
    ++index_;
    if (!table_)
        node_ = chunk_->after(is_entry<Item> ? chunk_->after(node_) : node_);
    return *this;
}

template class ValueRange<Value>;
template class ValueRange<Value::Entry>;

std::string_view python_type_name(const Value& value) noexcept {
    static constexpr std::string_view names[] = {
        "NoneType",
        "bool",
        "int",
        "float",
        "str",
        "datetime.date",
        "datetime.datetime",
        "bytes",
        "list",
        "tuple",
        "set",
        "dict",
        "ruamel.yaml.compat.ordereddict",
        "list",
    };
    return names[static_cast<std::size_t>(value.kind())];
}

} // namespace fairlead::yaml
