// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/equality.h"

#include "core/yaml/numbers.h"
#include "core/yaml/timestamp.h"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>

namespace fairlead::yaml {

namespace {

bool is_number(const Node& node) {
    return node.kind == Kind::boolean || node.kind == Kind::integer || node.kind == Kind::real;
}

// A double that equal numbers share.
double approximately(const Chunk& chunk, const Node& node) {
    if (node.kind == Kind::real)
        return node.real();
    if (!node.is(Node::big))
        return static_cast<double>(node.integer());
    const std::string_view text = chunk.string_of(node);
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
        value =
            text.starts_with('-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return value;
}

bool real_equals_integer(const Chunk& chunk, double real, const Node& integer) {
    if (!std::isfinite(real) || real != std::trunc(real))
        return false;
    if (!integer.is(Node::big)) {
        return real >= -0x1p63 && real < 0x1p63 && static_cast<std::int64_t>(real) == integer.integer();
    }
    return std::abs(real) >= 0x1p63 && fmt::format("{:.0f}", real) == chunk.string_of(integer);
}

bool equal_numbers(const Chunk& lc, const Node& left, const Chunk& rc, const Node& right) {
    if (left.kind == Kind::real && right.kind == Kind::real)
        return left.real() == right.real();
    if (left.kind == Kind::real)
        return real_equals_integer(rc, left.real(), right);
    if (right.kind == Kind::real)
        return real_equals_integer(lc, right.real(), left);
    if (left.is(Node::big) || right.is(Node::big))
        return left.is(Node::big) && right.is(Node::big) && lc.string_of(left) == rc.string_of(right);
    return left.integer() == right.integer();
}

bool equal_scalars(const Chunk& lc, const Node& left, const Chunk& rc, const Node& right) {
    if (is_number(left) && is_number(right))
        return equal_numbers(lc, left, rc, right);
    if (left.kind != right.kind)
        return false;
    switch (left.kind) {
    case Kind::null:
        return true;
    case Kind::datetime:
        return instant_of_iso(lc.string_of(left)) == instant_of_iso(rc.string_of(right));
    default:
        return lc.string_of(left) == rc.string_of(right);
    }
}

bool is_shared_nan(const Node& node) {
    return node.kind == Kind::real && static_cast<std::uint64_t>(node.integer()) == shared_nan_bits;
}

std::uint64_t mixed(std::uint64_t hash) {
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

// Compares values that may contain themselves; gives up (not equal) where it would go on for too long.
class Comparison {
public:
    bool equal(const Value& left, const Value& right) {
        if (!left || !right)
            return !left && !right;
        if (left.identity() == right.identity() || --budget_ < 0)
            return left.identity() == right.identity();
        const Kind lk = left.kind();
        const Kind rk = right.kind();
        const auto is_dict = [](Kind kind) { return kind == Kind::mapping || kind == Kind::omap; };
        const auto is_list = [](Kind kind) { return kind == Kind::list || kind == Kind::pairs; };
        if (is_dict(lk) && is_dict(rk))
            return equal_mappings(left, right, lk == Kind::omap && rk == Kind::omap);
        if (is_list(lk) && is_list(rk) && lk != rk)
            return false; // a list of pairs beside a list of other things
        if (lk >= Kind::list || rk >= Kind::list) {
            if (lk != rk || left.size() != right.size())
                return false;
            return lk == Kind::set     ? equal_sets(left, right)
                   : lk == Kind::pairs ? equal_entries(left, right)
                                       : equal_sequences(left, right);
        }
        const Chunk& lc = *Chunk::chunk_of(left);
        const Chunk& rc = *Chunk::chunk_of(right);
        return equal_scalars(lc, lc.nodes[lc.target(Chunk::node_of(left))], rc,
                             rc.nodes[rc.target(Chunk::node_of(right))]);
    }

private:
    bool equal_sequences(const Value& left, const Value& right) {
        const Deeper deeper(*this);
        auto other = right.elements().begin();
        for (const Value& element : left.elements()) {
            if (deeper.too_deep() || !equal(element, *other))
                return false;
            ++other;
        }
        return true;
    }

    bool equal_entries(const Value& left, const Value& right) {
        const Deeper deeper(*this);
        auto other = right.entries().begin();
        for (const Value::Entry& entry : left.entries()) {
            const Value::Entry second = *other;
            if (deeper.too_deep() || !equal(entry.key, second.key) || !equal(entry.value, second.value))
                return false;
            ++other;
        }
        return true;
    }

    bool equal_mappings(const Value& left, const Value& right, bool ordered) {
        if (left.size() != right.size())
            return false;
        if (ordered)
            return equal_entries(left, right);
        const Deeper deeper(*this);
        for (const Value::Entry& entry : left.entries()) {
            Value other;
            for (const Value::Entry& candidate : right.entries()) {
                if (--budget_ < 0)
                    return false;
                if (equal(entry.key, candidate.key)) {
                    other = candidate.value;
                    break;
                }
            }
            if (deeper.too_deep() || !other || !equal(entry.value, other))
                return false;
        }
        return true;
    }

    bool equal_sets(const Value& left, const Value& right) {
        for (const Value& element : left.elements()) {
            bool found = false;
            for (const Value& candidate : right.elements()) {
                found = --budget_ >= 0 && equal(element, candidate);
                if (found || budget_ < 0)
                    break;
            }
            if (!found)
                return false;
        }
        return true;
    }

    struct Deeper {
        explicit Deeper(Comparison& comparison) : comparison_(comparison) { ++comparison_.depth_; }
        ~Deeper() { --comparison_.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        [[nodiscard]] bool too_deep() const { return comparison_.depth_ > 1000; }
        Comparison& comparison_;
    };

    int depth_ = 0;
    long budget_ = 10'000'000;
};

} // namespace

bool python_equal(const Value& left, const Value& right) noexcept { return Comparison().equal(left, right); }

bool equal_keys(const Chunk& chunk, std::uint32_t left, std::uint32_t right) noexcept {
    left = chunk.target(left);
    right = chunk.target(right);
    const Node& l = chunk.nodes[left];
    const Node& r = chunk.nodes[right];
    if (left == right || (is_shared_nan(l) && is_shared_nan(r)))
        return true;
    if (!l.is_collection() && !r.is_collection())
        return equal_scalars(chunk, l, chunk, r);
    if (!l.is_collection() || !r.is_collection() || l.kind != r.kind || l.b != r.b)
        return false;
    if (l.is(Node::table))
        return python_equal(chunk.value(left), chunk.value(right));
    std::uint32_t a = left + 1;
    std::uint32_t b = right + 1;
    for (std::uint32_t i = 0; i < l.b; ++i, a = chunk.after(a), b = chunk.after(b)) {
        if (!equal_keys(chunk, a, b))
            return false;
    }
    return true;
}

std::uint64_t key_hash(const Chunk& chunk, std::uint32_t node) noexcept {
    node = chunk.target(node);
    const Node& it = chunk.nodes[node];
    if (is_number(it)) {
        const double number = approximately(chunk, it);
        return mixed(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number));
    }
    switch (it.kind) {
    case Kind::null:
        return 1;
    case Kind::datetime:
        return mixed(static_cast<std::uint64_t>(instant_of_iso(chunk.string_of(it)).microseconds));
    case Kind::string:
    case Kind::date:
    case Kind::bytes:
        return std::hash<std::string_view>()(chunk.string_of(it));
    default:
        break;
    }
    std::uint64_t hash = it.b;
    if (!it.is(Node::table)) {
        std::uint32_t child = node + 1;
        for (std::uint32_t i = 0; i < it.b; ++i, child = chunk.after(child))
            hash = mixed(hash * 31 + key_hash(chunk, child));
    }
    return hash;
}

TableEntry* Dictionary::find(std::uint32_t key) noexcept {
    if (buckets_.empty()) {
        for (TableEntry& entry : entries_) {
            if (equal_keys(*chunk_, entry.key, key))
                return &entry;
        }
        return nullptr;
    }
    const std::uint64_t hash = key_hash(*chunk_, key);
    for (std::size_t bucket = bucket_of(hash); buckets_[bucket] != 0; bucket = (bucket + 1) & (buckets_.size() - 1)) {
        const std::size_t index = buckets_[bucket] - 1;
        if (hashes_[index] == hash && equal_keys(*chunk_, entries_[index].key, key))
            return &entries_[index];
    }
    return nullptr;
}

void Dictionary::add(const TableEntry& entry) {
    entries_.push_back(entry);
    if (entries_.size() <= 8)
        return;
    if (buckets_.size() < entries_.size() * 2)
        return rehash(std::bit_ceil(entries_.size() * 4));
    hashes_.push_back(key_hash(*chunk_, entry.key));
    std::size_t bucket = bucket_of(hashes_.back());
    while (buckets_[bucket] != 0)
        bucket = (bucket + 1) & (buckets_.size() - 1);
    buckets_[bucket] = static_cast<std::uint32_t>(entries_.size());
}

void Dictionary::rehash(std::size_t buckets) {
    buckets_.assign(buckets, 0);
    for (std::size_t i = hashes_.size(); i < entries_.size(); ++i)
        hashes_.push_back(key_hash(*chunk_, entries_[i].key));
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t bucket = bucket_of(hashes_[i]);
        while (buckets_[bucket] != 0)
            bucket = (bucket + 1) & (buckets - 1);
        buckets_[bucket] = static_cast<std::uint32_t>(i + 1);
    }
}

} // namespace fairlead::yaml
