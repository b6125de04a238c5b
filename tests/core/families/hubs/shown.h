// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/families.h>

#include <concepts>
#include <memory>
#include <string>
#include <vector>

// Answers as record.py writes them.
namespace golden {

/// As json.dumps() of Python writes it.
[[nodiscard]] std::string shown(const fairlead::ConfigTree& tree);
template <fairlead::Config C>
[[nodiscard]] std::string shown(const C& config) {
    if constexpr (std::same_as<C, fairlead::NoConfig>)
        return "None";
    else
        return shown(fairlead::config_class<C>().to_tree(&config));
}

/// The class without its namespaces.
[[nodiscard]] std::string kind_of(const fairlead::TypedObject& object);
template <class T>
[[nodiscard]] std::string kind_of(const std::shared_ptr<T>& object) {
    return kind_of(fairlead::TypedObject(object));
}

[[nodiscard]] std::string joined(std::vector<std::string> names); ///< sorted
[[nodiscard]] std::string joined(const std::vector<fairlead::AssetCard>& cards);
[[nodiscard]] std::string joined(const fairlead::StateDict& state_dict);

} // namespace golden
