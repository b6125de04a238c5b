// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"
#include "core/yaml/composer.h"
#include "core/yaml/equality.h"
#include "core/yaml/failure.h"
#include "core/yaml/numbers.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fairlead::yaml {

/// Gives the nodes of a document the values that Python would see, in ruamel's order (constructor.py): scalars at once,
/// collections breadth first, keys depth first; so the first error is the one that ruamel raises. Throws Failure.
///
/// Needed only for documents with merges, explicit tags, keys that are no texts, or an error.
class Constructor {
public:
    /// Merged entries beyond this number are refused: some hundred bytes can make any number of them.
    static constexpr std::size_t max_merged_entries = std::size_t{1} << 20;

    /// The deepest nesting inside a key, which takes more of Python's frames: 195 at most, measured as
    /// Composer::max_depth.
    static constexpr int max_key_depth = 195;

    Constructor(Chunk& chunk, std::uint32_t document_begin, std::uint32_t root, Version version,
                const Composer& composer);

    void construct();
    /// Keys that stand twice where ruamel does not notice it.
    [[nodiscard]] std::vector<Problem>& warnings() noexcept { return warnings_; }

private:
    enum class State : std::uint8_t { none, in_progress, constructed, filled };

    struct Pair {
        std::uint32_t key;
        std::uint32_t value;
        bool merged;

        /// A `<<` that has been looked at stays as a hole: closing it at once would move all that follows.
        [[nodiscard]] bool is_taken_out() const noexcept { return key == hole; }
        void take_out() noexcept { key = hole; }

    private:
        static constexpr std::uint32_t hole = 0xFFFFFFFF;
    };
    /// A mapping's pairs, once merging has changed them.
    struct Pairs {
        std::vector<Pair> merge; // what was merged, if anything was
        std::vector<Pair> value;
        std::vector<Pair> own; // as written, without the `<<`
        bool has_merge = false;
        std::uint32_t edition = 0; // another one: places in `value` are no longer what they were
    };

    // constructor.cpp
    bool construct(std::uint32_t at, bool deep); ///< false for what is being made already
    void construct_scalar(std::uint32_t node);
    [[nodiscard]] std::uint32_t scalar_of(std::uint32_t node) const;
    [[nodiscard]] bool is_redirected(std::uint32_t node) const;
    void fill(std::uint32_t node);
    void fill_mapping(std::uint32_t node);
    void fill_checked_mapping(std::uint32_t node);
    void fill_merged_mapping(std::uint32_t node, const Pairs& pairs);
    void fill_pairs(std::uint32_t node, bool omap);
    std::uint32_t construct_key(std::uint32_t key);
    void make_tuple(std::uint32_t key, const std::vector<std::uint32_t>& elements);
    void make_tuple_of_pairs(std::uint32_t key);
    void set_table(std::uint32_t node, const std::vector<TableEntry>& entries);
    void require_hashable(std::uint32_t key) const;
    void require_hashable_element(std::uint32_t element, std::uint32_t key) const;

    // merge.cpp
    void flatten(std::uint32_t node, int depth);
    [[nodiscard]] std::vector<Pair> written_pairs(std::uint32_t node) const;
    [[nodiscard]] std::vector<Pair> current_pairs(std::uint32_t node) const;
    void extend(std::vector<Pair>& merge, const std::vector<Pair>& pairs);
    [[nodiscard]] static std::vector<Pair> without_repetitions(std::vector<Pair> pairs);
    void warn_of_doubled_keys(const std::vector<Pair>& own);

    [[nodiscard]] State& state(std::uint32_t node) { return states_[node - root_]; }
    [[nodiscard]] State state(std::uint32_t node) const { return states_[node - root_]; }
    [[nodiscard]] TextRange place(std::uint32_t node) const;
    [[nodiscard]] std::string
    node_list_repr(std::uint32_t node) const; ///< Python's repr() of what a collection's node holds
    void append_node_repr(std::string& out, std::uint32_t at, int depth) const;
    void append_node_list(std::string& out, std::uint32_t node, int depth) const;
    [[nodiscard]] std::string_view written_text(std::uint32_t node) const;
    [[nodiscard]] std::string shown(std::uint32_t node) const; ///< Python's str() of a value as far as it is filled
    [[noreturn]] void fail(Refusal what, const char* context, std::string problem, std::uint32_t node,
                           std::string message) const;
    [[noreturn]] void fail_duplicate(std::uint32_t key, std::uint32_t value, const TableEntry& first) const;
    [[noreturn]] void fail_python(const PythonError& error, std::uint32_t node, Tag tag) const;

    Chunk& chunk_;
    std::uint32_t document_begin_;
    std::uint32_t root_;
    Version version_;
    const Composer& composer_;
    bool deep_ = false;
    int key_depth_ = 0;
    std::size_t merged_entries_ = 0;
    std::vector<State> states_;
    std::vector<std::uint32_t> queue_;
    std::unordered_map<std::uint32_t, Pairs> pairs_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> redirections_; // collections that a tag turns into scalars
    std::vector<std::vector<Pair>> merged_in_line_;
    std::vector<Problem> warnings_;
};

} // namespace fairlead::yaml
