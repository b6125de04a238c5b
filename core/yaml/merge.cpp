// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/constructor.h"

#include <algorithm>
#include <unordered_set>

namespace fairlead::yaml {

std::vector<Constructor::Pair> Constructor::written_pairs(std::uint32_t node) const {
    const Node& it = chunk_.nodes[node];
    std::vector<Pair> pairs;
    std::uint32_t child = node + 1;
    while (child < it.a) {
        const std::uint32_t value = chunk_.after(child);
        pairs.push_back({child, value, false});
        child = chunk_.after(value);
    }
    return pairs;
}

std::vector<Constructor::Pair> Constructor::current_pairs(std::uint32_t node) const {
    const auto found = pairs_.find(node);
    if (found == pairs_.end())
        return written_pairs(node);
    std::vector<Pair> pairs = found->second.value;
    std::erase_if(pairs, [](const Pair& pair) { return pair.is_taken_out(); });
    return pairs;
}

// Takes the `<<` out of a mapping and puts before its pairs those that are merged, as ruamel's flatten_mapping does; a
// second call finds nothing left to do.
void Constructor::flatten(std::uint32_t node, int depth) {
    const auto tag_of = [&](std::uint32_t key) -> Tag& { return chunk_.nodes[chunk_.target(key)].tag; };
    if (!pairs_.contains(node)) {
        std::vector<Pair> written = written_pairs(node);
        const bool merges = std::any_of(written.begin(), written.end(),
                                        [&](const Pair& pair) { return tag_of(pair.key) == Tag::merge; });
        if (!merges) {
            for (const Pair& pair : written) {
                if (tag_of(pair.key) == Tag::value)
                    tag_of(pair.key) = Tag::string;
            }
            return;
        }
        Pairs pairs;
        pairs.value = std::move(written);
        pairs_.emplace(node, std::move(pairs));
    }
    if (depth > 900) {
        throw Failure{.what = Refusal::too_deep,
                      .origin = Failure::Origin::python,
                      .range = place(node),
                      .message = "Merges (`<<`) are nested deeper than fairseq2 can read: flatten them.",
                      .problem = "maximum recursion depth exceeded",
                      .builtin = "RecursionError"};
    }
    std::vector<Pair> merge;
    std::size_t index = 0;
    std::size_t passed = 0; // those before `index` that are still there
    while (index < pairs_[node].value.size()) {
        const Pair pair = pairs_[node].value[index];
        if (pair.is_taken_out()) {
            ++index;
            continue;
        }
        if (tag_of(pair.key) == Tag::value)
            tag_of(pair.key) = Tag::string;
        if (tag_of(pair.key) != Tag::merge) {
            ++index;
            ++passed;
            continue;
        }
        if (!merge.empty()) {
            fail(Refusal::duplicate_key, "while constructing a mapping", "found duplicate merge key \"<<\"", pair.key,
                 "`<<` stands twice in this mapping: merge several at once with `<<: [*a, *b]`.");
        }
        pairs_[node].value[index].take_out();
        const std::uint32_t edition = pairs_[node].edition;
        const auto merge_one = [&](std::uint32_t written, std::vector<Pair>& into) {
            const std::uint32_t source = chunk_.target(written);
            flatten(source, depth + 1);
            extend(into, current_pairs(source));
            if (written == source && state(source) == State::none)
                merged_in_line_.push_back(written_pairs(source));
        };
        const std::uint32_t source = chunk_.target(pair.value);
        const Node& it = chunk_.nodes[source];
        if (it.is_mapping()) {
            merge_one(pair.value, merge);
        } else if (it.is_sequence()) {
            std::vector<std::uint32_t> elements;
            const std::uint32_t end = it.a;
            for (std::uint32_t child = source + 1; child < end; child = chunk_.after(child))
                elements.push_back(child);
            std::vector<std::vector<Pair>> parts;
            for (const std::uint32_t element : elements) {
                const Node& part = chunk_.nodes[chunk_.target(element)];
                if (!part.is_mapping()) {
                    fail(Refusal::syntax, "while constructing a mapping",
                         std::string("expected a mapping for merging, but found ") +
                             (part.is_collection() ? "sequence" : "scalar"),
                         element, "`<<` can merge only mappings: remove this one, or make it an alias of a mapping.");
                }
                merge_one(element, parts.emplace_back());
            }
            for (auto part = parts.rbegin(); part != parts.rend(); ++part)
                extend(merge, *part);
        } else {
            fail(Refusal::syntax, "while constructing a mapping",
                 "expected a mapping or list of mappings for merging, but found scalar", pair.value,
                 "`<<` merges a mapping or a list of mappings: give it one, as in `<<: *name`, or put the key in "
                 "quotes.");
        }
        if (pairs_[node].edition != edition) // the mapping merges itself, and has been put together meanwhile
            index = passed;
    }
    Pairs& pairs = pairs_[node];
    if (std::erase_if(pairs.value, [](const Pair& pair) { return pair.is_taken_out(); }) != 0)
        ++pairs.edition;
    if (merge.empty())
        return;
    merge = without_repetitions(std::move(merge));
    if (!pairs.has_merge)
        std::copy_if(pairs.value.begin(), pairs.value.end(), std::back_inserter(pairs.own),
                     [](const Pair& pair) { return !pair.merged; });
    pairs.has_merge = true;
    std::vector<Pair> value = merge;
    value.insert(value.end(), pairs.value.begin(), pairs.value.end());
    pairs.merge = std::move(merge);
    pairs.value = without_repetitions(std::move(value));
    ++pairs.edition;
}

void Constructor::extend(std::vector<Pair>& merge, const std::vector<Pair>& pairs) {
    merged_entries_ += pairs.size();
    if (merged_entries_ > max_merged_entries) {
        throw Failure{.what = Refusal::too_large,
                      .origin = Failure::Origin::reader,
                      .range = place(root_),
                      .message =
                          "Merging (`<<`) makes over 1,048,576 entries in this document, more than are read: merge "
                          "less.",
                      .problem = {}};
    }
    for (Pair pair : pairs) {
        pair.merged = true;
        merge.push_back(pair);
    }
}

// What a dictionary made of the pairs keeps of them: of each pair its first place, which decides the order, and its
// last, which decides the value. So a merge of merges of merges stays small.
std::vector<Constructor::Pair> Constructor::without_repetitions(std::vector<Pair> pairs) {
    const auto id = [](const Pair& pair) { return std::uint64_t{pair.key} << 32 | pair.value; };
    std::unordered_map<std::uint64_t, std::size_t> last;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        last[id(pairs[i])] = i;
    if (last.size() == pairs.size())
        return pairs;
    std::unordered_set<std::uint64_t> seen;
    std::vector<Pair> kept;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (seen.insert(id(pairs[i])).second || last[id(pairs[i])] == i)
            kept.push_back(pairs[i]);
    }
    return kept;
}

void Constructor::warn_of_doubled_keys(const std::vector<Pair>& own) {
    Dictionary dictionary(chunk_);
    for (const Pair& pair : own) {
        if (state(chunk_.target(pair.key)) == State::none || chunk_.nodes[chunk_.target(pair.key)].tag == Tag::merge)
            continue;
        TableEntry* first = dictionary.find(pair.key);
        if (!first) {
            dictionary.add({pair.key, pair.value, false});
            continue;
        }
        const TextRange range = place(pair.key);
        const TextRange related = place(first->key);
        warnings_.push_back({
            .what = Refusal::duplicate_key,
            .range = {range.begin - document_begin_, range.end - document_begin_},
            .related = TextRange{related.begin - document_begin_, related.end - document_begin_},
            .message = "The key stands twice in a mapping with `<<`, which ruamel.yaml does not notice: the "
                       "last one wins. Remove or rename one of the two.",
        });
        first->value = pair.value;
    }
}

} // namespace fairlead::yaml
