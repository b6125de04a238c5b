// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fairlead {
inline namespace abi1 {

/// A config, or a value in one, as plain mappings, lists and scalars: what fairseq2's `unstructure()` gives
/// (utils/structured.py). A value; it may be used from any thread.
struct FAIRLEAD_API ConfigTree {
    struct Member;
    using List = std::vector<ConfigTree>;
    /// In the order of the config's fields; keys are different.
    using Mapping = std::vector<Member>;

    /// std::monostate is null. An integer is a std::uint64_t only if it is too large for a std::int64_t.
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, List, Mapping> value;

    [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<std::monostate>(value); }
    /// What a mapping has under the key, or null; borrowed from the tree.
    [[nodiscard]] const ConfigTree* find(std::string_view key) const noexcept;

    /// The same values of the same types, mappings in the same order; a nan equals itself.
    friend FAIRLEAD_API bool operator==(const ConfigTree& left, const ConfigTree& right) noexcept;
};

struct ConfigTree::Member {
    std::string key = {};
    ConfigTree value = {};

    friend bool operator==(const Member&, const Member&) = default;
};

} // namespace abi1
} // namespace fairlead
