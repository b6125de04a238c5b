// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <fairlead/config_tree.h>

namespace fairlead {
inline namespace abi1 {

const ConfigTree* ConfigTree::find(std::string_view key) const noexcept {
    const auto* mapping = std::get_if<Mapping>(&value);
    if (mapping == nullptr)
        return nullptr;
    const auto found = std::ranges::find(*mapping, key, &Member::key);
    return found == mapping->end() ? nullptr : &found->value;
}

bool operator==(const ConfigTree& left, const ConfigTree& right) noexcept {
    if (left.value.index() != right.value.index())
        return false;
    if (const auto* real = std::get_if<double>(&left.value)) {
        const double other = *std::get_if<double>(&right.value);
        return *real == other || (std::isnan(*real) && std::isnan(other));
    }
    return left.value == right.value;
}

} // namespace abi1
} // namespace fairlead
